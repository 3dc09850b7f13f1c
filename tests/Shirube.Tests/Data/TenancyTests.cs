using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Data;

/// <summary>Two locks on one door: each is tried with the other one taken off.</summary>
public sealed class TenancyTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Gunma = "100005";
    private const string Kiryu = "102032";
    private const string Isesaki = "102041";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A document of Gunma's, with one correction, read by Kiryu too.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var code in (string[])[Gunma, Kiryu, Isesaki])
            await AddOnceAsync(code);
        await using var db = database.NewContext(Gunma);
        if (await db.Shares.AnyAsync(Cancel))
            return;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into document_share (government_code, document_number, shared_with, shared_at)
            values ({Gunma}, 1, {Kiryu}, now())
            """,
            Cancel
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Gunma, new[] { Gunma })]
    [InlineData(Kiryu, new[] { Gunma, Kiryu })]
    [InlineData(Isesaki, new[] { Isesaki })]
    public async Task Read_AsAGovernment_SeesItsOwnAndWhatIsShared(string asker, string[] seen)
    {
        await using var db = database.NewContext(asker);

        Codes(await db.Documents.Select(row => row.GovernmentCode).ToListAsync(Cancel)).ShouldBe(seen);
        Codes(await db.Versions.Select(row => row.GovernmentCode).ToListAsync(Cancel)).ShouldBe(seen);
        Codes(await db.SourceFiles.Select(row => row.GovernmentCode).ToListAsync(Cancel)).ShouldBe(seen);
        Codes(await db.Governments.Select(row => row.GovernmentCode).ToListAsync(Cancel)).ShouldBe(seen);
    }

    [Theory]
    [InlineData(Gunma, new[] { Gunma })]
    [InlineData(Kiryu, new[] { Gunma, Kiryu })]
    [InlineData(Isesaki, new[] { Isesaki })]
    public async Task Read_WithoutTheApplicationsFilter_IsStillRefusedByTheDatabase(string asker, string[] seen)
    {
        await using var db = database.NewContext(asker);

        var documents = db.Documents.IgnoreQueryFilters();
        Codes(await documents.Select(row => row.GovernmentCode).ToListAsync(Cancel)).ShouldBe(seen);
        var versions = db.Versions.IgnoreQueryFilters();
        Codes(await versions.Select(row => row.GovernmentCode).ToListAsync(Cancel)).ShouldBe(seen);
    }

    [Fact]
    public async Task Read_WithoutTheDatabasesPolicies_IsStillRefusedByTheApplication()
    {
        await using var owner = await OwnerAsync();
        await ForcePoliciesAsync(owner, "no force");
        try
        {
            await using var db = new ShirubeDb(ShirubeDb.OptionsFor(owner), new Scope(GovernmentCode.Parse(Isesaki)));

            Codes(await db.Documents.Select(row => row.GovernmentCode).ToListAsync(Cancel)).ShouldBe([Isesaki]);
            (await db.Documents.IgnoreQueryFilters().CountAsync(Cancel)).ShouldBe(3);
        }
        finally
        {
            // The other tests of this class look at the same tables.
            await ForcePoliciesAsync(owner, "force");
        }
    }

    [Fact]
    public async Task Read_WithoutAScope_SeesNothing()
    {
        await using var db = database.NewContext(Scope.None);

        (await db.Documents.IgnoreQueryFilters().AnyAsync(Cancel)).ShouldBeFalse();
        (await db.Governments.IgnoreQueryFilters().AnyAsync(Cancel)).ShouldBeFalse();
        (await db.SourceFiles.IgnoreQueryFilters().AnyAsync(Cancel)).ShouldBeFalse();
    }

    /// <summary>
    /// An account is a person's in the whole installation, and is looked up before anybody is known to ask; the keys are
    /// the site's own.
    /// </summary>
    private const string WithoutGovernment =
        "account account_login account_passkey account_recovery_code account_session data_protection_key migration";

    /// <summary>The first lock, as the test below holds the second: on everything but what is looked up by who is asked for.</summary>
    [Fact]
    public void Query_EveryEntity_IsFilteredByGovernmentOrSaysWhyNot()
    {
        using var db = database.NewContext(Gunma);

        db.Model.GetEntityTypes()
            .Where(entity => entity.GetDeclaredQueryFilters().Count == 0 && !entity.IsOwned())
            .Select(entity => entity.ClrType.Name)
            .Order(StringComparer.Ordinal)
            // An invitation is found by its secret; the head of a trail by the trail that is written.
            .ShouldBe(["AuditHead", "Invitation"]);
    }

    [Fact]
    public async Task Read_EveryTable_IsUnderRowLevelSecurityOrBelongsToNobody()
    {
        await using var command = database.Connections.CreateCommand(
            """
            select string_agg(relname, ' ' order by relname) from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r'
                and not (relrowsecurity and relforcerowsecurity)
            """
        );

        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(WithoutGovernment);
    }

    [Theory]
    [InlineData(
        "insert into document (government_code, number, kind, name, folded_name, created_at) values ('100005', 9, 'Plan', 'x', 'x', now())"
    )]
    [InlineData("update document set government_code = '100005'")]
    [InlineData(
        "insert into document_share (government_code, document_number, shared_with, shared_at) values ('100005', 1, '102041', now())"
    )]
    [InlineData("set row_security = off; select count(*) from document")]
    [InlineData("alter table document disable row level security")]
    [InlineData("set role shirube_owner")]
    [InlineData("insert into audit_head values ('100005', 1, 'x', 0, 'x')")]
    public async Task Write_IntoAnotherGovernment_IsRefusedByTheDatabase(string sql)
    {
        await using var db = database.NewContext(Isesaki);
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
        refused.SqlState.ShouldBeOneOf(
            PostgresErrorCodes.InsufficientPrivilege,
            PostgresErrorCodes.InvalidParameterValue
        );
    }

    [Fact]
    public async Task Change_OfASharedDocument_ChangesNothing()
    {
        await using var db = database.NewContext(Kiryu);

        var changed = await db.Database.ExecuteSqlAsync(
            $"update document set name = 'ours' where government_code = {Gunma}",
            Cancel
        );

        changed.ShouldBe(0);
    }

    [Fact]
    public async Task Connection_ReturnedToThePool_ForgetsItsGovernment()
    {
        await using (var db = database.NewContext(Gunma))
            await db.Documents.AnyAsync(Cancel);

        await using var command = database.Connections.CreateCommand(
            "select coalesce(current_setting('shirube.government', true), '')"
        );

        (await command.ExecuteScalarAsync(Cancel)).ShouldBe("");
    }

    private async Task AddOnceAsync(string code)
    {
        await using var db = database.NewContext(code);
        if (await db.Documents.AnyAsync(row => row.GovernmentCode == GovernmentCode.Parse(code), Cancel))
            return;
        var file = SamplePlan.File("共有する計画") with { Government = GovernmentCode.Parse(code) };
        await db.ImportAsync(file, Cancel);
    }

    private async Task<NpgsqlDataSource> OwnerAsync()
    {
        await using var asked = database.Connections.CreateCommand("select current_database()");
        return await TestPostgres.OwnerOfAsync((string)(await asked.ExecuteScalarAsync(Cancel))!);
    }

    private static async Task ForcePoliciesAsync(NpgsqlDataSource owner, string force)
    {
        await using var command = owner.CreateCommand(
            $"""
            do $$ declare t record; begin
                for t in select oid::regclass as name from pg_class where relrowsecurity loop
                    execute format('alter table %s {force} row level security', t.name);
                end loop;
            end $$
            """
        );
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static string[] Codes(IEnumerable<GovernmentCode> codes) =>
        [.. codes.Select(code => code.Value).Distinct().Order(StringComparer.Ordinal)];
}
