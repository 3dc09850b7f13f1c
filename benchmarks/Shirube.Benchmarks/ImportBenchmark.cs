using System.Diagnostics;
using System.Globalization;
using Shirube.Data;
using Shirube.Documents.Stored;

namespace Shirube.Benchmarks;

/// <summary>1,000 generated plans into a private PostgreSQL, one after the other. Goal: peak memory under 400 MB, and flat.</summary>
internal static class ImportBenchmark
{
    private const int Documents = 1000;
    private const int Part = 100;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shirube-bench-");
        try
        {
            await using var store = await Store.OpenAsync(new StorePlace(folder.FullName), ClusterUse.Working);
            // The first documents pay for compiling; they are not counted.
            for (var number = 1; number <= Part; number++)
                await ImportAsync(store, Documents + number);
            var (start, from) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
            var parts = new List<(double Seconds, long Bytes)>();
            for (var number = 1; number <= Documents; number++)
            {
                await ImportAsync(store, number);
                if (number % Part != 0)
                    continue;
                parts.Add((Stopwatch.GetElapsedTime(from).TotalSeconds, Environment.WorkingSet));
                from = Stopwatch.GetTimestamp();
            }
            var whole = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var peak = Process.GetCurrentProcess().PeakWorkingSet64;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Documents} documents, {Documents / whole:0} a second; first {Part}: {Part / parts[0].Seconds:0} a second, {parts[0].Bytes >> 20} MB; last {Part}: {Part / parts[^1].Seconds:0} a second, {parts[^1].Bytes >> 20} MB; peak memory {peak >> 20} MB"
                )
            );
            return peak < 400L << 20 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(Store store, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"plan-{number}.txt");
        await GeneratedPlan.ImportAsync(store, new ImportedFile(name, GeneratedPlan.Text(number)));
    }
}
