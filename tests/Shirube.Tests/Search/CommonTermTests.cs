using Microsoft.EntityFrameworkCore;
using Shirube.Governments;
using Shirube.Search;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Search;

/// <summary>One who sees very much asks for what stands almost everywhere: not all is counted, and what is shown is right.</summary>
public sealed class CommonTermTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const int Passages = 20_500;
    private static readonly GovernmentCode Gunma = GovernmentCode.Parse("100005");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Passages of 110 documents, all shared with Kiryu; the keys also say pairs that only one of them has side by side.</summary>
    public async ValueTask InitializeAsync()
    {
        await using var db = database.NewContext();
        if (await db.Documents.AnyAsync(Cancel))
            return;
        await db.ImportAsync(SamplePlan.File(), Cancel);
        await using (var kiryu = database.NewContext("102032"))
            await kiryu.ImportAsync(SamplePlan.File() with { Government = GovernmentCode.Parse("102032") }, Cancel);
        int[] keys = [.. SearchKeys.Of("共通の言葉共に"), SearchKeys.Of(Gunma), SearchKeys.Of(SearchKind.Chapter)];
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into document (government_code, number, kind, name, folded_name, created_at)
                select '100005', n, 'Plan', '計画' || n, '計画' || n, now() from generate_series(2, 110) n;
            insert into document_share (government_code, document_number, shared_with, shared_at)
                select '100005', n, '102032', now() from generate_series(2, 110) n;
            insert into search_entry (government_code, subject, number, version, place, kind, rank, is_newest, keys, folded, written)
                select '100005', 'Document', 2 + n % 109, 1, '/chapters/' || n || '/text', 'Chapter', n / 7, true, {keys},
                    case n when 77 then '共通の言葉共に' else '共通の言葉と共に' end, '共通の言葉'
                from generate_series(1, {Passages}) n
            """,
            Cancel
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("葉", 0)]
    [InlineData("共通", 0)]
    [InlineData("共通の言", 40)]
    [InlineData("共通 言葉", 180)]
    public async Task Find_OfWhatStandsEverywhere_ShowsTheFirstOnesAndSaysThatThereAreMore(string term, int skip)
    {
        await using var db = database.NewContext("102032");

        var page = await new FindText(db).ExecuteAsync(Importing.AskerOf(db), new SearchQuery(term), skip, Cancel);

        page.Hits.Select(hit => hit.Place).ShouldBe(await FirstAsync(skip));
        page.IsMore.ShouldBeTrue();
        page.Total.ShouldBeInRange(20, Passages);
    }

    [Fact]
    public async Task Find_OfPairsThatStandEverywhereAndTogetherOnce_FindsTheOne()
    {
        await using var db = database.NewContext("102032");

        var page = await new FindText(db).ExecuteAsync(Importing.AskerOf(db), new SearchQuery("言葉共"), 0, Cancel);

        page.Hits.ShouldHaveSingleItem().Place.ShouldBe("/chapters/77/text");
        (page.Total, page.IsMore).ShouldBe((1, false));
    }

    [Fact]
    public async Task Find_InOneGovernment_CountsUpToALimit()
    {
        await using var db = database.NewContext("102032");
        var query = new SearchQuery("共通の", Government: Gunma);

        var page = await new FindText(db).ExecuteAsync(Importing.AskerOf(db), query, 0, Cancel);

        page.Hits.Select(hit => hit.Place).ShouldBe(await FirstAsync(0));
        (page.Total, page.IsMore).ShouldBe((SearchQuery.Counted, true));
    }

    [Fact]
    public async Task Find_ByWhomNothingIsShownTo_FindsNoneOfThem()
    {
        await using var db = database.NewContext("102041");

        (
            await new FindText(db).ExecuteAsync(Importing.AskerOf(db), new SearchQuery("共通の言葉"), 0, Cancel)
        ).Total.ShouldBe(0);
    }

    private async Task<List<string>> FirstAsync(int skip)
    {
        await using var db = database.NewContext();
        return await db
            .Database.SqlQuery<string>(
                $"""
                select place as "Value" from search_entry where folded like '共通の言葉%'
                order by rank desc, government_code, subject, number, version, place offset {skip} limit 20
                """
            )
            .ToListAsync(Cancel);
    }
}
