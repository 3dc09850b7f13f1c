using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>Where a project's name ends and its department (担当課) begins, when both stand in one run of text.</summary>
internal static partial class Departments
{
    private const int LongestStretch = 400;

    /// <summary>
    /// Offsets in <paramref name="text"/> at which the department can begin, best first. More than one that stand
    /// equal mean that the text does not say.
    /// </summary>
    public static IReadOnlyList<int> Starts(string text, IReadOnlySet<string> known)
    {
        if (text.Length > LongestStretch)
            return [];
        var candidates = new List<(int At, int Rank)>();
        foreach (Match gap in Gap().Matches(text))
        {
            var at = gap.Index + gap.Length;
            var department = CellText.Join(text[at..]).Replace(" ", "", StringComparison.Ordinal);
            if (at == 0 || at == text.Length || !IsDepartment(department))
                continue;
            candidates.Add((at, Rank(gap.Value, text[..gap.Index], department, known)));
        }
        if (candidates.Count == 0)
            return [];
        var best = candidates.Max(candidate => candidate.Rank);
        return [.. candidates.Where(candidate => candidate.Rank == best).Select(candidate => candidate.At)];
    }

    public static bool IsDepartment(string text) => Department().IsMatch(text);

    /// <summary>A space parts cells, a line end may also be a cell's own; a project's usual last word parts them, too.</summary>
    private static int Rank(string gap, string project, string department, IReadOnlySet<string> known)
    {
        var rank = gap.Contains('\n', StringComparison.Ordinal) ? 0 : 2;
        if (ProjectEnd().IsMatch(project))
            rank += 2;
        if (IsDepartment(LastWord().Match(project).Value))
            rank -= 3;
        if (known.Contains(department))
            rank += 8;
        return rank;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(
        @"^(?![（(）)・、ー－ぁ-んァィゥェォッャュョ])[^（）()。、,/／]{1,30}(?:課|室|局|部|係|班|センター|所|本部|事務局|館|署|委員会)(?:[（(][^（）()]{1,40}[）)])?(?:[、,/／][^（）()。、,/／]{1,30}(?:課|室|局|部|係|班|センター|所|館|委員会)(?:[（(][^（）()]{1,40}[）)])?)*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Department();

    [GeneratedRegex(
        @"(?:事業|制度|プロジェクト|補助金|助成金|応援金|給付金|交付金|キャンペーン|プログラム)[）)]?\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ProjectEnd();

    [GeneratedRegex(@"[^\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();
}
