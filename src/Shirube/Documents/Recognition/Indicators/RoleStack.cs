using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Which line of a cell is which, where cells hold two figures: 「上段：目標値、下段：実績値」 in a note, a heading or beside
/// the row, or the two roles over one another in the heading.
/// </summary>
internal static partial class RoleStack
{
    /// <summary>目標 over 実績 in one heading; empty when its lines do not say one role each.</summary>
    public static IReadOnlyList<FigureRole> OfHeading(string text)
    {
        var key = CellText.Key(text);
        if (OfWords(key) is { Count: > 0 } said)
            return said;
        var roles = new List<FigureRole>();
        foreach (var line in text.Split(['\n', '\r', '/', '／', '・', '（', '('], StringSplitOptions.TrimEntries))
        {
            if (HeadVocabulary.Parse(CellText.Key(line).Trim('(', ')')) is not { } head || head.Role == FigureRole.None)
                continue;
            if (head.Role == FigureRole.Mixed || roles.Contains(head.Role))
                return [];
            roles.Add(head.Role);
        }
        return roles.Count > 1 ? roles : [];
    }

    public static IReadOnlyList<FigureRole> OfTable(TableGrid grid, IndicatorContext context)
    {
        foreach (var (text, _, _) in context.Above)
        {
            if (OfWords(CellText.Key(text)) is { Count: > 0 } said)
                return said;
        }
        IReadOnlyList<FigureRole> found = [];
        for (var row = 0; row < grid.Rows; row++)
        {
            foreach (var (_, cell) in grid.Row(row))
            {
                if (
                    !cell.Cell.Text.Contains("上段", StringComparison.Ordinal)
                    || OfWords(CellText.Key(cell.Cell.Text)) is not { Count: > 0 } said
                )
                    continue;
                if (found.Count > 0 && !found.SequenceEqual(said))
                    return [];
                found = said;
            }
        }
        return found;
    }

    private static IReadOnlyList<FigureRole> OfWords(string key)
    {
        if (key.Length > 200)
            return [];
        var match = Storeys().Match(key);
        if (!match.Success)
            return [];
        var (upper, lower) = (RoleOf(match.Groups["upper"].Value), RoleOf(match.Groups["lower"].Value));
        return upper == lower ? [] : [upper, lower];
    }

    private static FigureRole RoleOf(string word) =>
        word is "目標" or "計画" ? FigureRole.Target
        : word == "実績" ? FigureRole.Actual
        : FigureRole.Baseline;

    [GeneratedRegex(
        "上段[:;=]?[がは]?[(「]?(?:KPIの?|各年度の?|年度)?(?<upper>目標|計画|実績|基準|現状).{0,12}?下段[:;=]?[がは]?[(「]?(?:KPIの?|各年度の?|年度)?(?<lower>目標|計画|実績|基準|現状)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Storeys();
}
