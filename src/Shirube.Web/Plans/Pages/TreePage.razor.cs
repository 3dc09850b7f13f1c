using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Shirube.Faults;
using Shirube.Plans.Writing;
using Shirube.Web.Import;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans.Pages;

public sealed partial class TreePage
{
    /// <summary>Before the number of an indicator: the box that ties it.</summary>
    private const string Tied = "tie-";

    private static readonly string[] Views = ["drawing", "table", "outline"];

    private PolicyTree? tree;

    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewText { get; set; }

    [SupplyParameterFromQuery(Name = "node")]
    private string? NodeText { get; set; }

    [SupplyParameterFromQuery(Name = "paper")]
    private string? PaperText { get; set; }

    internal PolicyTree Tree => tree!;
    internal IReadOnlyList<PlanIndicator> Indicators => Open!.Content.Indicators;

    /// <summary>Those of the whole plan and of its nodes.</summary>
    internal IReadOnlyList<DraftLink> Links { get; private set; } = [];

    /// <summary>To what a link can lead.</summary>
    internal IReadOnlyList<(string Address, string Name)> Targets { get; private set; } = [];

    internal bool IsWriter => MayWrite;
    internal IReadOnlyList<FormError> Faults => Errors;

    private string View => ViewText is { } view && Views.Contains(view) ? view : Views[0];
    private bool IsWide => PaperText == "a3";

    /// <summary>The node that is opened for change.</summary>
    private int? OpenAt => NumberOf(NodeText);

    private protected override async Task OnOpenedAsync()
    {
        tree = new PolicyTree(Open!.Content);
        Links = await Db
            .DraftLinks.AsNoTracking()
            .Where(link => link.DraftNumber == Number)
            .OrderBy(link => link.Number)
            .ToListAsync(Cancel);
        if (MayWrite && View == "outline")
            Targets = [.. (await LinkPlan.TargetsAsync(Db, Cancel)).Where(target => target.Address != PlanAddress)];
    }

    internal string AddressOf(string view) => PlanAddress + (view == Views[0] ? "/tree" : "/tree?view=" + view);

    internal string NodeAddress(PolicyNode node) =>
        string.Create(CultureInfo.InvariantCulture, $"{AddressOf("outline")}&node={node.Number}#n-{node.Number}");

    /// <summary>What was posted was about this node; null for what is about none.</summary>
    internal bool IsAbout(int? node) => IsPosted && NumberOf(Posted.Text("node")) == node;

    /// <summary>What was typed into the form of a node, or what is saved.</summary>
    internal string TypedOf(int node, string field, string saved) => IsAbout(node) ? Typed(field, saved) : saved;

    /// <summary>What stood in the form of a node when it was typed.</summary>
    internal string SeenOf(int node, string field, string now) => IsAbout(node) ? Seen(field, now) : now;

    internal string PostedText(string field) => Posted.Text(field);

    internal bool Did(string what) => IsPosted && Posted.Text("do") == what;

    internal bool WasPosted(string field) => IsSent(field);

    /// <summary>Typed for a node that somebody removed meanwhile.</summary>
    private IReadOnlyList<(string Label, string Typed)> Unplaced =>
        !IsPosted || Posted.Text("node").Length == 0 || Tree.Find(Node) is not null
            ? []
            :
            [
                .. new[]
                {
                    (T("Tree.Name"), Posted.Text("name")),
                    (T("Tree.Text"), Posted.Text("text")),
                    (T("Tree.Names"), Posted.Text("names")),
                    (T("Tree.LinkName"), Posted.Text("link-name")),
                }.Where(text => text.Item2.Length > 0),
            ];

    private async Task ChangeAsync()
    {
        var (fault, done, stay) = Posted.Text("do") switch
        {
            "add" => await AddAsync(),
            "edit" => (await EditAsync(), "Tree.Saved", Node),
            "up" => (await MoveAsync(-1), "Tree.Moved", Node),
            "down" => (await MoveAsync(1), "Tree.Moved", Node),
            "move" => (await MoveToAsync(), "Tree.Moved", Node),
            "remove" => (await RemoveAsync(), "Tree.Removed", null),
            "tie" => (await TieAsync(), "Tree.Tied", Node),
            "link" => (await LinkAsync(), "Tree.Linked", Node),
            "levels" => (await LevelsAsync(), "Tree.LevelsSaved", null),
            var unlink when unlink.StartsWith("unlink-", StringComparison.Ordinal) => (
                await UnlinkAsync(unlink["unlink-".Length..]),
                "Tree.Unlinked",
                Node
            ),
            _ => (UnknownAct, "", null),
        };
        if (Errors.Count > 0)
            return;
        if (fault is null && Posted.Text("do") is "up" or "down" && IsNodeTyped)
        {
            await StayAsync(done, _ => false);
            return;
        }
        var back = AddressOf("outline");
        await FinishAsync(
            fault is null ? null : Placed(fault),
            stay is { } node ? string.Create(CultureInfo.InvariantCulture, $"{back}&node={node}#n-{node}") : back,
            done
        );
        if (fault is not null)
            await OnOpenedAsync();
    }

    /// <summary>The form of the node holds what is not saved.</summary>
    private bool IsNodeTyped =>
        new[] { "name", "text", "weight" }.Any(part =>
            Posted.Text(part).ReplaceLineEndings("\n") != Posted.Text(part + "-seen").ReplaceLineEndings("\n")
        );

