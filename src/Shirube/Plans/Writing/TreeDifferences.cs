using Shirube.Approvals;
using Shirube.Documents;
using static Shirube.Plans.Writing.PartDifferences;

namespace Shirube.Plans.Writing;

/// <summary>施策体系 of two states of a plan: its items, where they hang, what they weigh, and what they are tied to.</summary>
internal static class TreeDifferences
{
    private const string Place = PlanDifferences.Root + "/nodes";

    public static IEnumerable<Difference> Between(PlanContent old, PlanContent now)
    {
        var (before, after) = (new Names(old), new Names(now));
        var (stood, stand) = (old.Nodes.ToLookup(node => node.Parent), now.Nodes.ToLookup(node => node.Parent));
        // Siblings are put in order below their parent, not over the whole tree.
        return Parts(Place, old.Nodes, now.Nodes, node => node.Number, node => node.Name, Fields)
            .Concat(stand.Select(siblings => siblings.Key).SelectMany(Siblings));

        IEnumerable<Difference> Siblings(int? parent) =>
            Order(
                parent is null ? Place : $"{Place}/{parent}",
                parent is null ? null : after.Of(parent),
                stood[parent],
                stand[parent],
                node => node.Number,
                node => node.Name
            );

        IEnumerable<Difference> Fields(string place, PolicyNode? was, PolicyNode node)
        {
            var item = Named(node.Name, node.Number);
            return
            [
                .. Value(place + "/name", item, was?.Name ?? node.Name, node.Name),
                .. Text(place + "/text", item, was?.Text ?? "", node.Text),
                .. Parent(place, item, was, node),
                .. Number(place + "/weight", item, was?.Weight, node.Weight),
                .. Of(
                    place + "/indicators",
                    was?.Indicators ?? [],
                    node.Indicators,
                    tie => tie.Indicator,
                    tie => $"{item}／{after.Indicator(tie.Indicator) ?? before.Indicator(tie.Indicator)}",
                    (at, tied, tie) =>
                        Number(at + "/weight", $"{item}／{after.Indicator(tie.Indicator)}", tied?.Weight, tie.Weight)
                ),
                .. Links(place, item, was?.Links ?? [], node.Links),
            ];
        }

        IEnumerable<Difference> Parent(string place, string item, PolicyNode? was, PolicyNode node)
        {
            var (from, to) = (was is null ? null : before.Of(was.Parent), after.Of(node.Parent));
            if (was?.Parent != node.Parent && from == to)
                (from, to) = ($"{from} #{was?.Parent}", $"{to} #{node.Parent}");
            // A parent of another name is the parent's change.
            return was is not null && was.Parent == node.Parent ? [] : Value(place + "/parent", item, from, to);
        }
    }

    /// <summary>つながり, by how they lead: what came, what went, and another order.</summary>
    public static IEnumerable<Difference> Links(
        string place,
        string? item,
        IReadOnlyList<PlanLink> old,
        IReadOnlyList<PlanLink> now
    )
    {
        var gone = old.ToList();
        var come = now.Where(link => !gone.Remove(link)).ToList();
        foreach (var link in gone)
            yield return new Difference(PlaceOf(link), item, null, Written(link), null);
        foreach (var link in come)
            yield return new Difference(PlaceOf(link), item, null, null, Written(link));
        var (before, after) = (old.Where(now.Contains).ToList(), now.Where(old.Contains).ToList());
        if (gone.Count + come.Count == 0 && !before.SequenceEqual(after))
            yield return new Difference(place + "/links/order", item, null, Joined(before), Joined(after));

        string PlaceOf(PlanLink link) => $"{place}/links/{ContractValue.Write(link.Relation)}";
    }

    private static string Joined(IEnumerable<PlanLink> links) => string.Join("、", links.Select(Written));

    private static string Written(PlanLink link) => link.Address is null ? link.Name : $"{link.Name}（{link.Address}）";

    /// <summary>What a plan calls its items and KPIs.</summary>
    private sealed class Names(PlanContent content)
    {
        private readonly Dictionary<int, string> nodes = content.Nodes.ToDictionary(
            node => node.Number,
            node => Named(node.Name, node.Number)
        );
        private readonly Dictionary<int, string> indicators = content.Indicators.ToDictionary(
            indicator => indicator.Number,
            indicator => Named(indicator.Name, indicator.Number)
        );

        public string Of(int? node) =>
            node is { } number ? nodes.GetValueOrDefault(number, Numbered(number)) : PlanDifferences.TopOfTree;

        public string? Indicator(int number) => indicators.GetValueOrDefault(number);
    }
}
