using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Plans.Writing;

/// <param name="Done">Sections that were called done, of <paramref name="Sections"/>.</param>
public sealed record ListedPlan(
    int Number,
    PlanForm Form,
    string Title,
    int Done,
    int Sections,
    DateTimeOffset SavedAt,
    int? DocumentNumber
);

/// <summary>The plans under writing of the government that the context works for, the newest first.</summary>
public static class PlanList
{
    public static async Task<IReadOnlyList<ListedPlan>> OfAsync(ShirubeDb db, CancellationToken cancel)
    {
        var drafts = await db.PlanDrafts.AsNoTracking().OrderByDescending(draft => draft.Number).ToListAsync(cancel);
        var titles = await db
            .DraftPassages.AsNoTracking()
            .Where(passage => passage.Key == PlanOutline.Title)
            .ToDictionaryAsync(passage => passage.DraftNumber, passage => passage.Text, cancel);
        var saved = await db
            .DraftPassages.GroupBy(passage => passage.DraftNumber)
            .Select(plan => new { plan.Key, At = plan.Max(passage => passage.SavedAt) })
            .ToDictionaryAsync(plan => plan.Key, plan => plan.At, cancel);
        var done = await db
            .DraftSections.Where(section => section.State == SectionState.Done)
            .GroupBy(section => section.DraftNumber)
            .Select(plan => new { plan.Key, Count = plan.Count() })
            .ToDictionaryAsync(plan => plan.Key, plan => plan.Count, cancel);
        return
        [
            .. drafts.Select(draft => new ListedPlan(
                draft.Number,
                draft.Form,
                titles.GetValueOrDefault(draft.Number, ""),
                done.GetValueOrDefault(draft.Number),
                PlanOutline.Of(draft.Form).Count(section => section.IsWritten),
                saved.TryGetValue(draft.Number, out var at) ? at : draft.StartedAt,
                draft.DocumentNumber
            )),
        ];
    }
}
