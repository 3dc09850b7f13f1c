using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>The total of a table of yearly costs: the column 合計 of the row 総事業費, or the row 合計 below the years.</summary>
internal static partial class PlanCostTable
{
    /// <param name="unit">千円, as printed for the whole table; null when the row itself must say.</param>
    public static Read<decimal>? Read(List<PlanParagraph> paragraphs, string? unit)
    {
        var rows = paragraphs.Where(paragraph => paragraph.IsRow).Select(row => (Row: row, Cells: Cells(row))).ToList();
        var found = new List<Read<decimal>>();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i].Cells;
            var amounts = cells.Select(cell => Amount(cell)).ToList();
            var own = UnitIn().Match(cells[0]) is { Success: true } match ? match.Groups["unit"].Value : unit;
            var total =
                Whole().IsMatch(cells[0]) && amounts.Count(amount => amount is not null) > 1
                    ? amounts[TotalColumn(rows.Take(i).Select(row => row.Cells), cells.Length) ?? 0]
                : IsSum(cells[0]) && Names(paragraphs) && amounts.Count(amount => amount is not null) == 1
                    ? amounts.Find(amount => amount is not null)
                : null;
            if (total is not null && PlanCost.Yen(total, own) is { } yen)
                found.Add(new Read<decimal>(yen, rows[i].Row.At(), Certainty.PlaceInferred));
        }
        return found.DistinctBy(cost => cost.Value).ToList() is [var only] ? only : null;
    }

    /// <summary>The place of 合計 in the nearest heading row; empty corners are not among its cells.</summary>
    private static int? TotalColumn(IEnumerable<string[]> above, int count)
    {
        var header = above.LastOrDefault(cells =>
            cells.Any(IsSum) && cells.Length >= count - 1 && cells.Length <= count
        );
        if (header is null || header.Count(IsSum) != 1)
            return null;
        return Array.FindIndex(header, IsSum) + count - header.Length;
    }

    private static string[] Cells(PlanParagraph row) =>
        [
            .. row
                .Text.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(Folding.Squeeze)
                .DefaultIfEmpty(""),
        ];

    private static string? Amount(string cell) =>
        Figure.Parse(cell) is { Kind: FigureKind.Number, Value: { } value } figure
        && (figure.Unit is null || MoneyUnit.YenPer(figure.Unit) is not null)
            ? value.ToString(CultureInfo.InvariantCulture) + figure.Unit
            : null;

    private static bool IsSum(string cell) => Sum().IsMatch(cell);

    private static bool Names(List<PlanParagraph> paragraphs) =>
        paragraphs.Any(paragraph => paragraph.Squeezed.Contains("総事業費", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?:合計|計|総計|総額|総合計|累計)(?:[(（][^()（）]{1,8}[)）])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"^(?:総事業費|事業費総額)", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[(（](?:単位:?)?(?<unit>" + MoneyUnit.Pattern + ")[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex UnitIn();
}
