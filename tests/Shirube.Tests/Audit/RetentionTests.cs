using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.Audit;

/// <summary>What has been kept long enough goes, from the old end only; what remains is verified as before.</summary>
public sealed class RetentionTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Expire_RecordsOlderThanTheYears_GoAndTheRestIsStillWhole()
    {
        var office = new Office(database, "100005");
        await office.AppendAsync(yearsAgo: 6);
        await office.AppendAsync(yearsAgo: 5.5);
        await office.AppendAsync(yearsAgo: 1);
        (await office.SetAsync(5, null)).ShouldBeNull();

        var noted = new List<(long, string)>();
        await using (var db = database.NewContext("100005"))
            noted.AddRange(
                (
                    await db
                        .AuditRecords.OrderBy(row => row.Number)
                        .Select(row => new { row.Number, row.Hash })
                        .ToListAsync(Cancel)
                ).Select(row => (row.Number, row.Hash))
            );

        (await office.ExpireAsync()).ShouldBe((1, 2));

        (await office.VerifyAsync(noted[0])).Fault.ShouldBe(AuditFault.ExpiredBefore);
        (await office.VerifyAsync(noted[1])).Fault.ShouldBeNull();
        (await office.VerifyAsync((2, new string('a', 64)))).Fault.ShouldBe(AuditFault.Altered);

        var verdict = await office.VerifyAsync();
        verdict.Fault.ShouldBeNull();
        verdict.Records.ShouldBe(3);
        (await office.ActsAsync()).ShouldBe(["test.done", "audit.retention-set", "audit.expired"]);
        (await office.ExpireAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Expire_WithoutYears_KeepsEverything()
    {
        var office = new Office(database, "102032");
        await office.AppendAsync(yearsAgo: 90);

        (await office.ExpireAsync()).ShouldBeNull();

        (await office.ActsAsync()).ShouldBe(["test.done"]);
    }

    [Fact]
    public async Task Expire_AnOldRecordBehindAYoungerOne_StaysUntilThatOneGoes()
    {
        var office = new Office(database, "102041");
        await office.AppendAsync(yearsAgo: 1);
        await office.AppendAsync(yearsAgo: 9);
        await office.SetAsync(5, null);

        (await office.ExpireAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Verify_AfterARecordBehindTheExpiredOnesWasRemoved_NamesIt()
    {
        var office = new Office(database, "102059");
        for (var i = 0; i < 4; i++)
            await office.AppendAsync(yearsAgo: 6.5 - i);
        await office.SetAsync(5, null);
        await office.ExpireAsync();
        await using var asked = database.Connections.CreateCommand("select current_database()");
        await using var owner = await TestPostgres.OwnerOfAsync((string)(await asked.ExecuteScalarAsync(Cancel))!);
        await owner.ExecuteAsync(
            """
            alter table audit_record disable trigger user;
            alter table audit_record no force row level security;
            delete from audit_record where trail = '102059' and number = 3;
            alter table audit_record force row level security;
            alter table audit_record enable trigger user;
            """,
            Cancel
        );

        var verdict = await office.VerifyAsync();

        verdict.Fault.ShouldBe(AuditFault.Removed);
        verdict.At.ShouldBe(3);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(101)]
    public async Task Set_YearsOutsideTheLimits_IsRefused(int years) =>
        (await new Office(database, "102067").SetAsync(years, null))!.Code.ShouldBe("AUDIT001");

    [Fact]
    public async Task Set_AfterSomebodyElseDid_ShowsTheirYears()
    {
        var office = new Office(database, "102075");
        await office.SetAsync(10, null);

        var fault = await office.SetAsync(5, null);

        fault!.Code.ShouldBe("AUDIT002");
        fault.Arguments.ShouldBe(["10"]);
    }

    [Theory]
    [InlineData("insert into audit_retention (trail, years) values ('102083', 1)")]
    [InlineData("insert into audit_retention (trail, years) values ('100005', 5)")]
    [InlineData("update audit_head set expired_number = 1")]
    [InlineData("delete from audit_record")]
    public async Task Serve_WhatWouldShortenATrail_IsRefusedByTheDatabase(string sql)
    {
        await using var db = database.NewContext("102083");
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());

        await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
    }

    private sealed class Office(TestDatabase database, string code)
    {
        private readonly GovernmentCode government = GovernmentCode.Parse(code);

        private Asker Asker => new(Guid.NewGuid(), "", government, [new(Role.Administrator, null)], "::1");

        public async Task AppendAsync(double yearsAgo)
        {
            await using var db = database.NewContext(code);
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await new AuditTrail(db, new Past(yearsAgo)).AppendAsync(Asker.Entry("test.done", "/"), Cancel);
            await transaction.CommitAsync(Cancel);
        }

        public async Task<Shirube.Faults.Fault?> SetAsync(int? years, int? seen)
        {
            await using var db = database.NewContext(code);
            return await new SetRetention(db, TimeProvider.System).ExecuteAsync(Asker, years, seen, Cancel);
        }

        public async Task<(long, long)?> ExpireAsync()
        {
            await using var db = database.NewContext(code);
            return await new ExpireAudit(db, TimeProvider.System).ExecuteAsync(Asker, Cancel);
        }

        public async Task<AuditVerdict> VerifyAsync((long, string)? expected = null)
        {
            await using var db = database.NewContext(code);
            return await new VerifyAudit(db).ExecuteAsync(code, expected, Cancel);
        }

        public async Task<List<string>> ActsAsync()
        {
            await using var db = database.NewContext(code);
            return await db.AuditRecords.OrderBy(row => row.Number).Select(row => row.Act).ToListAsync(Cancel);
        }
    }

    private sealed class Past(double years) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddDays(-365.25 * years);
    }
}
