using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Checks;

/// <summary>
/// Yearly parts of a total cost that stand close to it: 令和6年度 12,000千円 and so on, or a row of amounts under a row
/// of years.
/// </summary>
internal static partial class CostParts
{
    private const int LinesBefore = 4;
    private const int LinesBehind = 20;

    /// <summary>The sum of the parts in yen; null when fewer than two stand there, their unit is not printed, or the total stands nowhere.</summary>
    public static decimal? SumAround(SourceDocument document, Read<decimal> total)
    {
        var first = total.Evidence.At.Line;
        if (first == 0)
            return null;
        var behind = document.Lines.Skip(first - 1).Take(LinesBehind).Select(Text).ToList();
        var before = document.Lines.Skip(Math.Max(0, first - 1 - LinesBefore)).Take(Math.Min(LinesBefore, first - 1));
        List<string> around = [.. before.Select(Text), .. behind];
        var unit = TableUnit(around);
        return SumOf(behind, unit)
            ?? SumOf([.. around.Where(text => text.Contains('\t'))], unit)
            ?? SumOfRow(around, unit);
    }

    private static string Text(Line line) => Folding.Fold(line.Text);

    private static decimal? SumOf(List<string> lines, string? unit)
    {
        var parts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (Match match in Part().Matches(line))
            {
                if (Scale(match.Groups["unit"].Success ? match.Groups["unit"].Value : unit) is not { } scale)
                    return null;
                // The same year twice means that the amounts are parts of something else.
                if (!parts.TryAdd(match.Groups["year"].Value, Number(match.Groups["amount"].Value) * scale))
                    return null;
            }
        }
        return parts.Count < 2 ? null : parts.Values.Sum();
    }

    /// <summary>A row of years (and 合計) with one row of amounts below it; a second row of amounts leaves it open.</summary>
    private static decimal? SumOfRow(List<string> lines, string? unit)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var years = Cells(lines[i]).Count(cell => Year().IsMatch(cell));
            var sums = Cells(lines[i]).Count(cell => cell is "合計" or "計" or "総計" or "総額");
            if (years < 2 || sums > 1)
                continue;
            var amounts = Amounts(lines[i + 1]);
            var isAlone = i + 2 >= lines.Count || Amounts(lines[i + 2]).Count < years;
            return amounts.Count == years + sums && isAlone && Scale(UnitOf(lines[i + 1]) ?? unit) is { } scale
                ? amounts.Take(years).Sum() * scale
                : null;
        }
        return null;
    }

    private static List<decimal> Amounts(string line) =>
        [
            .. Cells(line)
                .Where(cell => Amount().IsMatch(cell))
                .Select(cell => Number(Amount().Match(cell).Groups[1].Value)),
        ];

    private static string[] Cells(string line) =>
        line.Split(['\t', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? TableUnit(List<string> lines) =>
        lines.Select(UnitOf).OfType<string>().Distinct().ToList() is [var only] ? only : null;

    private static string? UnitOf(string line) =>
        Unit().Match(line) is { Success: true } match ? match.Groups["unit"].Value : null;

    private static decimal Number(string digits) =>
        decimal.Parse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static decimal? Scale(string? unit) => unit is null ? null : MoneyUnit.YenPer(unit);

    private const string YearPattern = @"(?:(?:令和|平成|R|H)\s?(?:\d{1,2}|元)\s?年度|20\d{2}\s?年度)";

    private const string AmountPattern = @"\d{1,3}(?:,\d{3})+|\d{1,15}";

    [GeneratedRegex(
        "(?<year>"
            + YearPattern
            + @")\s?[:|]?\s{0,4}(?<amount>"
            + AmountPattern
            + @")(?![\d,年])\s?(?<unit>"
            + MoneyUnit.Pattern
            + ")?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Part();

    [GeneratedRegex("^" + YearPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("^(" + AmountPattern + @")\s?(?:" + MoneyUnit.Pattern + ")?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"[(](?:単位\s?:?\s?)?(?<unit>" + MoneyUnit.Pattern + @")[)]|単位\s?:?\s?(?<unit>" + MoneyUnit.Pattern + ")",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Unit();
}
