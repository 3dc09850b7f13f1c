using Shirube.Approvals;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>
/// 様式に印刷されない内容: what a plan holds that <see cref="PlanDocument"/> has no place for. Who approves the document
/// approves it, too.
/// </summary>
public static class UnprintedContent
{
    /// <summary>How the plan differs from what is printed of it, each part as it is.</summary>
    public static IReadOnlyList<Difference> Of(PlanContent content) =>
        [.. PlanDifferences.Between(Printed(content), content).Where(held => held.After is not null)];

    /// <summary>The plan without what is not printed.</summary>
    private static PlanContent Printed(PlanContent content)
    {
        var passages = content
            .Outline.SelectMany(section => section.Passages(content.Authors))
            .Select(passage => passage.Key)
            .ToHashSet();
        return content with
        {
            Authors = [.. content.Authors.Select(author => author with { Code = null })],
            Passages = content.Passages.RemoveRange(content.Passages.Keys.Where(key => !passages.Contains(key))),
            Indicators = [.. content.Indicators.Select(indicator => Printed(content, indicator))],
            Levels = [.. content.Levels.Take(DepthOf(content))],
            Nodes = [.. content.Nodes.Select(node => Printed(content, node))],
            Links = Printed(content.Links),
        };
    }

    /// <summary>The form prints figures of the project's years alone.</summary>
    private static PlanIndicator Printed(PlanContent content, PlanIndicator indicator) =>
        indicator with
        {
            Targets = [.. indicator.Targets.Where(target => content.Years.Contains(target.Year))],
        };

    private static PolicyNode Printed(PlanContent content, PolicyNode node) =>
        node with
        {
            Indicators = [.. node.Indicators.Where(tie => content.Indicators.Any(one => one.Number == tie.Indicator))],
            Links = Printed(node.Links),
        };

    private static IReadOnlyList<PlanLink> Printed(IReadOnlyList<PlanLink> links) =>
        [.. links.Select(link => link with { Address = null })];

    /// <summary>How many levels the tree has.</summary>
    private static int DepthOf(PlanContent content)
    {
        var depths = new Dictionary<int, int>();
        // Parents stand before their children.
        foreach (var node in content.Nodes)
            depths[node.Number] = node.Parent is { } parent ? depths.GetValueOrDefault(parent) + 1 : 1;
        return depths.Values.DefaultIfEmpty().Max();
    }
}
