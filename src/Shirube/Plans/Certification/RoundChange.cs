using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Writing;

namespace Shirube.Plans.Certification;

/// <summary>
/// One change to the calendar of a plan's application: whole and on record. It goes on while the plan is being approved;
/// the approval is one of its steps.
/// </summary>
internal sealed class RoundChange(ShirubeDb db, TimeProvider clock)
{
    public async Task<Fault?> MakeAsync(
        Asker asker,
        int plan,
        string act,
        Func<PlanDraft, Task<Changed>> change,
        CancellationToken cancel
    )
    {
        asker.Require(Act.WritePlans);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"select from plan_draft where government_code = {government.Value} and number = {plan} for no key update",
            cancel
        );
        var draft = await db.PlanDrafts.SingleOrDefaultAsync(draft => draft.Number == plan, cancel);
        if (draft is null)
            return new Fault(null, "WRITE001");
        var changed = await change(draft);
        if (changed.Fault is not null || changed is { Before: null, After: null })
        {
            db.ChangeTracker.Clear();
            return changed.Fault;
        }
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry(act, AddressOf(draft)) with
            {
                Before = changed.Before,
                After = changed.After,
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }

    public static string AddressOf(PlanDraft draft) => draft.Address + "/application";

    public static string Values(CertificationStep step) =>
        AuditValues.Of(
            ("round", step.RoundNumber),
            ("step", step.Number),
            ("title", step.Title),
            ("day", step.Day),
            ("remindDays", step.RemindDays)
        );
}
