using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>施策体系に項目を加える, one or several at a time, behind what is there; an indented list with its levels.</summary>
public sealed class AddNodes(ShirubeDb db, TimeProvider clock)
{
    /// <param name="parent">Null for the top.</param>
    /// <param name="names">One a line, below the last line that is less indented; blank lines do not count.</param>
    /// <returns>The numbers of those right below the parent, or what is wrong: then none was added.</returns>
    public async Task<(IReadOnlyList<int> Numbers, Fault? Fault)> ExecuteAsync(
        Asker asker,
        int plan,
        int? parent,
        string names,
        CancellationToken cancel = default
    )
    {
        var numbers = new List<int>();
        var fault = await NodeChange.MakeAsync(
            db,
            clock,
            asker,
            plan,
            "plan.nodesAdded",
            (draft, nodes) => Task.FromResult(Add(draft, nodes, parent, names, numbers)),
            cancel
        );
        return fault is null ? (numbers, null) : ([], fault);
    }

    private Changed Add(PlanDraft draft, HeldNodes nodes, int? parent, string typed, List<int> numbers)
    {
        var (names, fault) = IndentedName.Read(typed, "names");
        if (fault is not null)
            return new Changed(fault, null, null);
        var above = nodes.Find(parent);
        if (parent is not null && above is null)
            return Changed.Refused(null, "WRITE101");
        var depth = above is null ? 0 : nodes.DepthOf(above);
        if (FaultOf(names, nodes.Rows.Count, depth) is { } wrong)
            return new Changed(wrong, null, null);
        var path = new List<int?> { parent };
        var added = new List<int>();
        foreach (var name in names)
        {
            path.RemoveRange(name.Depth, path.Count - name.Depth);
            added.Add(Add(draft, nodes, path[^1], name.Name));
            if (name.Depth == 1)
                numbers.Add(added[^1]);
            path.Add(added[^1]);
        }
        return Changed.To(AuditValues.Of(("parent", parent), ("nodes", string.Join(' ', added))));
    }

    private int Add(PlanDraft draft, HeldNodes nodes, int? parent, string name)
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
        return node.Number;
    }

    /// <param name="depth">Of what the names come to lie below; 0 for the top.</param>
    private static Fault? FaultOf(IReadOnlyList<IndentedName> names, int count, int depth)
    {
        if (names.Count == 0)
            return new Fault("names", "WRITE102");
        if (
            names.Select(name => NodeChange.FaultOf(name.Name, "names")).FirstOrDefault(fault => fault is not null) is
            { } wrong
        )
            return wrong;
        if (count + names.Count > NodeChange.MostNodes)
            return new Fault("names", "WRITE104", null, NodeChange.MostNodes);
        if (depth >= TreeLevels.Most)
            return new Fault("names", "WRITE105", null, TreeLevels.Most);
        return names.FirstOrDefault(name => depth + name.Depth > TreeLevels.Most) is { } deep
            ? new Fault("names", "WRITE129", null, deep.Line, deep.Name, depth + deep.Depth, TreeLevels.Most)
            : null;
    }
}
