using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>節の状態を変える: done, sent back with a reason, or open again. Who reviews says so; the text stays.</summary>
public sealed class SetSectionState(ShirubeDb db, TimeProvider clock)
{
    public const int ReasonMaxLength = 2_000;

    /// <param name="said">Why it is sent back; asked for then.</param>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        string section,
        SectionState state,
        string? said,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.WritePlans);
        var reason = string.IsNullOrWhiteSpace(said) ? null : Storable.Text(said.Trim());
        if (state == SectionState.SentBack && reason is null)
            return new Fault("said", "WRITE008");
        if (reason?.Length > ReasonMaxLength)
            return new Fault("said", "WRITE006", Arguments: ReasonMaxLength);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draft, fault) = await HeldPlan.ShareForPartsAsync(db, asker, plan, cancel);
        if (draft is null)
            return fault;
        if (PlanOutline.Find(draft.Form, section) is not { IsWritten: true })
            return new Fault(null, "WRITE007");
        var row = await db.DraftSections.SingleOrDefaultAsync(
            row => row.DraftNumber == plan && row.Section == section,
            cancel
        );
        var before = row?.State ?? SectionState.NotStarted;
        if (row is null)
            db.Add(row = draft.Own(new DraftSection { Section = section }));
        (row.State, row.Said, row.SetBy, row.SetAt) = (
            state,
            state == SectionState.SentBack ? reason : null,
            asker.PersonOrNull,
            clock.GetUtcNow()
        );
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("plan.sectionSet", draft.Address) with
            {
                Why = reason,
                Before = AuditValues.Of(("section", section), ("state", before)),
                After = AuditValues.Of(("section", section), ("state", state)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
