using System.Globalization;
using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>
/// 施策体系 as an outline: each level under the one above it, by the name that the plan gives the level, with its
/// number, its text and the KPIs that show its progress.
/// </summary>
internal static class PolicyOutlineText
{
    private static readonly string[] Roman = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ", "Ⅺ", "Ⅻ"];

    public static IEnumerable<WrittenBlock> Of(PlanContent content)
    {
        var children = content.Nodes.ToLookup(node => node.Parent);
        return Below(content, children, null, 0).Concat(Links(content.Links));
    }

    private static IEnumerable<WrittenBlock> Below(
        PlanContent content,
        ILookup<int?, PolicyNode> children,
        int? parent,
        int level
    )
    {
        var siblings = children[parent].ToList();
        for (var i = 0; i < siblings.Count; i++)
        {
            var node = siblings[i];
            yield return new WrittenHeading(
                Math.Min(3 + level, 6),
                NumberOf(content, level, i, siblings.Count) + node.Name
            );
            foreach (var line in node.Text.Length == 0 ? [] : WrittenLines.Of(node.Text))
                yield return new WrittenParagraph(line) { Indent = level };
            foreach (var block in Indicators(content, node, level).Concat(Links(node.Links)))
                yield return block;
            foreach (var block in Below(content, children, node.Number, level + 1))
                yield return block;
        }
    }

    /// <summary>基本方針Ⅰ, 施策1; one alone at the top bears no number.</summary>
    private static string NumberOf(PlanContent content, int level, int index, int count)
    {
        var name = level < content.Levels.Count ? content.Levels[level] : "";
        if (level == 0 && count == 1)
            return name.Length > 0 ? name + "　" : "";
        var arabic = (index + 1).ToString(CultureInfo.InvariantCulture);
        var number = name == "基本方針" && index < Roman.Length ? Roman[index] : arabic;
        return $"{name}{number}　";
    }

    private static IEnumerable<WrittenBlock> Indicators(PlanContent content, PolicyNode node, int level)
    {
        foreach (var tied in node.Indicators)
        {
            if (content.Indicators.FirstOrDefault(one => one.Number == tied.Indicator) is { } indicator)
                yield return new WrittenParagraph($"（指標）{indicator.Name}（{indicator.Unit}）") { Indent = level };
        }
    }

    private static IEnumerable<WrittenBlock> Links(IEnumerable<PlanLink> links) =>
        links.Select(link => new WrittenParagraph($"（{RelationOf(link.Relation)}）{link.Name}"));

    private static string RelationOf(PlanRelation relation) =>
        relation switch
        {
            PlanRelation.Above => "上位計画",
            PlanRelation.Below => "下位計画",
            PlanRelation.Ordinance => "根拠条例",
            _ => "関連計画",
        };
}
