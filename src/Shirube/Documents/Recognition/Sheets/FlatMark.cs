using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>What a row of a flattened sheet shows in fixed order: its goal, its numbers, its evaluation, its next step.</summary>
internal enum FlatMarkKind
{
    Goal,
    Numbers,
    Evaluation,
    NextStep,
}

/// <summary>One mark in the running text, with the parts that its pattern names.</summary>
internal sealed record FlatMark(FlatMarkKind Kind, int From, int To, Match Match);

/// <summary>Finds the marks of a flattened sheet.</summary>
internal static partial class FlatMarks
{
    /// <param name="numbers">How many number columns stand side by side: cost, donation, count; 0 for none.</param>
    public static IReadOnlyList<FlatMark> Find(string text, int numbers)
    {
        var evaluations = Marks(FlatMarkKind.Evaluation, Evaluation().Matches(text));
        var steps = Marks(FlatMarkKind.NextStep, NextStep().Matches(text)).Where(mark => !Overlaps(mark, evaluations));
        var runs = numbers == 0 ? [] : NumberRuns(text, numbers).Where(mark => !Overlaps(mark, evaluations));
        var marks = evaluations.Concat(steps).Concat(runs).ToList();
        return [.. marks.Concat(Goals(text, marks)).OrderBy(mark => mark.From)];
    }

    /// <param name="others">In order and apart from one another.</param>
    private static bool Overlaps(FlatMark mark, List<FlatMark> others)
    {
        var (low, high) = (0, others.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = others[middle].To <= mark.From ? (middle + 1, high) : (low, middle);
        }
        return low < others.Count && others[low].From < mark.To;
    }

    private static List<FlatMark> Marks(FlatMarkKind kind, MatchCollection matches) =>
        [.. matches.Select(match => new FlatMark(kind, match.Index, match.Index + match.Length, match))];

    private static List<FlatMark> NumberRuns(string text, int numbers) =>
        Marks(
            FlatMarkKind.Numbers,
            numbers switch
            {
                1 => OneNumber().Matches(text),
                2 => TwoNumbers().Matches(text),
                _ => ThreeNumbers().Matches(text),
            }
        );

    /// <summary>
    /// The line opening (letters, a number, a colon) that repeats most opens the rows. An opening that stands more
    /// often than any other mark is a list inside the cells.
    /// </summary>
    private static IEnumerable<FlatMark> Goals(string text, List<FlatMark> marks)
    {
        var most = marks.GroupBy(mark => mark.Kind).Select(kind => kind.Count()).DefaultIfEmpty(1).Max();
        var openings = Marks(FlatMarkKind.Goal, GoalOpening().Matches(text))
            .GroupBy(mark => mark.Match.Groups["label"].Value, StringComparer.Ordinal)
            .Where(group => group.Count() <= most)
            .OrderByDescending(group => group.Count())
            .ToList();
        var first = marks
            .Where(mark => mark.Kind != FlatMarkKind.Numbers)
            .Select(mark => mark.From)
            .DefaultIfEmpty()
            .Min();
        return openings.FirstOrDefault(group => group.First().From < first) ?? Enumerable.Empty<FlatMark>();
    }

    private const string Digits = @"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]{1,12})";
    private const string Amount = "(?<number>" + Digits + "|[-‐―－ー–—])";
    private const string Alone = @"(?=\s|$)";

    /// <summary>One number too many beside the others: nobody can tell which is which.</summary>
    private const string NoneBefore = @"(?<!(?:^|\s)" + Digits + @"[^\S\n]+)";
    private const string NoneBehind = @"(?![^\S\n]+" + Digits + @"(?:\s|$))";
    private const string Value =
        @"(?:[-−▲△－]\s?)?"
        + Digits
        + @"(?:[.．][0-9０-９]+)?[%％]?|[（(]?(?:集計|算定|算出|調査|確認|精査|取りまとめ|とりまとめ|推計)(?:中|前)[）)]?|未確定|未公表|公表待ち|[-‐―－ー–—]";

    [GeneratedRegex(@"(?<=^|\s)" + Amount + Alone, RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex OneNumber();

    [GeneratedRegex(
        @"(?<=^|\s)" + NoneBefore + Amount + @"\s+" + Amount + Alone + NoneBehind,
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex TwoNumbers();

    [GeneratedRegex(
        @"(?<=^|\s)" + NoneBefore + Amount + @"\s+" + Amount + @"\s+" + Amount + Alone + NoneBehind,
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex ThreeNumbers();

    /// <summary>（万円） 318.8 集計中 ③地方創生に効果があった</summary>
    [GeneratedRegex(
        @"(?<unit>[（(][^（）()\n]{1,10}[）)])\s{0,3}(?<value>"
            + Value
            + @")(?:\s{1,3}(?<value>"
            + Value
            + @"))?\s{1,3}(?<self>[①-⑨][^\s①-⑨]*|[◎○〇△×]"
            + Alone
            + "|[A-EＡ-Ｅ]"
            + Alone
            + ")",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Evaluation();

    /// <summary>②継続 継続的な支援が必要なため。</summary>
    [GeneratedRegex(
        @"^[^\S\n]*(?<step>[①-⑨][^\s①-⑨。]{0,30}?(?:継続|発展|拡充|拡大|見直し|見直|改善|縮小|中止|廃止|終了|完了|統合)[^\s①-⑨。]{0,12})"
            + Alone,
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex NextStep();

    /// <summary>基本目標２：</summary>
    [GeneratedRegex(
        @"^[^\S\n]*(?<label>[\p{Lo}\p{Lm}]{1,12})[^\S\n]?(?<no>[0-9０-９]{1,2}|[Ⅰ-Ⅻ]|[一二三四五六七八九十]{1,2})[^\S\n]?[：:](?<rest>[^\n]*)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex GoalOpening();
}
