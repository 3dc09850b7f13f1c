using Shirube.Data;
using Shirube.Documents;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <param name="Weight">Null counts as 1.</param>
public sealed record NodeText(string Name, string Text, decimal? Weight);

/// <summary>施策体系の項目を書き直す: its name, what it means, how much it counts.</summary>
public sealed class ChangeNode(ShirubeDb db, TimeProvider clock)
{
    /// <param name="seen">What the person had before the eyes; on anything else nothing is overwritten.</param>
    public Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        int node,
        NodeText typed,
        NodeText seen,
        CancellationToken cancel = default
    ) =>
        NodeChange.MakeAsync(
            db,
            clock,
            asker,
            plan,
            node,
            "plan.nodeChanged",
            (_, _, row) => Task.FromResult(Change(row, Tidy(typed), Tidy(seen))),
            cancel
        );

    private static Changed Change(DraftNode row, NodeText typed, NodeText seen)
    {
        if (NodeChange.FaultOf(typed.Name) is { } wrong)
            return new Changed(wrong, null, null);
        if (typed.Text.Length > NodeChange.TextMaxLength)
            return Changed.Refused("text", "WRITE006", NodeChange.TextMaxLength);
        if (!NodeChange.IsWeight(typed.Weight))
            return Changed.Refused("weight", "WRITE107", NodeChange.MostWeight);
        var now = new NodeText(row.Name, row.Text, row.Weight);
        if (now == typed)
            return Changed.Nothing;
        if (now != seen)
            return Changed.Conflict(now.Name != seen.Name ? "name" : "text", "WRITE108", Saved(now, seen));
        var before = NodeChange.Values(row);
        (row.Name, row.Text, row.Weight) = (typed.Name, typed.Text, typed.Weight);
        return Changed.From(before, NodeChange.Values(row));
    }

    /// <summary>What another saved of it, whole: whoever saves again has read what is replaced.</summary>
    private static string Saved(NodeText now, NodeText seen) =>
        string.Join(
            "／",
            new[]
            {
                now.Name != seen.Name ? now.Name : null,
                now.Text != seen.Text ? now.Text : null,
                now.Weight != seen.Weight ? ContractValue.Write(now.Weight) ?? "-" : null,
            }.OfType<string>()
        );

    private static NodeText Tidy(NodeText text) =>
        text with
        {
            Name = NodeChange.Line(text.Name),
            Text = Storable.Text(text.Text.ReplaceLineEndings("\n").Trim()),
        };
}
