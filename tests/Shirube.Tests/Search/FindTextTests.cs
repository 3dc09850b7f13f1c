using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Search;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Search;

public sealed class FindTextTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly GovernmentCode Gunma = GovernmentCode.Parse("100005");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The promise: what is found is what a search for the substring in the folded texts finds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Execute_ForAnyTerm_FindsWhatASubstringSearchFinds(int seed)
    {
        var random = new Random(seed);
        await using var db = database.NewContext();
        await RegisterAsync(db);
        var entries = Enumerable
            .Range(0, 120)
            .Select(i => new SearchEntry(SearchKind.Chapter, $"/chapters/{i}/text", Stored(random, i)))
            .ToList();
        var key = new SubjectKey(Gunma, SearchSubject.Draft, 1000 + seed, 0);
        await new KeepIndex(db, TimeProvider.System).PutAsync(
            new(key, DateTimeOffset.UnixEpoch, true, (null, null), entries),
            Cancel
        );

        for (var round = 0; round < 200; round++)
        {
            var typed = random.Next(3) == 0 ? RandomText.Of(random, random.Next(1, 4)) : PieceOf(random, entries);
            var terms = SearchTerms.Of(typed);
            var expected = entries
                .Where(entry => !terms.AreNone && terms.Match(entry.Folded))
                .Select(entry => entry.Place);

            var found = await AllAsync(db, new SearchQuery(typed), key);

            found.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), typed);
        }
    }

    [Theory]
    [InlineData("拠点", "学習拠点の利用者数")]
    [InlineData("ＫＹＯＳＯ　ぷろじぇくと", null)]
    [InlineData("共創ぷろじぇくと", "共創プロジェクト数")]
    [InlineData("「利用者数」 学習", "学習拠点の利用者数")]
    [InlineData("学", "学習拠点の利用者数")]
    public async Task Execute_InAnImportedPlan_FindsAsPeopleWriteIt(string typed, string? indicator)
    {
        await using var db = database.NewContext("102032");
        await db.ImportAsync(SamplePlan.File() with { Government = GovernmentCode.Parse("102032") }, Cancel);

        var page = await FindAsync(db, new SearchQuery(typed, SearchKind.Indicator));

        page.Hits.Select(hit => string.Concat(hit.Passage.Select(part => part.Text)))
            .ShouldBe(indicator is null ? [] : [indicator]);
        page.Hits.ShouldAllBe(hit => hit.Passage.Any(part => part.IsHit));
    }

    [Fact]
    public async Task Execute_ForThePlansTitle_FindsItOnceAndNotAsItsFirstChapterToo()
    {
        await using var db = database.NewContext("102024");
        await db.ImportAsync(SamplePlan.File() with { Government = GovernmentCode.Parse("102024") }, Cancel);
        var title = await db.Versions.Select(version => version.Title).SingleAsync(Cancel);

        var page = await FindAsync(db, new SearchQuery(title));

        page.Hits.Count(hit => string.Concat(hit.Passage.Select(part => part.Text)) == title).ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("　 \n")]
    [InlineData("\0")]
    [InlineData("\"\"")]
    [InlineData("「」")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'; drop table search_entry; --")]
    [InlineData("\"拠点")]
    [InlineData("「拠点 」点 」")]
    [InlineData("\ud800")]
    [InlineData("\udc00\ud800 %s {0}")]
    public async Task Execute_ForWhatNobodyMeans_IsAnEmptyPageOrWhatStandsThere(string? typed)
    {
        await using var db = database.NewContext("102032");
        await db.ImportAsync(SamplePlan.File() with { Government = GovernmentCode.Parse("102032") }, Cancel);

        var page = await FindAsync(db, new SearchQuery(typed));

        foreach (var hit in page.Hits)
            string.Concat(hit.Passage.Where(part => part.IsHit).Select(part => part.Text)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Execute_For500Characters_IsCutAndFindsNothing()
    {
        await using var db = database.NewContext();

        (await FindAsync(db, new SearchQuery(string.Concat(Enumerable.Repeat("計画", 250))))).Total.ShouldBe(0);
        SearchTerms.Of(new string('計', 500)).Folded.ShouldBe([new string('計', SearchTerms.MaxLength)]);
        SearchTerms.Of(string.Join(' ', Enumerable.Range(10, 500))).Folded.Count.ShouldBe(SearchTerms.MaxTerms);
    }

    [Fact]
    public async Task Execute_AfterACorrection_FindsTheNewWordsAndNotTheOld()
    {
        await using var db = database.NewContext("102041");
        var isesaki = GovernmentCode.Parse("102041");
        var imported = await db.ImportAsync(SamplePlan.File() with { Government = isesaki }, Cancel);

        await new CorrectValue(db, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(db),
            imported.Version,
            new ValueCorrection("/indicators/0/name", "図書館の貸出冊数", "誤記"),
            cancel: Cancel
        );

        (await FindAsync(db, new SearchQuery("図書館")))
            .Hits.ShouldHaveSingleItem()
            .Place.ShouldBe("/indicators/0/name");
        (await FindAsync(db, new SearchQuery("学習拠点", SearchKind.Indicator))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Execute_WithASecondVersion_FindsTheNewestUnlessAllAreAsked()
    {
        await using var db = database.NewContext("102059");
        var ota = GovernmentCode.Parse("102059");
        await db.ImportAsync(SamplePlan.File() with { Government = ota }, Cancel);
        await db.ImportAsync(SamplePlan.File(first: "301") with { Government = ota }, Cancel);
        var query = new SearchQuery("利用者数", SearchKind.Indicator);

        (await FindAsync(db, query)).Hits.ShouldHaveSingleItem().Subject.Version.ShouldBe(2);
        var all = await FindAsync(db, query with { EveryVersion = true });
        all.Hits.Select(hit => hit.Subject.Version).ShouldBe([2, 1], ignoreOrder: true);
        (await FindAsync(db, query with { IsApproved = true })).Total.ShouldBe(0);
        (await FindAsync(db, query with { IsApproved = false })).Total.ShouldBe(1);
        (await FindAsync(db, query with { Year = 2026 })).Total.ShouldBe(1);
        (await FindAsync(db, query with { Year = 2031 })).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Execute_WithoutTheRight_IsRefused()
    {
        await using var db = database.NewContext();
        var nobody = new Asker(Guid.NewGuid(), "", Gunma, [], "test");

        await Should.ThrowAsync<NotPermittedException>(() =>
            new FindText(db).ExecuteAsync(nobody, new SearchQuery("計画"), cancel: Cancel)
        );
    }

    private static Task<FoundPage> FindAsync(ShirubeDb db, SearchQuery query) =>
        new FindText(db).ExecuteAsync(Importing.AskerOf(db), query, cancel: Cancel);

    /// <summary>Of all pages what belongs to the subject.</summary>
    private static async Task<List<string>> AllAsync(ShirubeDb db, SearchQuery query, SubjectKey of)
    {
        var found = new List<string>();
        for (var skip = 0; ; skip += SearchQuery.PageSize)
        {
            var page = await new FindText(db).ExecuteAsync(Importing.AskerOf(db), query, skip, Cancel);
            found.AddRange(page.Hits.Where(hit => hit.Subject == of).Select(hit => hit.Place));
            if (page.Hits.Count < SearchQuery.PageSize)
                return found;
        }
    }

    /// <summary>As the import stores it, never empty.</summary>
    private static string Stored(Random random, int number) =>
        Storable.Text(RandomText.Of(random, random.Next(1, number % 10 == 0 ? 400 : 30)) + "本");

    private static string PieceOf(Random random, List<SearchEntry> entries)
    {
        var text = entries[random.Next(entries.Count)].Written;
        var start = random.Next(text.Length);
        return text.Substring(start, Math.Min(text.Length - start, random.Next(1, 14)));
    }

    private static async Task RegisterAsync(ShirubeDb db)
    {
        if (!db.Governments.Any())
            await db.ImportAsync(SamplePlan.File(), Cancel);
    }
}
