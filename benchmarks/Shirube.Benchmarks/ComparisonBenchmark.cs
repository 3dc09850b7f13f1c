using System.Globalization;
using DiffPlex;
using Shirube.Documents.Comparison;

namespace Shirube.Benchmarks;

/// <summary>
/// 新旧対照表 of two 100-page plans (120,000 characters each), alike but for 400 edits and wholly unlike, against the bare
/// comparison of their paragraphs in pairs: DiffPlex over the same chunks, the first paragraph with the first and so on,
/// without folding, pairing, marks or rows. Goal: at most 3 times.
/// </summary>
internal static class ComparisonBenchmark
{
    private const int Paragraphs = 1000;
    private const int Letters = 120;
    private const int PairsCounted = 21;
    private const int WarmUp = 20;

    public static int Run()
    {
        var plan = Texts(seed: 1);
        Console.WriteLine("plans                               ours ms   bare ms   ratio   rows that changed");
        Print("with itself", plan, plan);
        Print("alike, 400 edits", plan, Edited(plan));
        Print("alike, in another order", plan, [.. plan.Reverse()]);
        Print("unlike", plan, Texts(seed: 2));
        return 0;
    }

    private static void Print(string name, string[] old, string[] now)
    {
        var (before, after) = (Plan(old), Plan(now));
        var (ours, bare, ratio) = Pairs.Measure(
            () => PlanComparison.Between(before, after),
            () => Bare(old, now),
            PairsCounted,
            WarmUp
        );
        var comparison = PlanComparison.Between(before, after);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -32} {ours, 10:0.0} {bare, 9:0.0} {ratio, 7:0.00}   {comparison.Changes.Count()}{(comparison.IsPairingCapped ? " (capped)" : "")}"
            )
        );
    }

    private static int Bare(string[] old, string[] now)
    {
        var differ = new Differ();
        var blocks = 0;
        for (var i = 0; i < old.Length; i++)
            blocks += differ
                .CreateCustomDiffs(old[i], now[i], ignoreWhiteSpace: false, ScriptChunks.Of)
                .DiffBlocks.Count;
        return blocks;
    }

    private static ComparedPlan Plan(string[] texts) =>
        new(
            [],
            [],
            [
                .. texts
                    .Chunk(20)
                    .Select(
                        (part, at) =>
                            new ComparedPart(
                                new Place($"{at + 1}", ["事業の内容"]),
                                string.Create(CultureInfo.InvariantCulture, $"{at + 1} 事業の内容"),
                                part
                            )
                    ),
            ]
        );

    /// <summary>Two or three sentences a paragraph; words of kanji and katakana of its own between the usual particles.</summary>
    private static string[] Texts(int seed)
    {
        var random = new Random(seed);
        var words = Enumerable.Range(0, 900).Select(_ => Word(random)).ToArray();
        return [.. Enumerable.Range(0, Paragraphs).Select(_ => Paragraph(random, words))];
    }

    private static string Word(Random random) =>
        random.Next(4) == 0
            ? string.Concat(Enumerable.Range(0, random.Next(3, 6)).Select(_ => (char)random.Next('ア', 'ヴ')))
            : string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => (char)random.Next('一', '一' + 2500)));

    private static string Paragraph(Random random, string[] words)
    {
        string[] particles =
        [
            "の",
            "を",
            "に",
            "は",
            "が",
            "と",
            "により、",
            "において",
            "するとともに、",
            "を行い、",
            "である。",
            "を目指す。",
        ];
        var text = "";
        while (text.Length < Letters - 6)
            text += words[random.Next(words.Length)] + particles[random.Next(particles.Length)];
        return text + "とする。";
    }

    /// <summary>400 places: a word taken away, put in or replaced.</summary>
    private static string[] Edited(string[] texts)
    {
        var random = new Random(3);
        var edited = (string[])texts.Clone();
        for (var i = 0; i < 400; i++)
        {
            ref var text = ref edited[random.Next(edited.Length)];
            var at = random.Next(text.Length - 4);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, 2),
                1 => text.Insert(at, Word(random)),
                _ => text.Remove(at, 2).Insert(at, Word(random)),
            };
        }
        return edited;
    }
}
