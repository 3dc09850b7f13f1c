using System.Globalization;
using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Recognition.Indicators;

namespace Shirube.Benchmarks;

/// <summary>
/// Reading text documents in process against one plain pass over the same text that folds it (NFKC) and splits it into
/// lines and words: the least that any reader must do. Goal: at most 25 times.
/// </summary>
internal static class ReadingBenchmark
{
    private const int PairsCounted = 31;

    // Until the compiler has settled: it looks again at what runs often, in the background and more than once.
    private const int WarmUp = 800;

    public static int Run(string folder)
    {
        var files = Directory
            .GetFiles(folder, "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Bytes: File.ReadAllBytes(path)))
            .ToList();
        Console.WriteLine("document                            ours ms   fold+split ms   ratio");
        foreach (var file in files)
            Print(file.Name, Pairs.Measure(() => Read(file), () => FoldAndSplit(file.Bytes), PairsCounted, WarmUp));
        Print(
            "all",
            Pairs.Measure(
                () => files.ForEach(Read),
                () => files.ForEach(file => FoldAndSplit(file.Bytes)),
                PairsCounted,
                WarmUp
            )
        );
        foreach (var file in files.Where(file => file.Name.StartsWith("000", StringComparison.Ordinal)))
            PrintSearch(file);
        return 0;
    }

    /// <summary>
    /// Of the document whose table lost its order: finding the table, the search for its order and its values, apart
    /// from the rest of the reading. Its lines are folded already, as they are when the rest was read.
    /// </summary>
    private static void PrintSearch((string Name, byte[] Bytes) file)
    {
        var document = DocumentReader.Read(file.Name, file.Bytes);
        Print(
            "000: its table and the search",
            Pairs.Measure(
                () => IndicatorText.Recognise(document),
                () => FoldAndSplit(file.Bytes),
                PairsCounted,
                WarmUp / 4
            )
        );
    }

    private static void Read((string Name, byte[] Bytes) file) =>
        Recogniser.Read(DocumentReader.Read(file.Name, file.Bytes));

    private static int FoldAndSplit(byte[] bytes)
    {
        var words = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
            words += line.Normalize(NormalizationForm.FormKC)
                .Split([' ', '\t', '　', '、', '。'], StringSplitOptions.RemoveEmptyEntries)
                .Length;
        return words;
    }

    private static void Print(string name, (double Ours, double Limit, double Ratio) times) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -34}{times.Ours, 9:0.00}{times.Limit, 16:0.000}{times.Ratio, 8:0.0}"
            )
        );
}
