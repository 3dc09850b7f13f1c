using Shirube.Documents.Comparison;

namespace Shirube.Tests.Documents.Comparison;

/// <summary>Plans that nobody made, and the same plans after somebody worked on them.</summary>
internal static class GeneratedPlans
{
    private static readonly string[] Words =
    [
        "地域",
        "企業",
        "人材",
        "支援",
        "デジタル",
        "センター",
        "を",
        "の",
        "に",
        "する",
        "して",
        "、",
        "（令和６年度）",
        "1,800",
        "０．４",
        "３５．５％",
        "育成",
        "県民",
        "移輸出入",
        "TUMO",
        "①",
        "・",
        "「稼ぐ力」",
        "学校",
        "クリエイティブ",
        "が",
        "である",
    ];

    public static ComparedPlan Of(int seed)
    {
        var random = new Random(seed);
        return new(
            [
                new(PlanFact.Name, Sentence(random)),
                new(PlanFact.TotalCost, random.Next(2) == 0 ? null : "2,314,625千円"),
            ],
            [],
            [.. Enumerable.Range(1, random.Next(1, 6)).Select(number => Part(random, number))]
        );
    }

    private static ComparedPart Part(Random random, int number) =>
        new(
            new Place($"{number}", [$"見出し{number}"]),
            $"{number} 見出し{number}",
            [.. Enumerable.Range(0, random.Next(5)).Select(_ => Paragraph(random))]
        );

    private static string Paragraph(Random random) =>
        random.Next(6) == 0
            ? string.Join('\t', Enumerable.Range(0, 4).Select(_ => random.Next(3000).ToString("N0", null)))
            : string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentence(random)));

    public static string Sentence(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(3, 25)).Select(_ => Words[random.Next(Words.Length)])) + "。";

    /// <summary>The plan with sentences reworded, added, taken away, and parts in another order.</summary>
    public static ComparedPlan Edited(ComparedPlan plan, int seed)
    {
        var random = new Random(seed);
        var parts = plan
            .Parts.Select(part =>
                part with
                {
                    Paragraphs = [.. part.Paragraphs.SelectMany(text => Edited(text, random))],
                }
            )
            .ToList();
        if (random.Next(3) == 0)
            parts.Reverse();
        return plan with { Parts = parts };
    }

    private static string[] Edited(string text, Random random) =>
        random.Next(6) switch
        {
            0 => [],
            1 => [text, Sentence(random)],
            2 => [text.Insert(random.Next(text.Length), Words[random.Next(Words.Length)])],
            3 => [text.Normalize(System.Text.NormalizationForm.FormKC)],
            _ => [text],
        };
}
