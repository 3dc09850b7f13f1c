using Shirube.Approvals;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.Approvals;

public sealed class DefineRouteTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly ApprovalOffice office = new(database, "102032");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await office.OpenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SeatDefinition Head => new(office.Head.Person, null, null);
    private SeatDefinition Mayor => new(office.Mayor.Person, null, null);

    private StepDefinition Decision => new("市長", StepKind.Decision, [Mayor]);

    private static StepDefinition Review(params SeatDefinition[] seats) => new("合議", StepKind.Review, seats);

    [Fact]
    public async Task Define_WithFaults_NamesThemAll()
    {
        await CodesOf("", Decision).ShouldBeAsync("APPROVAL030");
        await CodesOf("計画の公表" + office.Definition().Name[5..], Decision).ShouldBeAsync("APPROVAL031");
        await CodesOf("a").ShouldBeAsync("APPROVAL032");
        await CodesOf("b", Review(Head)).ShouldBeAsync("APPROVAL033");
        await CodesOf("c", Decision, Review(Head)).ShouldBeAsync("APPROVAL033");
        await CodesOf("d", Decision with { Seats = [Mayor, Head] }).ShouldBeAsync("APPROVAL033");
        await CodesOf("e", Review(Head) with { Name = " " }, Decision).ShouldBeAsync("APPROVAL034");
        await CodesOf("f", Review(), Decision).ShouldBeAsync("APPROVAL035");
        await CodesOf("g", Review(new SeatDefinition(null, null, null)), Decision).ShouldBeAsync("APPROVAL035");
        await CodesOf("h", Review(new SeatDefinition(office.Head.Person, office.Industry, null)), Decision)
            .ShouldBeAsync("APPROVAL035");
        await CodesOf("i", Review(Mayor), Decision).ShouldBeAsync("APPROVAL036");
        await CodesOf("j", Review(Head with { Deputy = office.Head.Person }), Decision).ShouldBeAsync("APPROVAL037");
        await CodesOf("k", Review(new SeatDefinition(office.Drafter.Person, null, null)), Decision)
            .ShouldBeAsync("APPROVAL038");
        await CodesOf("l", Review(new SeatDefinition(null, 99, null)), Decision).ShouldBeAsync("APPROVAL039");
        await CodesOf("m", Review(Head), Decision).ShouldBeAsync();
    }

    [Fact]
    public async Task Define_ByAnApprover_IsRefused()
    {
        await using var db = office.Db();
        await Should.ThrowAsync<NotPermittedException>(() =>
            new DefineRoute(db, office.Clock).ExecuteAsync(office.Head, null, new("x", true, [Decision]), Cancel)
        );
    }

    private async Task<IReadOnlyList<string>> CodesOf(string name, params StepDefinition[] steps)
    {
        await using var db = office.Db();
        var asker = office.Office.As(Role.Administrator);
        var outcome = await new DefineRoute(db, office.Clock).ExecuteAsync(asker, null, new(name, true, steps), Cancel);
        return [.. outcome.Faults.Select(fault => fault.Code)];
    }
}

internal static class CodesExpected
{
    public static async Task ShouldBeAsync(this Task<IReadOnlyList<string>> codes, params string[] expected) =>
        (await codes).ShouldBe(expected);
}
