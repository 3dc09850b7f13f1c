namespace Shirube.Plans.Writing;

/// <summary>体系の埋まり具合: where the tree and the KPI table do not meet yet.</summary>
public sealed class TreeCoverage
{
    public TreeCoverage(PlanContent content)
    {
        var tree = new PolicyTree(content);
        var tied = content.Nodes.SelectMany(node => node.Indicators).Select(tie => tie.Indicator).ToHashSet();
        Leaves = tree.Leaves.Count();
        Unmeasured = [.. tree.Leaves.Where(node => node.Indicators.Count == 0)];
        Loose = [.. content.Indicators.Where(indicator => !tied.Contains(indicator.Number))];
        var project = tree.Levels.Count - 1;
        WithoutProject = [.. tree.Leaves.Where(node => tree.DepthOf(node) < project)];
        HasProjects = tree.Depth > project;
        ProjectLevel = tree.Levels[project];
    }

    /// <summary>How many nodes have nothing below them.</summary>
    public int Leaves { get; }

    /// <summary>Leaves without an indicator.</summary>
    public IReadOnlyList<PolicyNode> Unmeasured { get; }

    /// <summary>Indicators that hang on no node.</summary>
    public IReadOnlyList<PlanIndicator> Loose { get; }

    /// <summary>Where a branch ends above the last named level.</summary>
    public IReadOnlyList<PolicyNode> WithoutProject { get; }

    /// <summary>Some branch reaches the last named level.</summary>
    public bool HasProjects { get; }

    /// <summary>What the last named level is called: 事業.</summary>
    public string ProjectLevel { get; }
}
