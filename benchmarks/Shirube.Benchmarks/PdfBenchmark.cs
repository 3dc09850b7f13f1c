using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Benchmarks;

/// <summary>
/// Reading a 100-page plan (PLAN-100, printed by Chromium) whole, against the slower of the two poppler runs that it needs,
/// started side by side. Goal: at most 1.3 times. <c>pdftotext -layout</c> stands by for the record.
/// </summary>
internal static class PdfBenchmark
{
    private const int Pages = 100;
    private const int PairsCounted = 9;

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("shirube-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "plan.pdf");
            Print(folder.FullName, file);
            var content = File.ReadAllBytes(file);
            void Read() => DocumentReader.Read("plan.pdf", content);
            void ReadAndRecognise() => Recogniser.Read(DocumentReader.Read("plan.pdf", content));
            Write("reading / both poppler runs", Pairs.Measure(Read, () => BothRuns(file), PairsCounted, 2));
            Write("with recognition / both", Pairs.Measure(ReadAndRecognise, () => BothRuns(file), PairsCounted, 2));
            Write("reading / pdftotext -layout", Pairs.Measure(Read, () => Layout(file), PairsCounted, 1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    /// <summary>Their time is that of the slower one.</summary>
    private static void BothRuns(string file) =>
        Parallel.Invoke(
            () => Programs.Run("pdftotext", "-bbox-layout", file, "-"),
            () => Programs.Run("pdftocairo", "-svg", "-noshrink", "-nocenter", file, "-")
        );

    private static void Layout(string file) => Programs.Run("pdftotext", "-layout", file, "-");

    private static void Print(string folder, string file)
    {
        var page = Path.Combine(folder, "plan.html");
        File.WriteAllText(page, GeneratedPlan.Html(Pages));
        Programs.Run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--user-data-dir=" + Path.Combine(folder, "profile"),
            "--print-to-pdf=" + file,
            "file://" + page
        );
    }

    private static void Write(string name, (double Ours, double Limit, double Ratio) times) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -32}{times.Ours, 9:0} ms {times.Limit, 9:0} ms  ratio {times.Ratio:0.00}"
            )
        );
}
