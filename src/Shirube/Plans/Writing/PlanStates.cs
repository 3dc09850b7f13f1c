using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;

namespace Shirube.Plans.Writing;

/// <summary>Which kept state of a plan: what an approval decided, or what stood before a restore.</summary>
public readonly record struct PlanStateKey(int? Approval, int? Snapshot)
{
    public static PlanStateKey? Parse(string? text) =>
        text is null ? null
        : text.StartsWith("approval-", StringComparison.Ordinal) && int.TryParse(text[9..], out var approval)
            ? new PlanStateKey(approval, null)
        : text.StartsWith("before-", StringComparison.Ordinal) && int.TryParse(text[7..], out var snapshot)
            ? new PlanStateKey(null, snapshot)
        : null;

    public override string ToString() => Approval is { } approval ? $"approval-{approval}" : $"before-{Snapshot}";
}

/// <summary>保存された状態: what a plan held at an earlier time. None is ever changed or removed.</summary>
/// <param name="At">When it was decided, or put aside by a restore.</param>
public sealed record PlanState(PlanStateKey Key, DateTimeOffset At, Guid? By);

public static class PlanStates
{
    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<PlanState>> OfAsync(ShirubeDb db, PlanDraft draft, CancellationToken cancel)
    {
        var address = draft.Address;
        var decided = await db
            .Approvals.AsNoTracking()
            .Where(approval => approval.SubjectAddress == address && approval.State == ApprovalState.Decided)
            .ToListAsync(cancel);
        var before = await db
            .DraftSnapshots.AsNoTracking()
            .Where(snapshot => snapshot.DraftNumber == draft.Number)
            .Select(snapshot => new
            {
                snapshot.Number,
                snapshot.TakenAt,
                snapshot.TakenBy,
            })
            .ToListAsync(cancel);
        return
        [
            .. decided
                .Select(approval => new PlanState(
                    new PlanStateKey(approval.Number, null),
                    approval.EndedAt ?? approval.DraftedAt,
                    approval.DrafterId
                ))
                .Concat(
                    before.Select(snapshot => new PlanState(
                        new PlanStateKey(null, snapshot.Number),
                        snapshot.TakenAt,
                        snapshot.TakenBy
                    ))
                )
                .OrderByDescending(state => state.At),
        ];
    }

    /// <returns>Null when the plan has no such state.</returns>
    public static async Task<PlanContent?> ContentAsync(
        ShirubeDb db,
        PlanDraft draft,
        PlanStateKey state,
        CancellationToken cancel
    )
    {
        var address = draft.Address;
        var bytes = state.Approval is { } number
            ? await db
                .Approvals.Where(approval =>
                    approval.Number == number
                    && approval.SubjectAddress == address
                    && approval.State == ApprovalState.Decided
                )
                .Join(
                    db.ApprovedContents,
                    approval => new { approval.Number, approval.Edition },
                    content => new { Number = content.ApprovalNumber, content.Edition },
                    (_, content) => content.Bytes
                )
                .SingleOrDefaultAsync(cancel)
            : await db
                .DraftSnapshots.Where(snapshot =>
                    snapshot.DraftNumber == draft.Number && snapshot.Number == state.Snapshot
                )
                .Select(snapshot => snapshot.Content)
                .SingleOrDefaultAsync(cancel);
        return bytes is null ? null : PlanContentJson.Read(bytes);
    }
}
