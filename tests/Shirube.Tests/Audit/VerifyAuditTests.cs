using Npgsql;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Tests.Support;

namespace Shirube.Tests.Audit;

/// <summary>Somebody with the owner's rights, who takes the lock off, is found out all the same.</summary>
public sealed class VerifyAuditTests : IAsyncLifetime
{
    private const int Records = 6;
    private static readonly GovernmentCode Trail = GovernmentCode.Parse("100005");
    private NpgsqlDataSource owner = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        owner = await TestPostgres.NewEmptyDatabaseAsync();
        await Migrations.ApplyAsync(owner, Cancel);
        await using var db = new ShirubeDb(ShirubeDb.OptionsFor(owner), new Scope(Trail));
        for (var i = 0; i < Records; i++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await new AuditTrail(db, TimeProvider.System).AppendAsync(
                new AuditEntry("value.corrected", $"/documents/{i}", Trail)
                {
                    From = "::1",
                    Before = "1",
                    After = "2",
                },
                Cancel
            );
            await transaction.CommitAsync(Cancel);
        }
    }

    public async ValueTask DisposeAsync() => await owner.DisposeAsync();

    [Theory]
    [InlineData("update audit_record set after = '3' where number = 4", 4, AuditFault.Altered)]
    [InlineData("update audit_record set at = at - interval '1 day' where number = 2", 2, AuditFault.Altered)]
    [InlineData("update audit_record set person = gen_random_uuid() where number = 1", 1, AuditFault.Altered)]
    [InlineData("update audit_record set previous_hash = hash where number = 3", 3, AuditFault.Altered)]
    [InlineData("delete from audit_record where number = 3", 3, AuditFault.Removed)]
    [InlineData("delete from audit_record where number = 1", 1, AuditFault.Removed)]
    [InlineData("delete from audit_record where number >= 5", 5, AuditFault.Removed)]
    [InlineData("delete from audit_record", 1, AuditFault.Removed)]
    [InlineData("update audit_head set hash = repeat('a', 64)", 6, AuditFault.HeadMoved)]
    [InlineData("delete from audit_head", 6, AuditFault.HeadMoved)]
    public async Task Verify_AfterTampering_NamesTheFirstRecord(string tampering, long at, AuditFault fault)
    {
        await TamperAsync(tampering);

        var verdict = await VerifyAsync();

        verdict.Fault.ShouldBe(fault);
        verdict.At.ShouldBe(at);
    }

    [Fact]
    public async Task Verify_WholeTrail_SaysHowManyAndTheLastHash()
    {
        var verdict = await VerifyAsync();

        verdict.IsWhole.ShouldBeTrue();
        verdict.Records.ShouldBe(Records);
        verdict.LastHash.Length.ShouldBe(64);
    }

    [Fact]
    public async Task Verify_AChainMadeAnew_IsToldByTheHashWrittenDown()
    {
        var noted = (await VerifyAsync()).LastHash;
        await TamperAsync("delete from audit_record; delete from audit_head");
        await using (var db = new ShirubeDb(ShirubeDb.OptionsFor(owner), new Scope(Trail)))
        {
            for (var i = 0; i < Records; i++)
            {
                await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
                await new AuditTrail(db, TimeProvider.System).AppendAsync(
                    new AuditEntry("value.corrected", "/other", Trail) { From = "::1" },
                    Cancel
                );
                await transaction.CommitAsync(Cancel);
            }
        }

        (await VerifyAsync()).IsWhole.ShouldBeTrue();
        var verdict = await VerifyAsync((Records, noted));

        verdict.Fault.ShouldBe(AuditFault.Altered);
        verdict.At.ShouldBe(Records);
    }

    private async Task TamperAsync(string sql)
    {
        await using var command = owner.CreateCommand(
            $"""
            alter table audit_record disable trigger user;
            alter table audit_record no force row level security;
            alter table audit_head no force row level security;
            {sql};
            alter table audit_record enable trigger user;
            """
        );
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<AuditVerdict> VerifyAsync((long, string)? expected = null)
    {
        await using var db = new ShirubeDb(ShirubeDb.OptionsFor(owner), new Scope(Trail));
        return await new VerifyAudit(db).ExecuteAsync(Trail.Value, expected, Cancel);
    }
}
