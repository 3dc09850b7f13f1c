using System.Diagnostics;
using System.Globalization;
using Shirube.Data;
using Shirube.Documents.Stored;

namespace Shirube.Benchmarks;

/// <summary>
/// From starting the process to the first page served, against an empty ASP.NET program plus the private database's own
/// start. Goal: at most 1.3 times. And <c>shirube --help</c> against a program that only prints.
/// </summary>
internal static class StartBenchmark
{
    private const int PairsCounted = 11;

    public static async Task<int> ServeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shirube-bench-");
        try
        {
            // Made, migrated and filled once: what is measured is the start of every day but the first.
            await using (var store = await Store.OpenAsync(new StorePlace(folder.FullName), ClusterUse.Working))
                await GeneratedPlan.ImportAsync(store, new ImportedFile("plan.txt", GeneratedPlan.Text(1)));
            var (ours, empty, database, ratios) = (
                new List<double>(),
                new List<double>(),
                new List<double>(),
                new List<double>()
            );
            for (var i = 0; i < PairsCounted + 2; i++)
            {
                var site = await FirstPageAsync(
                    Programs.Shirube,
                    url => ["serve", "--urls", url, "--data", folder.FullName]
                );
                var bare = await FirstPageAsync(Programs.Neighbour("EmptySite"), url => ["--urls", url]);
                var own = await DatabaseAsync(folder.FullName);
                // The first two pairs fill the caches of the disk.
                if (i < 2)
                    continue;
                ours.Add(site);
                empty.Add(bare);
                database.Add(own);
                ratios.Add(site / (bare + own));
            }
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"first page ({Programs.Build}): ours {Pairs.Median(ours):0} ms; empty site {Pairs.Median(empty):0} ms + database {Pairs.Median(database):0} ms; ratio {Pairs.Median(ratios):0.00}"
                )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    public static int Help()
    {
        var (ours, bare, ratio) = Pairs.Measure(
            () => Programs.Run("dotnet", Programs.Shirube, "--help"),
            () => Programs.Run("dotnet", Programs.Neighbour("BareConsole")),
            21,
            2
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"--help ({Programs.Build}): ours {ours:0} ms; bare console {bare:0} ms; ratio {ratio:0.00}"
            )
        );
        return 0;
    }

    private static async Task<double> FirstPageAsync(string program, Func<string, string[]> arguments)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Programs.FreePort()}");
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var start = Stopwatch.GetTimestamp();
        using var process = Programs.Start("dotnet", [program, .. arguments(url)]);
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        while (true)
        {
            try
            {
                using var page = await client.GetAsync(new Uri(url));
                page.EnsureSuccessStatusCode();
                break;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(2);
            }
        }
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Interrupt(process);
        await process.WaitForExitAsync();
        await output;
        return took;
    }

    /// <summary>PostgreSQL alone, started by the product's own code in a process that has run it before.</summary>
    private static async Task<double> DatabaseAsync(string folder)
    {
        var start = Stopwatch.GetTimestamp();
        await using var cluster = await PrivateCluster.OpenAsync(
            folder,
            ClusterUse.Working,
            new(),
            CancellationToken.None
        );
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>As Ctrl-C does, so that the site ends its database in order.</summary>
    private static void Interrupt(Process process)
    {
        if (!process.HasExited)
            Programs.Run("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
    }
}