    /// <summary>The forms of a node stand beside those of the whole plan, under names of their own.</summary>
    private Fault Placed(Fault fault) =>
        fault with
        {
            Field = fault.Field switch
            {
                "parent" => "to",
                "names" when Node is not null => "names-below",
                "address" or "link-name" or "relation" when Node is not null => "node-" + fault.Field,
                var field => field,
            },
        };

    private int? Node => NumberOf(Posted.Text("node"));

    private async Task<(Fault?, string, int?)> AddAsync()
    {
        if (!IsPlace("parent", out var parent))
            return (new Fault("names", "WRITE119", Arguments: Posted.Text("parent")), "", null);
        var (numbers, fault) = await new AddNodes(Db, Clock).ExecuteAsync(
            Asker,
            Number,
            parent,
            Posted.Text("names"),
            Cancel
        );
        return (fault, "Tree.Added", numbers.Count == 1 ? numbers[0] : parent);
    }

    private async Task<Fault?> EditAsync()
    {
        var (weight, isNumber) = Weight("weight");
        if (!isNumber)
            return NoWeight("weight");
        var typed = new NodeText(Posted.Text("name"), Posted.Text("text"), weight);
        var seen = new NodeText(Posted.Text("name-seen"), Posted.Text("text-seen"), Weight("weight-seen").Weight);
        return await new ChangeNode(Db, Clock).ExecuteAsync(Asker, Number, Node ?? 0, typed, seen, Cancel);
    }

    private Task<Fault?> MoveAsync(int by) => new MoveNode(Db, Clock).ByAsync(Asker, Number, Node ?? 0, by, Cancel);

    private Task<Fault?> MoveToAsync() =>
        IsPlace("to", out var to)
            ? new MoveNode(Db, Clock).ToAsync(Asker, Number, Node ?? 0, to, Cancel)
            : Task.FromResult<Fault?>(new Fault("parent", "WRITE119", Arguments: Posted.Text("to")));

    /// <summary>A place in the tree as the form names it: blank for the top. What was not sent is no place.</summary>
    private bool IsPlace(string field, out int? node)
    {
        node = NumberOf(Posted.Text(field));
        return node is not null || (IsSent(field) && Posted.Text(field).Length == 0);
    }

    private Task<Fault?> RemoveAsync()
    {
        var seen = Posted.Text("loss").Split('/').Select(NumberOf).Select(count => count ?? -1).ToList();
        return seen.Count == 3
            ? new RemoveNode(Db, Clock).ExecuteAsync(
                Asker,
                Number,
                Node ?? 0,
                Posted.Text("with-below") == "yes",
                new NodeLoss(seen[0], seen[1], seen[2]),
                Cancel
            )
            : Task.FromResult<Fault?>(new Fault(null, "WRITE109"));
    }

    private async Task<Fault?> TieAsync()
    {
        var ties = new List<NodeIndicator>();
        foreach (
            var field in Context.Request.Form.Keys.Where(field => field.StartsWith(Tied, StringComparison.Ordinal))
        )
        {
            // What is no number is no indicator either.
            var indicator = NumberOf(field[Tied.Length..]) ?? 0;
            var (weight, isNumber) = Weight($"weight-{indicator}");
            if (!isNumber)
                return NoWeight($"weight-{indicator}");
            ties.Add(new NodeIndicator(indicator, weight));
        }
        return await new TieIndicators(Db, Clock).ExecuteAsync(
            Asker,
            Number,
            Node ?? 0,
            ties,
            Seen(Posted.Text("ties-seen")),
            Cancel
        );
    }

    private Task<Fault?> LinkAsync() =>
        !IsPlace("node", out var node) ? Task.FromResult<Fault?>(new Fault(null, "WRITE101"))
        : Enum.TryParse<PlanRelation>(Posted.Text("relation"), out var relation) && Enum.IsDefined(relation)
            ? new LinkPlan(Db, Clock).AddAsync(
                Asker,
                Number,
                new NewLink(node, relation, Posted.Text("link-name"), Posted.Text("address")),
                Cancel
            )
        : Task.FromResult<Fault?>(new Fault("relation", "WRITE117"));

    private Task<Fault?> UnlinkAsync(string number) =>
        new LinkPlan(Db, Clock).RemoveAsync(Asker, Number, NumberOf(number) ?? 0, Cancel);

    private Task<Fault?> LevelsAsync() =>
        new NameLevels(Db, Clock).ExecuteAsync(
            Asker,
            Number,
            Posted.Text("levels"),
            [.. Posted.Text("levels-seen").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            Cancel
        );

    /// <summary>Of 3=2;5=: the ties that the form was shown with.</summary>
    private static List<NodeIndicator> Seen(string written) =>
        [
            .. written
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(tie => tie.Split('=', 2))
                .Where(tie => tie.Length == 2 && NumberOf(tie[0]) is not null)
                .Select(tie => new NodeIndicator(
                    NumberOf(tie[0])!.Value,
                    decimal.TryParse(tie[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var weight)
                        ? weight
                        : null
                )),
        ];

    internal static string Written(IEnumerable<NodeIndicator> ties) =>
        string.Join(';', ties.Select(tie => FormattableString.Invariant($"{tie.Indicator}={tie.Weight}")));

    private (decimal? Weight, bool IsNumber) Weight(string field) =>
        ValueText.TryParse(ValueKind.Figure, Posted.Text(field), out var value)
            ? ((decimal?)value, true)
            : (null, false);

    private static Fault NoWeight(string field) => new(field, "WRITE107", null, NodeChange.MostWeight);

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
