using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>施策体系の項目を消す, with what lies below it or so that what lies below moves up.</summary>
public sealed class RemoveNode(ShirubeDb db, TimeProvider clock)
{
    /// <param name="seen">What the person was told that hangs on it; when it is otherwise by now, nothing goes.</param>
    public Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        int node,
        bool withBelow,
        NodeLoss seen,
        CancellationToken cancel = default
    ) =>
        NodeChange.MakeAsync(
            db,
            clock,
            asker,
            plan,
            node,
            "plan.nodeRemoved",
            async (_, nodes, row) =>
            {
                if (await LossAsync(plan, nodes, row, cancel) != seen)
                    return Changed.Refused(null, "WRITE109");
                var before = AuditValues.Of(
                    ("node", row.Number),
                    ("parent", row.Parent),
                    ("name", row.Name),
                    ("below", withBelow ? seen.Below : 0)
                );
                await TakeOutAsync(plan, nodes, row, withBelow, cancel);
                return Changed.From(before, null);
            },
            cancel
        );

    private async Task TakeOutAsync(int plan, HeldNodes nodes, DraftNode row, bool withBelow, CancellationToken cancel)
    {
        List<DraftNode> gone = [row];
        if (withBelow)
            gone = nodes.TakeOutWithBelow(row);
        else
            nodes.TakeOut(row);
        // What moved up must have left before its parent goes; those that go, go in one statement, children and all.
        await db.SaveChangesAsync(cancel);
        var numbers = gone.Select(node => node.Number).ToList();
        await db
            .DraftNodes.Where(node => node.DraftNumber == plan && numbers.Contains(node.Number))
            .ExecuteDeleteAsync(cancel);
        foreach (var node in gone)
            db.Entry(node).State = EntityState.Detached;
    }

    private async Task<NodeLoss> LossAsync(int plan, HeldNodes nodes, DraftNode row, CancellationToken cancel)
    {
        var numbers = nodes.Below(row).Select(node => node.Number).Append(row.Number).ToList();
        return new NodeLoss(
            numbers.Count - 1,
            await db.DraftNodeIndicators.CountAsync(
                tie => tie.DraftNumber == plan && numbers.Contains(tie.NodeNumber),
                cancel
            ),
            await db.DraftLinks.CountAsync(
                link => link.DraftNumber == plan && link.NodeNumber != null && numbers.Contains(link.NodeNumber.Value),
                cancel
            )
        );
    }
}
