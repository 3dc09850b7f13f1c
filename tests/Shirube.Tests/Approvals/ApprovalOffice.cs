using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.People;
using Shirube.Tests.Support;

namespace Shirube.Tests.Approvals;

/// <summary>An office with a drafter, approvers, a route and a plan to put through it.</summary>
internal sealed class ApprovalOffice(TestDatabase database, string code, TimeProvider? clock = null)
{
    private readonly string suffix = Guid.NewGuid().ToString("N")[..8];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TimeProvider Clock { get; } = clock ?? TimeProvider.System;
    public Office Office { get; } = new(database, code);
    public int Planning { get; private set; }
    public int Industry { get; private set; }
    public Asker Drafter { get; private set; } = null!;

    /// <summary>Approver of <see cref="Industry"/>.</summary>
    public Asker Industrial { get; private set; } = null!;
    public Asker Head { get; private set; } = null!;
    public Asker Deputy { get; private set; } = null!;
    public Asker Mayor { get; private set; } = null!;
    public Asker Other { get; private set; } = null!;
    public int Route { get; private set; }

    public async Task OpenAsync()
    {
        await Office.RegisterAsync();
        Planning = await Office.AddDepartmentAsync("企画課" + suffix);
        Industry = await Office.AddDepartmentAsync("産業課" + suffix);
        Drafter = await PersonAsync("drafter", Role.PlanningOfficer, Planning);
        Head = await PersonAsync("head", Role.Approver, Planning);
        Industrial = await PersonAsync("industry", Role.Approver, Industry);
        Deputy = await PersonAsync("deputy", Role.Approver, Planning);
        Mayor = await PersonAsync("mayor", Role.Approver, null);
        Other = await PersonAsync("other", Role.Approver, null);
        Route = await DefineAsync(Definition());
    }

    /// <summary>課長と産業課の合議、市長の決裁。課長と市長には代決者がいる。</summary>
    public RouteDefinition Definition(string name = "計画の公表") =>
        new(
            name + suffix,
            true,
            [
                new("合議", StepKind.Review, [new(Head.Person, null, Deputy.Person), new(null, Industry, null)]),
                new("市長", StepKind.Decision, [new(Mayor.Person, null, Deputy.Person)]),
            ]
        );

    public async Task<int> DefineAsync(RouteDefinition wanted)
    {
        await using var db = Db();
        var (number, faults) = await new DefineRoute(db, Clock).ExecuteAsync(
            Office.As(Role.Administrator),
            null,
            wanted,
            Cancel
        );
        faults.ShouldBeEmpty();
        return number!.Value;
    }

    public async Task<Asker> PersonAsync(string name, Role role, int? department)
    {
        var invited = await Office.InviteAsync($"{name}-{suffix}@sample.example", role, department);
        invited.Faults.ShouldBeEmpty();
        return Office.As(role, department, invited.Person);
    }

    public ShirubeDb Db(Guid? person = null) => database.NewContext(new Scope(Office.Code, person));

    /// <summary>The address of the first version of a new plan.</summary>
    public async Task<VersionKey> ImportAsync(string? name = null, string first = "300")
    {
        await using var db = Db();
        var file = SamplePlan.File(name ?? "計画" + Guid.NewGuid().ToString("N"), first: first) with
        {
            Government = Office.Code,
        };
        return (
            await new ImportDocument(db, Clock).ExecuteAsync(Drafter, await ReadFile.ReadAsync(file, Cancel), Cancel)
        ).Version;
    }

    public static string AddressOf(VersionKey key) => DocumentVersionSubject.AddressOf(key);

    public Task<int> DraftAsync(VersionKey key, Asker? drafter = null) =>
        DraftAsync(new NewApproval("documentVersion", AddressOf(key), "公表のため"), drafter);

    public async Task<int> DraftAsync(NewApproval drafted, Asker? drafter = null)
    {
        await using var db = Db();
        var outcome = await new DraftApproval(db, Clock).ExecuteAsync(drafter ?? Drafter, drafted, Cancel);
        outcome.Faults.ShouldBeEmpty();
        return outcome.Number!.Value;
    }

    /// <returns>What stands in the way.</returns>
    public async Task<IReadOnlyList<Fault>> TryDraftAsync(NewApproval drafted)
    {
        await using var db = Db();
        return (await new DraftApproval(db, Clock).ExecuteAsync(Drafter, drafted, Cancel)).Faults;
    }

