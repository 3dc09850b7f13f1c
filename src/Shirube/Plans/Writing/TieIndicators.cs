using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>項目にKPIをひも付ける: which indicators show its progress, and how much each counts.</summary>
public sealed class TieIndicators(ShirubeDb db, TimeProvider clock)
{
    /// <param name="ties">All that the node shall have.</param>
    /// <param name="seen">All that it had before the person's eyes; on anything else nothing is overwritten.</param>
    public Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        int node,
        IReadOnlyList<NodeIndicator> ties,
        IReadOnlyList<NodeIndicator> seen,
        CancellationToken cancel = default
    ) =>
        NodeChange.MakeAsync(
            db,
            clock,
            asker,
            plan,
            node,
            "plan.nodeIndicatorsTied",
            (draft, _, row) => TieAsync(draft, row, [.. ties.DistinctBy(tie => tie.Indicator)], seen, cancel),
            cancel
        );

    private async Task<Changed> TieAsync(
        PlanDraft draft,
        DraftNode node,
        List<NodeIndicator> ties,
        IReadOnlyList<NodeIndicator> seen,
        CancellationToken cancel
    )
    {
        if (ties.Find(tie => !NodeChange.IsWeight(tie.Weight)) is { } wrong)
            return Changed.Refused($"weight-{wrong.Indicator}", "WRITE107", NodeChange.MostWeight);
        var known = await db
            .DraftIndicators.Where(indicator => indicator.DraftNumber == draft.Number)
            .Select(indicator => indicator.Number)
            .ToListAsync(cancel);
        if (ties.Exists(tie => !known.Contains(tie.Indicator)))
            return Changed.Refused("ties", "WRITE120");
        var rows = await db
            .DraftNodeIndicators.Where(tie => tie.DraftNumber == draft.Number && tie.NodeNumber == node.Number)
            .ToListAsync(cancel);
        var (now, wanted) = (Written(rows.Select(Tie)), Written(ties));
        if (now == wanted)
            return Changed.Nothing;
        if (now != Written(seen))
            return Changed.Conflict("ties", "WRITE110");
        foreach (var row in rows)
        {
            if (ties.Find(tie => tie.Indicator == row.IndicatorNumber) is { } kept)
                row.Weight = kept.Weight;
            else
                db.Remove(row);
        }
        foreach (var tie in ties.Where(tie => rows.TrueForAll(row => row.IndicatorNumber != tie.Indicator)))
            db.Add(
                draft.Own(
                    new DraftNodeIndicator
                    {
                        NodeNumber = node.Number,
                        IndicatorNumber = tie.Indicator,
                        Weight = tie.Weight,
                    }
                )
            );
        return Changed.From(Values(node, now), Values(node, wanted));
    }

    private static NodeIndicator Tie(DraftNodeIndicator row) => new(row.IndicatorNumber, row.Weight);

    private static string Values(DraftNode node, string ties) =>
        AuditValues.Of(("node", node.Number), ("indicators", ties));

    /// <summary>3, 5×2: numbers, with the weight where there is one.</summary>
    public static string Written(IEnumerable<NodeIndicator> ties) =>
        string.Join(
            ", ",
            ties.OrderBy(tie => tie.Indicator)
                .Select(tie =>
                    tie.Weight is { } weight
                        ? FormattableString.Invariant($"{tie.Indicator}×{weight:0.##########}")
                        : FormattableString.Invariant($"{tie.Indicator}")
                )
        );
}
