using Shirube.Documents;

namespace Shirube.Plans.Writing;

/// <summary>工程表・財源計画の点検: what stands there and does not go together with what the plan says elsewhere.</summary>
internal static class AnnexChecks
{
    public static IEnumerable<PlacedFinding> Of(PlanContent content) => [.. Funding(content), .. Schedule(content)];

    private static IEnumerable<PlacedFinding> Funding(PlanContent content)
    {
        var funding = new FundingPlan(content);
        // What is aimed at of donations is no sum of all sources.
        if (
            content.Form != PlanForm.A2007
            && funding is { Difference: { } difference, CostYen: { } cost }
            && difference != 0
        )
            yield return Warning(
                PlanOutline.Funding,
                "DRAFT121",
                WrittenYen.Of(funding.TotalWithin),
                WrittenYen.Of(cost)
            );
        foreach (var year in content.Funding.Select(amount => amount.Year).Distinct().Order())
            if (!funding.IsWithin(year) || funding.NthOf(year) < 1)
                yield return Warning(PlanOutline.Funding, "DRAFT122", FindingWord.Year(year));
    }

    private static IEnumerable<PlacedFinding> Schedule(PlanContent content)
    {
        if (content.Facts is not { ProjectStart: { } start, ProjectEnd: { } end } || end < start)
            yield break;
        foreach (var item in content.Schedule)
            if (item.To > end || item.From < new DateOnly(start.Year, start.Month, 1))
                yield return Warning(PlanOutline.Schedule, "DRAFT123", item.Name);
    }

    private static PlacedFinding Warning(string section, string code, params object?[] arguments) =>
        new(section, null, new Finding(code, Severity.Warning, null, arguments));
}
