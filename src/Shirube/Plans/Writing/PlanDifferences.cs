using Shirube.Approvals;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Text;

namespace Shirube.Plans.Writing;

/// <summary>新旧: how one approved state of a plan differs from another.</summary>
public static class PlanDifferences
{
    internal static IEnumerable<Difference> Between(byte[] before, byte[] after) =>
        Between(PlanContentJson.Read(before), PlanContentJson.Read(after));

    public static IEnumerable<Difference> Between(PlanContent old, PlanContent now) =>
        [
            .. Texts(old, now),
            .. Value("/authors", null, Names(old), Names(now)),
            .. Indicators(old, now),
            .. Value("/policies", null, Tree(old), Tree(now)),
            .. Funding(old, now),
            .. Value("/schedule", null, Schedule(old), Schedule(now)),
        ];

    private static IEnumerable<Difference> Texts(PlanContent old, PlanContent now) =>
        from passage in now.Outline.SelectMany(section =>
            section
                .Passages(old.Authors.UnionBy(now.Authors, author => author.Number))
                .Select(passage => (section, passage))
        )
        let was = old[passage.passage.Key]
        let holds = now[passage.passage.Key]
        where was != holds
        let excerpt = TextExcerpt.Around(was, holds)
        select new Difference(
            "/chapters/" + passage.passage.Key,
            passage.section.FullNumber is { } number
                ? $"{number} {OutlineText.Of(now.Form, passage.section, OutlineText.Japanese)}"
                : OutlineText.Of(now.Form, passage.section, OutlineText.Japanese),
            null,
            was.Length == 0 ? null : excerpt.Before,
            holds.Length == 0 ? null : excerpt.After
        );

    private static IEnumerable<Difference> Indicators(PlanContent old, PlanContent now)
    {
        var before = old.Indicators.ToDictionary(indicator => indicator.Number);
        foreach (var (indicator, at) in now.Indicators.Select((one, at) => (one, at)))
        {
            var place = $"/indicators/{at}";
            if (!before.Remove(indicator.Number, out var was))
                yield return new Difference(place, indicator.Name, null, null, indicator.Name);
            else
                foreach (var difference in Indicator(place, was, indicator))
                    yield return difference;
        }
        foreach (var gone in before.Values)
            yield return new Difference($"/indicators/{gone.Number}", gone.Name, null, gone.Name, null);
    }

    private static IEnumerable<Difference> Indicator(string place, PlanIndicator was, PlanIndicator now) =>
        [
            .. Value(place + "/name", now.Name, was.Name, now.Name),
            .. Value(place + "/unit", now.Name, was.Unit, now.Unit),
            .. Value(place + "/targetBasis", now.Name, ContractValue.Write(was.Basis), ContractValue.Write(now.Basis)),
            .. Value(
                place + "/direction",
                now.Name,
                ContractValue.Write(was.Direction),
                ContractValue.Write(now.Direction)
            ),
            .. Value(place + "/baseline", now.Name, Written(was.Baseline), Written(now.Baseline)),
            .. was
                .Targets.Concat(now.Targets)
                .Select(target => target.Year)
                .Distinct()
                .Order()
                .SelectMany(year =>
                    Value(place + "/targets/0/value", now.Name, Written(was.At(year)), Written(now.At(year)), year)
                ),
        ];

    /// <summary>1,800 and 1800.00 are one figure.</summary>
    private static string? Written(PlanFigure figure) =>
        figure.Value is { } value ? ContractValue.Number(value)
        : figure.State is { } state && figure.Text.Length > 0 ? ContractValue.Write(state)
        : figure.Text.Length > 0 ? figure.Text
        : null;

    private static IEnumerable<Difference> Funding(PlanContent old, PlanContent now) =>
        from year in old.Funding.Concat(now.Funding).Select(amount => amount.Year).Distinct().Order()
        from difference in Value("/funding", null, Amounts(old, year), Amounts(now, year), year)
        select difference;

    private static string? Amounts(PlanContent content, FiscalYear year) =>
        Joined(
            content
                .Funding.Where(amount => amount.Year == year)
                .Select(amount => $"{amount.Source} {Figure.Write(amount.Yen)}")
        );

    private static string? Names(PlanContent content) => Joined(content.Authors.Select(author => author.Name));

    private static string? Tree(PlanContent content) =>
        Joined(content.Nodes.Select(node => $"{node.Name}{node.Text}{node.Weight}"));

    private static string? Schedule(PlanContent content) =>
        Joined(
            content.Schedule.Select(item => $"{item.Name} {item.From:yyyy-MM}～{item.To:yyyy-MM} {item.Note}".Trim())
        );

    private static string? Joined(IEnumerable<string> parts) =>
        string.Join("、", parts) is { Length: > 0 } text ? text : null;

    private static IEnumerable<Difference> Value(
        string place,
        string? item,
        string? before,
        string? after,
        FiscalYear? year = null
    ) => before == after ? [] : [new Difference(place, item, year?.Year, before, after)];
}
