using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>One change to the tree, the schedule or the money of a plan: whole and on record, or not at all.</summary>
internal sealed class AnnexChange(ShirubeDb db, TimeProvider clock, string section)
{
    /// <param name="change">With nobody else writing; what it made of the rows is saved after it.</param>
    public async Task<Fault?> MakeAsync(
        Asker asker,
        int plan,
        string act,
        Func<PlanDraft, Task<Changed>> change,
        CancellationToken cancel
    )
    {
        asker.Require(Act.WritePlans);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draft, fault) = await HeldPlan.ShareForPartsAsync(db, asker, plan, cancel);
        if (draft is null)
            return fault;
        var changed = await change(draft);
        if (changed.Fault is not null || changed is { Before: null, After: null })
        {
            // What the change did to rows before it found what is wrong must not be saved by a later one.
            db.ChangeTracker.Clear();
            return changed.Fault;
        }
        await SectionStates.MarkWritingAsync(db, asker, draft, section, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry(act, draft.Address) with
            {
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
    public static readonly Changed Nothing = new(null, null, null);

    public static Changed Refused(string? field, string code, params IReadOnlyList<object?> arguments) =>
        new(new Fault(field, code, null, arguments), null, null);

    public static Changed From(string before, string? after) => new(null, before, after);

    public static Changed To(string after) => new(null, null, after);
}
