namespace Shirube.Plans.Writing;

/// <summary>施策体系: the policy tree of a plan at one moment, to be walked.</summary>
public sealed class PolicyTree
{
    private readonly ILookup<int, PolicyNode> children;
    private readonly Dictionary<int, PolicyNode> nodes;
    private readonly Dictionary<int, int> depths = [];

    public PolicyTree(PlanContent content)
    {
        Nodes = content.Nodes;
        Levels = TreeLevels.Of(content);
        nodes = content.Nodes.ToDictionary(node => node.Number);
        children = content.Nodes.ToLookup(node => node.Parent ?? 0);
        foreach (var node in content.Nodes)
            depths[node.Number] = node.Parent is { } parent ? depths[parent] + 1 : 0;
    }

    /// <summary>Parents before their children, siblings in their order.</summary>
    public IReadOnlyList<PolicyNode> Nodes { get; }

    /// <summary>From the top; the tree may go deeper than there are names.</summary>
    public IReadOnlyList<string> Levels { get; }

    public IEnumerable<PolicyNode> Roots => children[0];

    /// <summary>How many levels are in use.</summary>
    public int Depth => depths.Count == 0 ? 0 : depths.Values.Max() + 1;

    public IEnumerable<PolicyNode> Leaves => Nodes.Where(IsLeaf);

    public PolicyNode? Find(int? number) => number is { } given ? nodes.GetValueOrDefault(given) : null;

    public IEnumerable<PolicyNode> ChildrenOf(PolicyNode node) => children[node.Number];

    public bool IsLeaf(PolicyNode node) => !children.Contains(node.Number);

    /// <summary>0 at the top.</summary>
    public int DepthOf(PolicyNode node) => depths[node.Number];

    /// <summary>Null below the last named level.</summary>
    public string? LevelOf(PolicyNode node) => Levels.ElementAtOrDefault(DepthOf(node));

    /// <summary>All that lies under a node, not itself, in the order of reading.</summary>
    public IEnumerable<PolicyNode> Below(PolicyNode node) =>
        ChildrenOf(node).SelectMany(child => Below(child).Prepend(child));

    /// <summary>From the top down to the node itself.</summary>
    public IReadOnlyList<PolicyNode> PathTo(PolicyNode node)
    {
        var path = new List<PolicyNode>();
        for (var at = node; at is not null; at = Find(at.Parent))
            path.Insert(0, at);
        return path;
    }

    /// <summary>Under which a node may be put: not itself nor what lies below it.</summary>
    public IEnumerable<PolicyNode> PlacesFor(PolicyNode node)
    {
        var own = Below(node).Select(below => below.Number).Append(node.Number).ToHashSet();
        return Nodes.Where(other => !own.Contains(other.Number));
    }

    /// <summary>What goes when the node goes with all that lies below it.</summary>
    public NodeLoss LossOf(PolicyNode node)
    {
        var gone = Below(node).Append(node).ToList();
        return new NodeLoss(gone.Count - 1, gone.Sum(one => one.Indicators.Count), gone.Sum(one => one.Links.Count));
    }
}

/// <summary>What hangs on a node: nodes below it, ties to indicators and links, those of the nodes below included.</summary>
public sealed record NodeLoss(int Below, int Indicators, int Links);
