using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Search;

namespace Shirube.Benchmarks;

/// <summary>
/// Search over the plans of a whole country: hits against those of a substring search, times of the ranked top 20
/// against a LIKE scan, the bare index query and Groonga, each in turn over the same passages.
/// </summary>
internal static class SearchBenchmark
{
    private const int Rounds = 9;
    private const int DenseRounds = 3;
    private static readonly GovernmentCode Gunma = GovernmentCode.Parse("100005");

    /// <param name="kept">Where the filled databases stay for another run; null to drop them.</param>
    public static async Task<int> RunAsync(int plans, int each, string? kept = null)
    {
        if (!GroongaServer.IsInstalled)
        {
            await Console.Error.WriteLineAsync("Groonga is missing: apt-get install groonga-bin");
            return 1;
        }
        var folder = kept is null
            ? Directory.CreateTempSubdirectory("shirube-bench-")
            : Directory.CreateDirectory(kept);
        try
        {
            using var groonga = new GroongaServer(Path.Combine(folder.FullName, "groonga"));
            await using var store = await Store.OpenAsync(
                new StorePlace(Path.Combine(folder.FullName, "data")),
                ClusterUse.Serving
            );
            await using var administrator = NpgsqlDataSource.Create(
                store.Cluster!.ConnectionTo(DatabaseRoles.Database, "postgres")
            );
            var corpus = new SearchCorpus(seed: 20_261_121);
            if (!groonga.IsFilled)
                await SearchLoad.FillAsync(administrator, corpus, plans, Gunma, groonga);
            groonga.Serve();
            Console.WriteLine($"Groonga: {groonga.Size} MB with text");
            var sample = new SearchTermSample(corpus, plans, Math.Min(plans, GovernmentDirectory.All.Count()));
            await using var bare = new BareSearch(administrator);
            var terms = sample.Take(each, bare.Passages(), groonga.Find).ToList();
            var report = new SearchReport();
            await MeasureAsync(store, bare, groonga, terms, report);
            report.Print();
            return report.Wrong == 0 ? 0 : 1;
        }
        finally
        {
            if (kept is null)
                folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(
        Store store,
        BareSearch bare,
        GroongaServer groonga,
        List<SampledTerm> terms,
        SearchReport report
    )
    {
        await using var all = store.NewContext(new Scope(Gunma));
        await using var own = store.NewContext(new Scope(GovernmentDirectory.All.ElementAt(1).Code));
        await all.Database.OpenConnectionAsync(CancellationToken.None);
        await own.Database.OpenConnectionAsync(CancellationToken.None);
        Console.WriteLine($"{terms.Count} terms, {terms.Count(term => term.IsRare)} of them rare");
        foreach (var term in terms)
            report.Check(term, await WholeAsync(all, term), bare.Scan(term, out var scan), scan);
        report.PrintScans();
        // A site that runs has compiled what it needs.
        foreach (var term in terms.Where(term => term.IsRare))
            Find(all, term.Text);
        foreach (var term in terms.OrderByDescending(term => term.IsRare))
        {
            for (var round = -1; round < (term.IsRare ? Rounds : DenseRounds); round++)
            {
                var times = new SearchTimes(
                    Pairs.Time(() => Find(all, term.Text)),
                    Pairs.Time(() => bare.Top(term)),
                    Pairs.Time(() => bare.Count(term)),
                    Pairs.Time(() => groonga.Find(term.Text)),
                    Pairs.Time(() => Find(own, term.Text))
                );
                if (round >= 0)
                    report.Add(term, times);
            }
            if (term == terms.Last(other => other.IsRare))
                report.Print();
        }
    }

    private static Asker AskerOf(ShirubeDb db) => Asker.Installer(db.Scope.Government, "benchmark");

    private static FoundPage Find(ShirubeDb db, string term) =>
        new FindText(db)
            .ExecuteAsync(AskerOf(db), new SearchQuery("\"" + term + "\"", EveryVersion: true))
            .GetAwaiter()
            .GetResult();

    /// <summary>Every hit where they are counted, the first 20 and a lower bound where they are too many.</summary>
    private static async Task<FoundPlaces> WholeAsync(ShirubeDb db, SampledTerm term)
    {
        await using var command = FindText.Command(
            (NpgsqlConnection)db.Database.GetDbConnection(),
            Gunma,
            new SearchQuery(term.Text, EveryVersion: true),
            term.Terms,
            0,
            true
        );
        command.Parameters[9].Value = int.MaxValue - 1;
        command.CommandTimeout = 600;
        var first = await ReadAsync(command);
        if (first.IsMore)
            return first;
        command.Parameters[11].Value = 20_000_000;
        return await ReadAsync(command);
    }

    private static async Task<FoundPlaces> ReadAsync(NpgsqlCommand command)
    {
        var places = new List<string>();
        var (total, isMore) = (0L, false);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            places.Add($"{row.GetString(0)}/{row.GetInt32(2)}{row.GetString(4)}");
            (total, isMore) = (row.GetInt32(11), row.GetBoolean(12));
        }
        return new(places, total, isMore);
    }
}

/// <param name="Places">In the order of their rank.</param>
internal sealed record FoundPlaces(IReadOnlyList<string> Places, long Total, bool IsMore);

/// <summary>Milliseconds of one round.</summary>
internal sealed record SearchTimes(double Ours, double Index, double Count, double Groonga, double Own);
