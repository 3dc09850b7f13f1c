namespace Shirube.Plans.Writing;

/// <summary>The rows of a policy tree, put in the order of reading.</summary>
internal static class NodeRows
{
    public static IReadOnlyList<PolicyNode> InOrder(
        IReadOnlyList<DraftNode> rows,
        IReadOnlyList<DraftNodeIndicator> indicators,
        IReadOnlyList<DraftLink> links
    )
    {
        var children = rows.OrderBy(row => row.Position).ThenBy(row => row.Number).ToLookup(row => row.Parent ?? 0);
        var measured = indicators.ToLookup(one => one.NodeNumber);
        var tied = links.OrderBy(link => link.Number).ToLookup(link => link.NodeNumber);
        var ordered = new List<PolicyNode>(rows.Count);
        var waiting = new Stack<DraftNode>(children[0].Reverse());
        while (waiting.TryPop(out var row))
        {
            ordered.Add(
                new PolicyNode(row.Number, row.Parent, row.Name, row.Text, row.Weight)
                {
                    Indicators =
                    [
                        .. measured[row.Number]
                            .OrderBy(one => one.IndicatorNumber)
                            .Select(one => new NodeIndicator(one.IndicatorNumber, one.Weight)),
                    ],
                    Links = [.. tied[row.Number].Select(link => link.Link)],
                }
            );
            foreach (var child in children[row.Number].Reverse())
                waiting.Push(child);
        }
        return ordered;
    }
}
