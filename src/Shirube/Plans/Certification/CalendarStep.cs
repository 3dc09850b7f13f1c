using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Plans.Writing;

namespace Shirube.Plans.Certification;

/// <summary>A step of some plan's application, as the government's calendar shows it.</summary>
/// <param name="Address">Of the page on which it is planned.</param>
public sealed record CalendarStep(string Plan, string Title, DateOnly Day, bool IsDone, string Address)
{
    /// <summary>Between two days, both included, in their order.</summary>
    public static async Task<IReadOnlyList<CalendarStep>> BetweenAsync(
        ShirubeDb db,
        DateOnly first,
        DateOnly last,
        CancellationToken cancel
    )
    {
        var steps = await (
            from step in db.CertificationSteps.AsNoTracking()
            join round in db.CertificationRounds
                on new { step.DraftNumber, Number = step.RoundNumber } equals new { round.DraftNumber, round.Number }
            join title in db.DraftPassages.Where(passage => passage.Key == PlanOutline.Title)
                on step.DraftNumber equals title.DraftNumber
                into titles
            from title in titles.DefaultIfEmpty()
            where round.RemovedAt == null && step.Day >= first && step.Day <= last
            orderby step.Day, step.DraftNumber, step.Number
            select new { Step = step, Plan = title == null ? "" : title.Text }
        ).ToListAsync(cancel);
        return
        [
            .. steps.Select(found => new CalendarStep(
                found.Plan,
                found.Step.Title,
                found.Step.Day,
                found.Step.DoneAt is not null,
                PlanDraft.AddressOf(found.Step.GovernmentCode, found.Step.DraftNumber) + "/application"
            )),
        ];
    }
}
