using System.Text;
using Shirube.Audit;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.Audit;

public sealed class SearchAuditTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Guid Somebody = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_ByPersonActSubjectAndDays_FindsThoseAndTurnsPagesByNumber()
    {
        var code = GovernmentCode.Parse("100005");
        for (var i = 1; i <= 60; i++)
            await AppendAsync(code, "person.moved", $"/people/{i}", i % 2 == 0 ? Somebody : Guid.NewGuid());
        await AppendAsync(code, "value.corrected", "/documents/1", Somebody);
        await AppendAsync(GovernmentCode.Parse("102032"), "person.moved", "/people/99", Somebody);

        var first = await SearchAsync(code, new(), null);
        first.Lines.Count.ShouldBe(50);
        first.Lines[0].Record.Number.ShouldBe(61);
        var second = await SearchAsync(code, new(), first.Next);
        second
            .Lines.Select(line => line.Record.Number)
            .ShouldBe(Enumerable.Range(1, 11).Reverse().Select(n => (long)n));
        second.Next.ShouldBeNull();

        (await SearchAsync(code, new(Person: Somebody), null)).Lines.Count.ShouldBe(31);
        (await SearchAsync(code, new(Act: "value."), null)).Lines.Count.ShouldBe(1);
        (await SearchAsync(code, new(Subject: "/people/6"), null)).Lines.Count.ShouldBe(2);
        var today = Shirube.Calendar.JapanDay.Today(TimeProvider.System);
        (await SearchAsync(code, new(From: today, Until: today), null)).Lines.Count.ShouldBe(50);
        (await SearchAsync(code, new(Until: today.AddDays(-1)), null)).Lines.ShouldBeEmpty();
        (await SearchAsync(code, new(From: today.AddDays(1)), null)).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_RecordsThatItWasTakenOut_AndIsSafeInASpreadsheet()
    {
        var code = GovernmentCode.Parse("102041");
        await AppendAsync(code, "value.corrected", "=HYPERLINK(\"x\")", Somebody, "-338");
        await using var db = database.NewContext(code.Value);
        using var file = new MemoryStream();

        var count = await new ExportAudit(db, TimeProvider.System).ExecuteAsync(Auditor(code), new(), file, Cancel);

        count.ShouldBe(1);
        file.ToArray().Take(3).ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split("\r\n");
        lines.Length.ShouldBe(3);
        lines[1].ShouldContain(",\"'=HYPERLINK(\"\"x\"\")\",");
        lines[1].ShouldContain(",-338,");
        lines[1].ShouldContain("+09:00");
        var page = await SearchAsync(code, new(Act: "audit.exported"), null);
        page.Lines.ShouldHaveSingleItem().Record.After!.ShouldContain("\"records\":\"1\"");
    }

    [Fact]
    public async Task Search_ByWhoDoesNotReadTheTrail_IsRefused()
    {
        await using var db = database.NewContext();
        var asker = new Asker(
            Guid.NewGuid(),
            "",
            GovernmentCode.Parse("100005"),
            [new(Role.PlanningOfficer, null)],
            ""
        );

        await Should.ThrowAsync<NotPermittedException>(() =>
            new SearchAudit(db, TimeProvider.System).ExecuteAsync(asker, new(), cancel: Cancel)
        );
    }

    private static Asker Auditor(GovernmentCode code) =>
        new(Guid.NewGuid(), "", code, [new(Role.Auditor, null)], "127.0.0.1");

    private async Task<SearchAudit.Page> SearchAsync(GovernmentCode code, AuditQuery query, long? before)
    {
        await using var db = database.NewContext(code.Value);
        return await new SearchAudit(db, TimeProvider.System).ExecuteAsync(Auditor(code), query, before, Cancel);
    }

    private async Task AppendAsync(GovernmentCode code, string act, string subject, Guid person, string? after = null)
    {
        await using var db = database.NewContext(code.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        var entry = new AuditEntry(act, subject, code)
        {
            Person = person,
            From = "127.0.0.1",
            After = after,
        };
        await new AuditTrail(db, TimeProvider.System).AppendAsync(entry, Cancel);
        await transaction.CommitAsync(Cancel);
    }
}
