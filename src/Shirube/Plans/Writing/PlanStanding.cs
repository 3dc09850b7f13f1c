using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Permissions;
using Shirube.Plans.HandIn;

namespace Shirube.Plans.Writing;

/// <summary>計画と決裁: where a plan stands with its approvals, as one person meets it.</summary>
/// <param name="Open">The one that is drafted, in review, sent back or pulled back; no second one can be drafted beside it.</param>
/// <param name="SentBack">Why <paramref name="Open"/> came back; null where no reason was given.</param>
/// <param name="Decided">The one that decided exactly what the plan holds now.</param>
/// <param name="Visible">Numbers of those of both that the person may open.</param>
public sealed record PlanStanding(Approval? Open, string? SentBack, Approval? Decided, IReadOnlySet<int> Visible)
{
    public static async Task<PlanStanding> OfAsync(
        ShirubeDb db,
        TimeProvider clock,
        Asker asker,
        OpenPlan plan,
        CancellationToken cancel
    )
    {
        var address = plan.Draft.Address;
        var open = await db
            .Approvals.AsNoTracking()
            .Where(approval => approval.SubjectAddress == address)
            .Where(approval => approval.State != ApprovalState.Decided && approval.State != ApprovalState.Discarded)
            .FirstOrDefaultAsync(cancel);
        var state = await HandInState.OfAsync(db, plan, cancel);
        var decided = state.Approval is { } number
            ? await db.Approvals.AsNoTracking().SingleAsync(approval => approval.Number == number, cancel)
            : null;
        return new(
            open,
            open is null ? null : await WhyBackAsync(db, open, cancel),
            decided,
            await new ApprovalList(db, clock).AmongAsync(
                asker,
                [.. new[] { open?.Number, decided?.Number }.OfType<int>()],
                cancel
            )
        );
    }

    private static Task<string?> WhyBackAsync(ShirubeDb db, Approval approval, CancellationToken cancel) =>
        db
            .ApprovalEntries.Where(entry => entry.ApprovalNumber == approval.Number && entry.To == approval.State)
            .Where(entry => entry.Act == ApprovalAct.SendBack || entry.Act == ApprovalAct.PullBack)
            .OrderByDescending(entry => entry.Number)
            .Select(entry => entry.Said)
            .FirstOrDefaultAsync(cancel);
}
