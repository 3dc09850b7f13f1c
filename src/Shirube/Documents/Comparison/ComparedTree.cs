using System.Globalization;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>
/// 施策体系 of a plan that is written in Shirube, as paragraphs: what its levels are called, what the whole plan is tied to,
/// and a row for each item, with what it hangs under, what it weighs and what it is tied to, before its text.
/// </summary>
internal sealed class ComparedTree
{
    private readonly PlanContent content;
    private readonly Dictionary<int, string> nodes;
    private readonly Dictionary<int, string> indicators;

    private ComparedTree(PlanContent content)
    {
        this.content = content;
        nodes = content.Nodes.ToDictionary(node => node.Number, node => node.Name);
        indicators = content.Indicators.ToDictionary(indicator => indicator.Number, indicator => indicator.Name);
    }

    public static IEnumerable<string> Of(PlanContent content) => new ComparedTree(content).Paragraphs();

    private IEnumerable<string> Paragraphs()
    {
        if (content.Levels.Count > 0)
            yield return ComparisonText.Of("Tree.Levels", string.Join(ComparisonText.Of("ListComma"), content.Levels));
        if (content.Links.Count > 0)
            yield return Row([ComparisonText.Of("Tree.Whole"), .. content.Links.Select(Said)]);
        foreach (var node in content.Nodes)
        {
            yield return Row([
                node.Name,
                node.Parent is { } parent ? ComparisonText.Of("Tree.Under", NameIn(nodes, parent)) : "",
                node.Weight is { } weight ? ComparisonText.Of("Tree.Weight", Number(weight)) : "",
                .. node.Indicators.Select(Said),
                .. node.Links.Select(Said),
            ]);
            foreach (var line in node.Text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
                yield return line;
        }
    }

    private static string Row(IEnumerable<string> cells) => string.Join('\t', cells.Where(cell => cell.Length > 0));

    private string Said(NodeIndicator tie) =>
        tie.Weight is { } weight
            ? ComparisonText.Of("Tree.WeightedIndicator", NameIn(indicators, tie.Indicator), Number(weight))
            : ComparisonText.Of("Tree.Indicator", NameIn(indicators, tie.Indicator));

    private static string Said(PlanLink link) =>
        link.Address is { } address
            ? ComparisonText.Of("Tree.LinkAt", ComparisonText.Of(link.Relation), link.Name, address)
            : ComparisonText.Of("Tree.Link", ComparisonText.Of(link.Relation), link.Name);

    /// <summary>Its number where it has no name, or is not there.</summary>
    private static string NameIn(Dictionary<int, string> names, int number) =>
        names.TryGetValue(number, out var name) && name.Length > 0
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"#{number}");

    private static string Number(decimal weight) => ComparisonText.Of(weight);
}
