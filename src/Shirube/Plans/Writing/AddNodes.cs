using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>施策体系に項目を加える, one or several at a time, behind what is there.</summary>
public sealed class AddNodes(ShirubeDb db, TimeProvider clock)
{
    /// <param name="parent">Null for the top.</param>
    /// <param name="names">One a line; blank lines do not count.</param>
    /// <returns>Their numbers, or what is wrong: then none was added.</returns>
    public async Task<(IReadOnlyList<int> Numbers, Fault? Fault)> ExecuteAsync(
        Asker asker,
        int plan,
        int? parent,
        string names,
        CancellationToken cancel = default
    )
    {
        var numbers = new List<int>();
        var lines = names.ReplaceLineEndings("\n").Split('\n').Select(NodeChange.Line).Where(name => name.Length > 0);
        var fault = await NodeChange.MakeAsync(
            db,
            clock,
            asker,
            plan,
            "plan.nodesAdded",
            (draft, nodes) => Task.FromResult(Add(draft, nodes, parent, [.. lines], numbers)),
            cancel
        );
        return fault is null ? (numbers, null) : ([], fault);
    }

    private Changed Add(PlanDraft draft, HeldNodes nodes, int? parent, List<string> names, List<int> numbers)
    {
        if (names.Count == 0)
            return Changed.Refused("names", "WRITE102");
        if (
            names.Select(name => NodeChange.FaultOf(name, "names")).FirstOrDefault(fault => fault is not null) is
            { } wrong
        )
            return new Changed(wrong, null, null);
        if (nodes.Rows.Count + names.Count > NodeChange.MostNodes)
            return Changed.Refused("names", "WRITE104", NodeChange.MostNodes);
        var above = nodes.Find(parent);
        if (parent is not null && above is null)
            return Changed.Refused(null, "WRITE101");
        if (above is not null && nodes.DepthOf(above) >= TreeLevels.Most)
            return Changed.Refused("names", "WRITE105", TreeLevels.Most);
        foreach (var name in names)
        {
            var node = draft.Own(
                new DraftNode
                {
                    Number = draft.NextPart(),
                    Parent = parent,
                    Name = name,
                    Text = "",
                }
            );
            nodes.Add(node);
            db.Add(node);
            numbers.Add(node.Number);
        }
        return Changed.To(AuditValues.Of(("parent", parent), ("nodes", string.Join(' ', numbers))));
    }
}
