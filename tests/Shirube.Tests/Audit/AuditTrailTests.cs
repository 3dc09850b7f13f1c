using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Audit;
using Shirube.Governments;
using Shirube.Tests.Support;

namespace Shirube.Tests.Audit;

public sealed class AuditTrailTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_Entries_AreNumberedWithoutGapAndWhole()
    {
        var trail = GovernmentCode.Parse("100005");
        for (var i = 0; i < 5; i++)
            await AppendAsync(trail, $"/documents/{i}");

        var verdict = await VerifyAsync(trail.Value);

        verdict.IsWhole.ShouldBeTrue();
        verdict.Records.ShouldBe(5);
        (await NumbersAsync(trail.Value)).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task Append_ByTwentyAtOnce_MakesOneChain()
    {
        var trail = GovernmentCode.Parse("102041");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AppendAsync(trail, $"/documents/{i}")));

        var verdict = await VerifyAsync(trail.Value);

        verdict.IsWhole.ShouldBeTrue();
        verdict.Records.ShouldBe(20);
    }

    [Fact]
    public async Task Append_WithoutTransaction_IsRefused()
    {
        await using var db = database.NewContext();
        var trail = new AuditTrail(db, TimeProvider.System);
        await Should.ThrowAsync<InvalidOperationException>(() => trail.AppendAsync(Entry(null, "/"), Cancel));
    }

    [Fact]
    public async Task Append_InATransactionThatFails_LeavesNothing()
    {
        var code = GovernmentCode.Parse("102024");
        await using (var db = database.NewContext(code.Value))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await new AuditTrail(db, TimeProvider.System).AppendAsync(Entry(code, "/lost"), Cancel);
        }

        (await VerifyAsync(code.Value)).Records.ShouldBe(0);
        (await NumbersAsync(code.Value)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update audit_record set why = 'later' where number = 1")]
    [InlineData("delete from audit_record")]
    [InlineData("truncate audit_record")]
    public async Task Change_OfARecord_IsRefusedByTheDatabase(string sql)
    {
        await AppendAsync(GovernmentCode.Parse("102032"), "/kept");
        await using var connection = await database.Connections.OpenConnectionAsync(Cancel);
        await using var scope = new NpgsqlCommand("set shirube.government = '102032'", connection);
        await scope.ExecuteNonQueryAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
    }

    private async Task AppendAsync(GovernmentCode trail, string subject)
    {
        await using var db = database.NewContext(trail.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await new AuditTrail(db, TimeProvider.System).AppendAsync(Entry(trail, subject), Cancel);
        await transaction.CommitAsync(Cancel);
    }

    private static AuditEntry Entry(GovernmentCode? trail, string subject) =>
        new("document.imported", subject, trail)
        {
            From = "127.0.0.1",
            Why = "年度更新\0",
            After = """{"version":1}""",
        };

    private async Task<AuditVerdict> VerifyAsync(string trail)
    {
        await using var db = database.NewContext(trail);
        return await new VerifyAudit(db).ExecuteAsync(trail, cancel: Cancel);
    }

    private async Task<List<long>> NumbersAsync(string trail)
    {
        await using var db = database.NewContext(trail);
        return await db
            .AuditRecords.Where(record => record.Trail == trail)
            .OrderBy(record => record.Number)
            .Select(record => record.Number)
            .ToListAsync(Cancel);
    }
}
