namespace Shirube.Plans.Writing;

/// <summary>The rows of a policy tree under the hands of one who changes it. A node is never below itself.</summary>
internal sealed class HeldNodes(List<DraftNode> rows)
{
    public IReadOnlyList<DraftNode> Rows => rows;

    public DraftNode? Find(int? number) => rows.Find(row => row.Number == number);

    /// <param name="parent">Null for the top.</param>
    public List<DraftNode> ChildrenOf(int? parent) =>
        [.. rows.Where(row => row.Parent == parent).OrderBy(row => row.Position).ThenBy(row => row.Number)];

    /// <summary>All that lies under a node, not itself.</summary>
    public List<DraftNode> Below(DraftNode node) =>
        [.. ChildrenOf(node.Number).SelectMany(child => Below(child).Prepend(child))];

    /// <summary>1 at the top.</summary>
    public int DepthOf(DraftNode node)
    {
        var depth = 1;
        for (var at = Find(node.Parent); at is not null; at = Find(at.Parent))
            depth++;
        return depth;
    }

    /// <summary>1 for a node with nothing below it.</summary>
    public int HeightOf(DraftNode node) => 1 + ChildrenOf(node.Number).Select(HeightOf).DefaultIfEmpty(0).Max();

    public void Add(DraftNode node)
    {
        node.Position = Behind(node.Parent);
        rows.Add(node);
    }

    /// <returns>False at the end of its siblings: nothing moved.</returns>
    public bool MoveBy(DraftNode node, int by)
    {
        var siblings = ChildrenOf(node.Parent);
        var at = siblings.IndexOf(node);
        var to = at + Math.Sign(by);
        if (to < 0 || to >= siblings.Count)
            return false;
        siblings.RemoveAt(at);
        siblings.Insert(to, node);
        Number(siblings);
        return true;
    }

    /// <summary>Whether another node is this one or lies below it.</summary>
    public bool IsIn(DraftNode node, DraftNode other) => other == node || Below(node).Contains(other);

    /// <summary>Behind the last child of the parent, with all that lies below it.</summary>
    /// <param name="parent">Null for the top; neither the node itself nor below it.</param>
    public void MoveTo(DraftNode node, DraftNode? parent) =>
        (node.Position, node.Parent) = (Behind(parent?.Number), parent?.Number);

    /// <summary>Takes a node out; what lay right below it takes its place.</summary>
    public void TakeOut(DraftNode node)
    {
        var children = ChildrenOf(node.Number);
        var siblings = ChildrenOf(node.Parent);
        siblings.InsertRange(siblings.IndexOf(node), children);
        siblings.Remove(node);
        foreach (var child in children)
            child.Parent = node.Parent;
        rows.Remove(node);
        Number(siblings);
    }

    /// <returns>What went, the node itself included.</returns>
    public List<DraftNode> TakeOutWithBelow(DraftNode node)
    {
        List<DraftNode> gone = [node, .. Below(node)];
        rows.RemoveAll(gone.Contains);
        return gone;
    }

    /// <summary>The position behind all children; those of some may have been taken out.</summary>
    private int Behind(int? parent) => ChildrenOf(parent) is [.., var last] ? last.Position + 1 : 1;

    private static void Number(List<DraftNode> siblings)
    {
        for (var at = 0; at < siblings.Count; at++)
            siblings[at].Position = at + 1;
    }
}
