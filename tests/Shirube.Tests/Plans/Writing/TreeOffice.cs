using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

/// <summary>One plan whose policy tree is worked on.</summary>
internal sealed class TreeOffice
{
    private readonly TestDatabase database;

    private TreeOffice(TestDatabase database, WritingOffice office, int plan) =>
        (this.database, Office, Plan) = (database, office, plan);

    public WritingOffice Office { get; }
    public int Plan { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TreeOffice> OpenAsync(
        TestDatabase database,
        string government,
        PlanForm form = PlanForm.Industry
    )
    {
        var office = await WritingOffice.OpenAsync(database, government);
        return new TreeOffice(database, office, await office.StartAsync(form));
    }

    public async Task<PolicyTree> TreeAsync() => new(await ContentAsync());

    public async Task<PlanContent> ContentAsync() => (await Office.OpenAsync(Plan)).Content;

    public async Task<int> AddAsync(int? parent, string name)
    {
        var (numbers, fault) = await AddAllAsync(parent, name);
        fault.ShouldBeNull();
        return numbers[0];
    }

    public Task<(IReadOnlyList<int> Numbers, Fault? Fault)> AddAllAsync(int? parent, string names) =>
        InAsync(db => new AddNodes(db, TimeProvider.System).ExecuteAsync(Office.Writer, Plan, parent, names, Cancel));

    public Task<Fault?> ChangeAsync(int node, NodeText typed, NodeText seen, Asker? by = null) =>
        InAsync(db =>
            new ChangeNode(db, TimeProvider.System).ExecuteAsync(by ?? Office.Writer, Plan, node, typed, seen, Cancel)
        );

    public Task<Fault?> MoveAsync(int node, int? parent) =>
        InAsync(db => new MoveNode(db, TimeProvider.System).ToAsync(Office.Writer, Plan, node, parent, Cancel));

    public Task<Fault?> MoveByAsync(int node, int by) =>
        InAsync(db => new MoveNode(db, TimeProvider.System).ByAsync(Office.Writer, Plan, node, by, Cancel));

    public async Task<Fault?> RemoveAsync(int node, bool withBelow, NodeLoss? seen = null)
    {
        var tree = await TreeAsync();
        var loss = seen ?? tree.LossOf(tree.Find(node)!);
        return await InAsync(db =>
            new RemoveNode(db, TimeProvider.System).ExecuteAsync(Office.Writer, Plan, node, withBelow, loss, Cancel)
        );
    }

    public Task<Fault?> TieAsync(int node, IReadOnlyList<NodeIndicator> ties, params NodeIndicator[] seen) =>
        InAsync(db =>
            new TieIndicators(db, TimeProvider.System).ExecuteAsync(Office.Writer, Plan, node, ties, seen, Cancel)
        );

    public Task<Fault?> LinkAsync(NewLink link) =>
        InAsync(db => new LinkPlan(db, TimeProvider.System).AddAsync(Office.Writer, Plan, link, Cancel));

    public Task<Fault?> NameLevelsAsync(string names, params string[] seen) =>
        InAsync(db => new NameLevels(db, TimeProvider.System).ExecuteAsync(Office.Writer, Plan, names, seen, Cancel));

    /// <summary>As if the plan had been handed over for approval.</summary>
    public Task<int> HandOverAsync() =>
        InAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                insert into approval (government_code, number, subject_kind, subject_address, subject_name, drafter_id,
                    drafted_at, state, reason, edition, round, step_position)
                values ({Office.Writer.Government!.Value.Value}, 7, 'plan',
                    {PlanDraft.AddressOf(Office.Writer.Government.Value, Plan)}, '計画', {Office.Writer.Person}, now(),
                    'Draft', '公表のため', 1, 1, 1);
                update approval set state = 'InReview' where number = 7
                """,
                Cancel
            )
        );

    public async Task<T> InAsync<T>(Func<ShirubeDb, Task<T>> work)
    {
        await using var db = database.NewContext(Office.Writer.Scope);
        return await work(db);
    }

    /// <summary>基本理念 &gt; 産業をそだてる (人をそだてる, 場をつくる), いのちを守る.</summary>
    public static string Drawn(PolicyTree tree) => string.Join(", ", tree.Roots.Select(root => Drawn(tree, root)));

    private static string Drawn(PolicyTree tree, PolicyNode node) =>
        tree.IsLeaf(node)
            ? node.Name
            : $"{node.Name} ({string.Join(", ", tree.ChildrenOf(node).Select(child => Drawn(tree, child)))})";
}
