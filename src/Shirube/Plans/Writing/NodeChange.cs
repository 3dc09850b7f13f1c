using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>What the operations on nodes of the policy tree share: their limits, the rows, what is put on record.</summary>
public static class NodeChange
{
    public const int MostNodes = 500;
    public const int NameMaxLength = 200;
    public const int TextMaxLength = 4_000;
    public const decimal MostWeight = ReadNode.MostWeight;

    internal static Task<Fault?> MakeAsync(
        ShirubeDb db,
        TimeProvider clock,
        Asker asker,
        int plan,
        string act,
        Func<PlanDraft, HeldNodes, Task<Changed>> change,
        CancellationToken cancel
    ) =>
        new PlanChange(db, clock) { Section = PlanOutline.Tree }.MakeAsync(
            asker,
            plan,
            act,
            async draft =>
                await change(
                    draft,
                    new HeldNodes(await db.DraftNodes.Where(node => node.DraftNumber == plan).ToListAsync(cancel))
                ),
            cancel
        );

    /// <summary>A node that is already there.</summary>
    internal static Task<Fault?> MakeAsync(
        ShirubeDb db,
        TimeProvider clock,
        Asker asker,
        int plan,
        int node,
        string act,
        Func<PlanDraft, HeldNodes, DraftNode, Task<Changed>> change,
        CancellationToken cancel
    ) =>
        MakeAsync(
            db,
            clock,
            asker,
            plan,
            act,
            async (draft, nodes) =>
                nodes.Find(node) is { } row ? await change(draft, nodes, row) : Changed.Refused(null, "WRITE101"),
            cancel
        );

    internal static string Line(string text) => Storable.Text(text.ReplaceLineEndings(" ").Trim());

    internal static Fault? FaultOf(string name, string field = "name") =>
        name.Length == 0 ? new Fault(field, "WRITE102")
        : name.Length > NameMaxLength ? new Fault(field, "WRITE103", null, NameMaxLength)
        : null;

    internal static bool IsWeight(decimal? weight) => weight is null or (> 0 and <= MostWeight);

    internal static string Values(DraftNode node) =>
        AuditValues.Of(
            ("node", node.Number),
            ("parent", node.Parent),
            ("position", node.Position),
            ("name", node.Name),
            ("weight", node.Weight)
        );
}
