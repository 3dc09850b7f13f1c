using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Search;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Search;

public sealed class RebuildIndexTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly GovernmentCode Gunma = GovernmentCode.Parse("100005");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>As a database that was filled before there was an index; and stopped in the middle of building it.</summary>
    [Fact]
    public async Task Execute_WhereThereWasNoIndex_BuildsWhatAnImportBuildsAndGoesOnWhereItStood()
    {
        await using var db = database.NewContext();
        await db.ImportAsync(SamplePlan.File(), Cancel);
        await db.ImportAsync(SamplePlan.File(first: "301"), Cancel);
        await db.ImportAsync(SamplePlan.File("もう一つの計画"), Cancel);
        var office = await WritingOffice.OpenAsync(database, "100005");
        var plan = await office.StartAsync(Shirube.Plans.Writing.PlanForm.A3007);
        await office.SaveAsync(plan, "4-1", "若い世代の転出", 0);
        var built = await EntriesAsync(db);
        (await UnindexedVersions.CountAsync(db, Gunma, Cancel)).ShouldBe(0);
        await db.Database.ExecuteSqlRawAsync("delete from search_entry; delete from search_version", Cancel);
        (await UnindexedVersions.OfAsync(db, Gunma, Cancel)).Count.ShouldBe(3);
        (await UnindexedVersions.CountAsync(db, Gunma, Cancel)).ShouldBe(4);

        using var stopped = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Rebuild(false, progress => stopped.Cancel(), stopped.Token)
        );
        (await UnindexedVersions.OfAsync(db, Gunma, Cancel)).Count.ShouldBe(2);
        (await Rebuild(false, null, Cancel)).ShouldBe(3);

        (await EntriesAsync(db)).ShouldBe(built);
        (await UnindexedVersions.CountAsync(db, Gunma, Cancel)).ShouldBe(0);
        (await Rebuild(false, null, Cancel)).ShouldBe(0);
        (await Rebuild(true, null, Cancel)).ShouldBe(4);
        (await EntriesAsync(db)).ShouldBe(built);
    }

    private Task<int> Rebuild(bool whole, Action<RebuildProgress>? progress, CancellationToken cancel) =>
        new RebuildIndex(database.NewContext, TimeProvider.System).ExecuteAsync(whole, progress, cancel);

    private static Task<List<string>> EntriesAsync(ShirubeDb db) =>
        db
            .Database.SqlQueryRaw<string>(
                """
                select concat_ws('|', subject, number, version, place, kind, is_newest, first_year, last_year, folded, written,
                    case subject when 'Document' then rank end) as "Value"
                from search_entry order by 1
                """
            )
            .ToListAsync(Cancel);
}