    /// <summary>Takes a draft along the whole route.</summary>
    public async Task DecideAllAsync(int number)
    {
        (await SubmitAsync(number)).ShouldBeNull();
        (await ReviewAsync(Head, number)).ShouldBeNull();
        (await ReviewAsync(Industrial, number)).ShouldBeNull();
        (await DecideAsync(Mayor, number)).ShouldBeNull();
    }

    public async Task<int> SubmittedAsync(VersionKey key)
    {
        var number = await DraftAsync(key);
        (await SubmitAsync(number)).ShouldBeNull();
        return number;
    }

    public async Task<int> DecidedAsync(VersionKey key)
    {
        var number = await DraftAsync(key);
        await DecideAllAsync(number);
        return number;
    }

    public Task<Fault?> SubmitAsync(int number, Asker? by = null) =>
        DoAsync(db => new SubmitApproval(db, Clock).ExecuteAsync(by ?? Drafter, number, Route, Cancel));

    public async Task<Fault?> ReviewAsync(Asker by, int number, string? seen = null)
    {
        seen ??= await SeenAsync(number);
        return await DoAsync(db => new ReviewApproval(db, Clock).ExecuteAsync(by, number, seen, "異議なし", Cancel));
    }

    public async Task<Fault?> DecideAsync(Asker by, int number, string? seen = null)
    {
        seen ??= await SeenAsync(number);
        return await DoAsync(db => new DecideApproval(db, Clock).ExecuteAsync(by, number, seen, null, Cancel));
    }

    public async Task<Fault?> ActForAsync(Asker by, int number, string? reason = "出張のため")
    {
        var seen = await SeenAsync(number);
        return await DoAsync(db => new ActForApprover(db, Clock).ExecuteAsync(by, number, seen, reason, Cancel));
    }

    public Task<Fault?> SendBackAsync(Asker by, int number, string? reason = "目標値の根拠が足りない") =>
        DoAsync(db => new SendBackApproval(db, Clock).ExecuteAsync(by, number, reason, Cancel));

    public Task<Fault?> PullBackAsync(Asker by, int number) =>
        DoAsync(db => new PullBackApproval(db, Clock).ExecuteAsync(by, number, null, Cancel));

    public Task<Fault?> DiscardAsync(Asker by, int number) =>
        DoAsync(db => new DiscardApproval(db, Clock).ExecuteAsync(by, number, null, Cancel));

    public Task<Fault?> ConfirmAsync(Asker by, int number) =>
        DoAsync(db => new ConfirmLater(db, Clock).ExecuteAsync(by, number, Cancel));

    public async Task<IReadOnlyList<Fault>> ReviseAsync(Asker by, int number)
    {
        await using var db = Db();
        return await new ReviseApproval(db, Clock).ExecuteAsync(by, number, "書き直した理由", [], [], Cancel);
    }

    public async Task<IReadOnlyList<Fault>> DelegateAsync(Asker by, Asker to, int fromDay = 0, int untilDay = 7)
    {
        await using var db = Db();
        var today = Shirube.Calendar.JapanDay.Today(Clock);
        var wanted = new NewDelegation(to.Person, today.AddDays(fromDay), today.AddDays(untilDay), "休暇");
        return (await new DelegateApprovals(db, Clock).ExecuteAsync(by, wanted, Cancel)).Faults;
    }

    public async Task CorrectAsync(VersionKey key, string value, string pointer = "/indicators/0/baseline")
    {
        await using var db = Db();
        var correction = new ValueCorrection(pointer, value, "読み誤り");
        await new CorrectValue(db, Clock).ExecuteAsync(Drafter, key, correction, cancel: Cancel);
    }

    public async Task<Approval> FindAsync(int number)
    {
        await using var db = Db();
        return await db.Approvals.SingleAsync(approval => approval.Number == number, Cancel);
    }

    public async Task<string> SeenAsync(int number)
    {
        await using var db = Db();
        return await db
                .ApprovedContents.Where(content => content.ApprovalNumber == number)
                .OrderByDescending(content => content.Edition)
                .Select(content => content.Sha256)
                .FirstOrDefaultAsync(Cancel)
            ?? "";
    }

    private async Task<Fault?> DoAsync(Func<ShirubeDb, Task<Fault?>> act)
    {
        await using var db = Db();
        return await act(db);
    }
}
