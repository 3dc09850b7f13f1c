using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Search;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Search;

/// <summary>Nothing of another government is found, counted or moves what is found: each of the two locks with the other one off.</summary>
public sealed class SearchTenancyTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Gunma = "100005";
    private const string Kiryu = "102032";
    private const string Isesaki = "102041";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each has a plan with the same words; Gunma shares its own with Kiryu.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var code in (string[])[Gunma, Kiryu, Isesaki])
        {
            await using var own = database.NewContext(code);
            await own.ImportAsync(SamplePlan.File() with { Government = GovernmentCode.Parse(code) }, Cancel);
        }
        await using var db = database.NewContext(Gunma);
        await new Shirube.Documents.Stored.ShareDocument(db, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(db),
            1,
            GovernmentCode.Parse(Kiryu),
            true,
            Cancel
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Gunma, new[] { Gunma })]
    [InlineData(Kiryu, new[] { Gunma, Kiryu })]
    [InlineData(Isesaki, new[] { Isesaki })]
    public async Task Find_AsAGovernment_FindsAndCountsItsOwnAndWhatIsShared(string asker, string[] seen)
    {
        await using var db = database.NewContext(asker);

        var page = await FindAsync(db, new SearchQuery("利用者数", SearchKind.Indicator));

        Codes(page).ShouldBe(seen);
        page.Total.ShouldBe(seen.Length);
    }

    [Fact]
    public async Task Find_InAGovernmentThatIsNotShared_FindsNothing()
    {
        await using var db = database.NewContext(Isesaki);

        var page = await FindAsync(db, new SearchQuery("利用者数", Government: GovernmentCode.Parse(Gunma)));

        page.ShouldBe(FoundPage.Empty with { Hits = page.Hits });
        page.Hits.ShouldBeEmpty();
    }

    /// <summary>The application asks for another government than the session works for.</summary>
    [Fact]
    public async Task Find_WithoutTheApplicationsLock_IsRefusedByTheDatabase()
    {
        await using var db = database.NewContext(Isesaki);
        await db.Database.OpenConnectionAsync(Cancel);

        (await AskAsync(db, GovernmentCode.Parse(Gunma))).Total.ShouldBe(0);
        (await AskAsync(db, GovernmentCode.Parse(Isesaki))).Total.ShouldBe(1);
    }

    /// <summary>The session says another government than the application asks for: neither's is found.</summary>
    [Fact]
    public async Task Find_WithoutTheDatabasesLock_IsRefusedByTheApplication()
    {
        await using var db = database.NewContext(Isesaki);
        await db.Database.OpenConnectionAsync(Cancel);
        await ExecuteAsync(db, $"select set_config('shirube.government', '{Gunma}', false)");

        (await FindAsync(db, new SearchQuery("利用者数"))).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("select count(*) from search_entry")]
    [InlineData("select count(*) from search_version")]
    public async Task Read_OfTheTablesThemselves_IsUnderRowLevelSecurity(string sql)
    {
        await using var kiryu = database.NewContext(Kiryu);
        await using var isesaki = database.NewContext(Isesaki);
        await using var nobody = database.NewContext(Scope.None);

        var own = await CountAsync(isesaki, sql);
        own.ShouldBeGreaterThan(0);
        (await CountAsync(kiryu, sql)).ShouldBe(2 * own);
        (await CountAsync(nobody, sql)).ShouldBe(0);
    }

    [Theory]
    [InlineData("update search_entry set written = 'x' where government_code = '100005'", 0)]
    [InlineData("delete from search_entry where government_code = '100005'", 0)]
    [InlineData("update search_version set rule = 0 where government_code = '100005'", 0)]
    public async Task Write_OfWhatIsSharedOnly_ChangesNothing(string sql, int changed)
    {
        await using var db = database.NewContext(Kiryu);

        (await ExecuteAsync(db, sql)).ShouldBe(changed);
    }

    [Fact]
    public async Task Write_IntoAnotherGovernment_IsRefused()
    {
        await using var db = database.NewContext(Isesaki);

        var refused = await Should.ThrowAsync<PostgresException>(() =>
            ExecuteAsync(
                db,
                """
                insert into search_entry (government_code, subject, number, version, place, kind, rank, is_newest, keys, folded, written)
                values ('100005', 'Document', 1, 1, '/x', 'Title', 1, true, array[1], 'x', 'x')
                """
            )
        );
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Find_AfterTheShareIsTakenBack_NoLongerFinds()
    {
        await using var gunma = database.NewContext(Gunma);
        await ExecuteAsync(gunma, "delete from document_share where shared_with = '102032'");
        await using var kiryu = database.NewContext(Kiryu);

        Codes(await FindAsync(kiryu, new SearchQuery("利用者数"))).ShouldBe([Kiryu]);
    }

    private static async Task<FoundPage> AskAsync(ShirubeDb db, GovernmentCode ours)
    {
        var terms = SearchTerms.Of("利用者数");
        await using var command = FindText.Command(
            (NpgsqlConnection)db.Database.GetDbConnection(),
            ours,
            new SearchQuery("利用者数", SearchKind.Indicator),
            terms,
            0,
            true
        );
        return await FindText.ReadAsync(command, terms, Cancel);
    }

    private static Task<FoundPage> FindAsync(ShirubeDb db, SearchQuery query) =>
        new FindText(db).ExecuteAsync(Importing.AskerOf(db), query, cancel: Cancel);

    private static async Task<int> ExecuteAsync(ShirubeDb db, string sql) =>
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);

    private static async Task<long> CountAsync(ShirubeDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static string[] Codes(FoundPage page) =>
        [.. page.Hits.Select(hit => hit.Subject.Government.Value).Distinct().Order(StringComparer.Ordinal)];
}
