using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>
/// 施策体系 as an outline: each level under the one above it, by the name that the plan gives the level, with its
/// number, its text and the KPIs that show its progress.
/// </summary>
internal static class PolicyOutlineText
{
    public static IEnumerable<WrittenBlock> Of(PlanContent content)
    {
        var children = content.Nodes.ToLookup(node => node.Parent);
        var hasRoot = children[null].Take(2).Count() == 1;
        return Below(content, children, new Place(null, 0, "", hasRoot)).Concat(Links(content.Links, "計画全体の"));
    }

    /// <param name="Number">1-2, as its children continue it.</param>
    /// <param name="HasRoot">One node alone stands at the top and bears no number.</param>
    private sealed record Place(int? Parent, int Depth, string Number, bool HasRoot);

    private static IEnumerable<WrittenBlock> Below(PlanContent content, ILookup<int?, PolicyNode> children, Place place)
    {
        var level = TreeLevels.Of(content).ElementAtOrDefault(place.Depth) ?? "";
        foreach (var (node, index) in children[place.Parent].Select((node, index) => (node, index)))
        {
            var number = place is { HasRoot: true, Depth: 0 }
                ? ""
                : (place.Number.Length > 0 ? place.Number + "-" : "")
                    + (index + 1).ToString(CultureInfo.InvariantCulture);
            yield return new WrittenHeading(
                Math.Min(3 + place.Depth, 6),
                $"{level}{Printed(level, number, index)}　{node.Name}"
            );
            foreach (var line in node.Text.Length == 0 ? [] : WrittenLines.Of(node.Text))
                yield return new WrittenParagraph(line) { Indent = place.Depth };
            foreach (var block in Facts(content, node, place.Depth))
                yield return block;
            foreach (
                var block in Below(content, children, new Place(node.Number, place.Depth + 1, number, place.HasRoot))
            )
                yield return block;
        }
    }

    /// <summary>基本方針Ⅰ, 施策1-2.</summary>
    private static string Printed(string level, string number, int index) =>
        level == "基本方針"
        && number.Length > 0
        && !number.Contains('-', StringComparison.Ordinal)
        && index < TreeLevels.Romans.Length
            ? TreeLevels.Romans[index].ToString()
            : number;

    private static IEnumerable<WrittenBlock> Facts(PlanContent content, PolicyNode node, int depth)
    {
        if (node.Weight is { } own and not 1)
            yield return new WrittenParagraph($"（評価の重み）{Weight(own)}") { Indent = depth };
        foreach (var tied in node.Indicators)
        {
            if (content.Indicators.FirstOrDefault(one => one.Number == tied.Indicator) is { } indicator)
                yield return new WrittenParagraph(
                    $"（指標）{indicator.Name}（{indicator.Unit}）"
                        + (tied.Weight is { } weight and not 1 ? $"　重み {Weight(weight)}" : "")
                )
                {
                    Indent = depth,
                };
        }
        foreach (var block in Links(node.Links, ""))
            yield return block;
    }

    private static string Weight(decimal weight) => weight.ToString("0.##########", CultureInfo.InvariantCulture);

    private static IEnumerable<WrittenBlock> Links(IEnumerable<PlanLink> links, string whole) =>
        links.Select(link => new WrittenParagraph($"（{whole}{RelationWord.Of(link.Relation)}）{link.Name}"));
}
