using Shirube.Documents.Writing;
using Shirube.Plans.Writing;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans;

/// <summary>The policy tree as a document: headings by level, the texts, what each is measured by and linked with.</summary>
internal static class TreeOutline
{
    /// <summary>Word knows nine levels of headings; what lies deeper than these is set in.</summary>
    private const int Headings = 5;

    public static WrittenDocument Of(PlanContent content, string title)
    {
        var tree = new PolicyTree(content);
        var blocks = new List<WrittenBlock> { new WrittenHeading(1, T("Tree.TitleOf", title)) };
        blocks.AddRange(content.Links.Select(link => Linked(link, 0)));
        foreach (var node in tree.Nodes)
        {
            var depth = tree.DepthOf(node);
            var named = $"{tree.LevelOf(node) ?? T("Tree.LevelNo", depth + 1)}　{node.Name}";
            blocks.Add(
                depth < Headings
                    ? new WrittenHeading(depth + 2, named)
                    : new WrittenParagraph([new WrittenRun(named) { IsBold = true }]) { Indent = depth - Headings + 1 }
            );
            if (node.Text.Length > 0)
                blocks.Add(new WrittenParagraph(node.Text) { Indent = 1 });
            if (node.Weight is { } weight)
                blocks.Add(new WrittenParagraph(T("Tree.WeightOf", ValueText.Number(weight))) { Indent = 1 });
            blocks.AddRange(node.Indicators.Select(tie => Measured(content, tie)));
            blocks.AddRange(node.Links.Select(link => Linked(link, 1)));
        }
        return new WrittenDocument(T("Tree.TitleOf", title), blocks);
    }

    private static WrittenParagraph Measured(PlanContent content, NodeIndicator tie)
    {
        var name = content.Indicators.FirstOrDefault(known => known.Number == tie.Indicator)?.Name;
        return new WrittenParagraph(
            T("Tree.KpiOf", string.IsNullOrWhiteSpace(name) ? T("Tree.NamelessKpi", tie.Indicator) : name)
                + (tie.Weight is { } weight ? T("Tree.KpiWeight", ValueText.Number(weight)) : "")
        )
        {
            Indent = 1,
        };
    }

    private static WrittenParagraph Linked(PlanLink link, int indent) =>
        new($"{T("Tree.Relation." + link.Relation)}: {link.Name}") { Indent = indent };
}
