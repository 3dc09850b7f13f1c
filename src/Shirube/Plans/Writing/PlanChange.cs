using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>One change to a plan under writing: whole and on record, or not at all. Nobody else changes its tables meanwhile.</summary>
internal sealed class PlanChange(ShirubeDb db, TimeProvider clock)
{
    public Act Right { get; init; } = Act.WritePlans;

    /// <summary>Key of the section that is being written from then on; null where none is.</summary>
    public string? Section { get; init; }

    /// <summary>A change that an approval under way does not keep back.</summary>
    public bool IsBesideApproval { get; init; }

    /// <summary>Page of the plan that the record leads to; blank for the plan itself.</summary>
    public string Page { get; init; } = "";

    /// <param name="change">What it made of the rows is saved after it.</param>
    public async Task<Fault?> MakeAsync(
        Asker asker,
        int plan,
        string act,
        Func<PlanDraft, Task<Changed>> change,
        CancellationToken cancel
    )
    {
        asker.Require(Right);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draft, fault) = IsBesideApproval
            ? await HeldPlan.HoldPartsAsync(db, asker, plan, cancel)
            : await HeldPlan.ShareForPartsAsync(db, asker, plan, cancel);
        if (draft is null)
            return fault;
        var changed = await change(draft);
        if (changed.Fault is not null || changed is { Before: null, After: null })
        {
            // What the change did to rows before it found what is wrong must not be saved by a later one.
            db.ChangeTracker.Clear();
            return changed.Fault;
        }
        if (Section is not null)
            await SectionStates.MarkWritingAsync(db, asker, draft, Section, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry(act, draft.Address + Page) with
            {
                Why = changed.Why,
                Before = changed.Before,
                After = changed.After,
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>What a change came to: a fault, nothing at all, or what was and what is.</summary>
internal sealed record Changed(Fault? Fault, string? Before, string? After)
{
    public string? Why { get; init; }

    public static readonly Changed Nothing = new(null, null, null);

    public static Changed Refused(string? field, string code, params IReadOnlyList<object?> arguments) =>
        new(new Fault(field, code, null, arguments), null, null);

    /// <summary>Another saved first.</summary>
    public static Changed Conflict(string? field, string code, params IReadOnlyList<object?> arguments) =>
        new(new Fault(field, code, null, arguments) { IsConflict = true }, null, null);

    public static Changed From(string before, string? after) => new(null, before, after);

    public static Changed To(string after) => new(null, null, after);
}
