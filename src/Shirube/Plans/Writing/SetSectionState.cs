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
    public Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        string section,
        SectionState state,
        string? said,
        CancellationToken cancel = default
    )
    {
        var reason = string.IsNullOrWhiteSpace(said) ? null : Storable.Text(said.Trim());
        return new PlanChange(db, clock).MakeAsync(
            asker,
            plan,
            "plan.sectionSet",
            async draft =>
            {
                if (state == SectionState.SentBack && reason is null)
                    return Changed.Refused("said", "WRITE008");
                if (reason?.Length > ReasonMaxLength)
                    return Changed.Refused("said", "WRITE006", ReasonMaxLength);
                if (PlanOutline.Find(draft.Form, section) is not { IsWritten: true })
                    return Changed.Refused(null, "WRITE007");
                var row = await db.DraftSections.SingleOrDefaultAsync(
                    row => row.DraftNumber == plan && row.Section == section,
                    cancel
                );
                var before = row?.State ?? SectionState.NotStarted;
                if (row is null)
                    db.Add(row = draft.Own(new DraftSection { Section = section }));
                (row.State, row.SetBy, row.SetAt) = (state, asker.PersonOrNull, clock.GetUtcNow());
                row.Said = state == SectionState.SentBack ? reason : null;
                return Changed.From(
                    AuditValues.Of(("section", section), ("state", before)),
                    AuditValues.Of(("section", section), ("state", state))
                ) with
                {
                    Why = row.Said,
                };
            },
            cancel
        );
    }
}
