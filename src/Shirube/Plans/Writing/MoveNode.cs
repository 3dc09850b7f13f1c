using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>施策体系の項目を動かす: among its siblings, or under another node with all that lies below it.</summary>
public sealed class MoveNode(ShirubeDb db, TimeProvider clock)
{
    /// <param name="by">-1 up, 1 down; at the end of the siblings nothing happens.</param>
    public Task<Fault?> ByAsync(Asker asker, int plan, int node, int by, CancellationToken cancel = default) =>
        MakeAsync(
            asker,
            plan,
            node,
            (nodes, row) =>
            {
                var before = NodeChange.Values(row);
                return nodes.MoveBy(row, by) ? Changed.From(before, NodeChange.Values(row)) : Changed.Nothing;
            },
            cancel
        );

    /// <param name="parent">Null for the top.</param>
    public Task<Fault?> ToAsync(Asker asker, int plan, int node, int? parent, CancellationToken cancel = default) =>
        MakeAsync(
            asker,
            plan,
            node,
            (nodes, row) =>
            {
                var above = nodes.Find(parent);
                if (parent is not null && above is null)
                    return Changed.Refused("parent", "WRITE101");
                if (row.Parent == parent)
                    return Changed.Nothing;
                if (above is not null && nodes.IsIn(row, above))
                    return Changed.Refused("parent", "WRITE106", row.Name);
                var (depth, height) = (above is null ? 0 : nodes.DepthOf(above), nodes.HeightOf(row));
                if (depth + height > TreeLevels.Most)
                    return Changed.Refused("parent", "WRITE118", row.Name, height, depth + height, TreeLevels.Most);
                var before = NodeChange.Values(row);
                nodes.MoveTo(row, above);
                return Changed.From(before, NodeChange.Values(row));
            },
            cancel
        );

    private Task<Fault?> MakeAsync(
        Asker asker,
        int plan,
        int node,
        Func<HeldNodes, DraftNode, Changed> move,
        CancellationToken cancel
    ) =>
        NodeChange.MakeAsync(
            db,
            clock,
            asker,
            plan,
            node,
            "plan.nodeMoved",
            (_, nodes, row) => Task.FromResult(move(nodes, row)),
            cancel
        );
}
