using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Plans.Writing;

/// <summary>工程にできる期間: the months that an item of a schedule can take. What lies outside is a slip of the hand.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="IsOfTerm">Around the term of the plan; else, where none is set, around today.</param>
internal sealed record ScheduleWindow(DateOnly From, DateOnly To, bool IsOfTerm)
{
    /// <summary>Years before and after the term: what prepares the plan, and what follows it.</summary>
    public const int YearsAroundTerm = 10;

    public const int YearsAroundToday = 30;

    /// <summary>A longer term is itself a slip of the hand.</summary>
    private const int MostYears = 50;

    public bool Contains(DateOnly month) => month >= From && month <= To;

    public static async Task<ScheduleWindow> OfAsync(
        ShirubeDb db,
        PlanDraft plan,
        DateOnly today,
        CancellationToken cancel
    )
    {
        string[] keys = [.. Ends(PlanOutline.ProjectPeriod), .. Ends(PlanOutline.PlanPeriod)];
        var texts = await db
            .DraftPassages.AsNoTracking()
            .Where(passage => passage.DraftNumber == plan.Number && keys.Contains(passage.Key))
            .ToDictionaryAsync(passage => passage.Key, passage => passage.Text, cancel);
        var days = keys.Select(key => PlanFacts.Day(texts.GetValueOrDefault(key, ""))).ToList();
        return Of((days[0], days[1]), (days[2], days[3]), today);
    }

    /// <summary>Around both terms where both are set.</summary>
    internal static ScheduleWindow Of(
        (DateOnly? From, DateOnly? To) project,
        (DateOnly? From, DateOnly? To) plan,
        DateOnly today
    )
    {
        var days = new[] { project, plan }.Where(IsTerm).SelectMany(term => new[] { term.From!.Value, term.To!.Value });
        List<DateOnly> known = [.. days];
        return known.Count > 0
            ? Around(known.Min(), known.Max(), YearsAroundTerm, true)
            : Around(today, today, YearsAroundToday, false);
    }

    private static bool IsTerm((DateOnly? From, DateOnly? To) term) =>
        term is ({ } from, { } to) && from <= to && to.Year - from.Year <= MostYears && from.Year > YearsAroundTerm;

    private static ScheduleWindow Around(DateOnly first, DateOnly last, int years, bool isOfTerm) =>
        new(
            new DateOnly(first.Year - years, first.Month, 1),
            new DateOnly(Math.Min(last.Year + years, DateOnly.MaxValue.Year), last.Month, 1).AddMonths(1).AddDays(-1),
            isOfTerm
        );

    private static string[] Ends(string period) => [period + "-start", period + "-end"];
}
