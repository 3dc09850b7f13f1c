using System.Diagnostics;
using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Tests.Fuzz;

namespace Shirube.Benchmarks;

/// <summary>
/// Damaged documents by seed: the texts of a folder, generated Office files, HTML, CSV and Markdown, and a PDF. A reader
/// may refuse a case with a message; it may not throw anything else, take longer than 2 seconds (PDF, which runs outside
/// programs, 10 seconds) or bring the process over 256 MB.
/// </summary>
internal sealed class FuzzBench
{
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SlowestPdf = TimeSpan.FromSeconds(10);
    private const long LargestBytes = 256L << 20;

    private int refused;
    private int failures;
    private TimeSpan slowest;

    public static int Run(string folder, int cases, int pdfCases, int seed)
    {
        var files = Directory
            .GetFiles(folder)
            .Where(path => !path.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Bytes: File.ReadAllBytes(path)))
            .Concat(WholeDocuments.All)
            .ToList();
        foreach (var file in files)
            Read(file);
        var texts = new FuzzBench().Cases("in process", files, cases, seed, Slowest);
        var pdf = new FuzzBench().Cases("PDF", [WholeDocuments.Pdf], pdfCases, seed, SlowestPdf);
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {peak >> 20} MB"));
        return texts && pdf && peak <= LargestBytes ? 0 : 1;
    }

    private bool Cases(string kind, List<(string Name, byte[] Bytes)> files, int cases, int seed, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < cases; i++)
            Case(
                DamagedDocuments.Case(files, seed, i),
                string.Create(CultureInfo.InvariantCulture, $"{seed}:{i}"),
                limit
            );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}: {cases} cases, {refused} refused, {failures} failures, slowest {slowest.TotalMilliseconds:0} ms, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"
            )
        );
        return failures == 0;
    }

    private void Case((string Name, byte[] Bytes) file, string number, TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            Read(file);
        }
        catch (DocumentRefusedException)
        {
            refused++;
        }
#pragma warning disable CA1031 // The bench is there to see any exception at all.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failures++;
            Console.WriteLine($"case {number} ({file.Name}): {thrown}");
        }
        var took = Stopwatch.GetElapsedTime(began);
        slowest = took > slowest ? took : slowest;
        if (took <= limit)
            return;
        failures++;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"case {number} ({file.Name}): {took.TotalSeconds:0.0} s")
        );
    }

    private static void Read((string Name, byte[] Bytes) file) =>
        ReadingJson.Write(Recogniser.Read(DocumentReader.Read(file.Name, file.Bytes)));
}
