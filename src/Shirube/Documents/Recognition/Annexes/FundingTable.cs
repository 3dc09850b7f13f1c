using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Text;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Recognition.Annexes;

/// <summary>
/// 財源計画: years in one direction, sources in the other. A source whose name is none of the known ones, an amount
/// without its unit and a sum that does not hold leave the amounts open.
/// </summary>
internal static partial class FundingTable
{
    /// <summary>Lines above the table that may say its unit or call it a funding plan.</summary>
    private const int LinesAbove = 4;

    /// <summary>Null for a table that is not one of funding.</summary>
    public static (IReadOnlyList<ReadFunding> Amounts, IReadOnlyList<Finding> Findings)? Read(
        SourceDocument document,
        Table table
    )
    {
        var above = AnnexHeading.Above(document, table, LinesAbove).Select(line => line.Plain).ToList();
        if (!(table.Caption is { } caption && AnnexHeading.IsFunding(caption)) && !above.Exists(AnnexHeading.IsFunding))
            return null;
        var grid = new AnnexGrid(table);
        if (grid.Rows < 2 || grid.Columns < 2)
            return null;
        var turned = grid.Turned();
        var lying = Years(grid).Count >= Years(turned).Count ? grid : turned;
        if (Years(lying).Count == 0 || !Heads(lying).Any(head => head.Source is not null))
            return null;
        var unit = Unit(above.Concat(table.Cells.Select(cell => cell.Text)));
        return Amounts(lying, unit);
    }

    private static (IReadOnlyList<ReadFunding>, IReadOnlyList<Finding>) Amounts(AnnexGrid grid, decimal? unit)
    {
        var heads = Heads(grid).ToList();
        if (unit is null)
            return ([], [Open(grid[0, 0], "単位")]);
        if (heads.Find(head => head.Source is null && !IsSum(head.Text) && !IsNote(head.Text)) is { } unknown)
            return ([], [Open(grid[0, unknown.Column], unknown.Text)]);
        var years = Years(grid);
        if (Ambiguous(grid, heads, years) is { } twice)
            return ([], [Open(grid[0, twice.Column], twice.Text)]);
        var shared = Shared(grid, heads, years);
        var found = new List<ReadFunding>();
        var findings = new List<Finding>();
        foreach (var rows in years.GroupBy(one => one.Year, one => one.Row))
        {
            // Nobody can tell whether the rows of one year add up or say the same twice.
            Cell? wrong = rows.Skip(1).Any() ? grid[rows.ElementAt(1), 0] : null;
            IReadOnlyList<ReadFunding> amounts = [];
            if (wrong is null)
                (amounts, wrong) = Amounts(grid, heads, shared, rows.First(), rows.Key, unit.Value);
            if (wrong is null)
                found.AddRange(amounts);
            else
                findings.Add(Open(wrong, $"{rows.Key}年度"));
        }
        return (found, findings);
    }

    /// <summary>A source over several columns: whether one is a part of the other, or both add up, is not said.</summary>
    private static Head? Ambiguous(AnnexGrid grid, List<Head> heads, List<(int Row, FiscalYear Year)> years) =>
        heads.Find(head =>
            head.Source is not null
            && (
                heads.Exists(other => other.Column < head.Column && other.Source == head.Source)
                || Enumerable
                    .Range(head.Column + 1, grid.Columns - head.Column - 1)
                    .TakeWhile(column => grid[0, column] == grid[0, head.Column])
                    .Any(column => years.Exists(year => grid[year.Row, column] != grid[year.Row, head.Column]))
            )
        );

    /// <summary>Amounts that stand for several years or sources at once.</summary>
    private static HashSet<Cell> Shared(AnnexGrid grid, List<Head> heads, List<(int Row, FiscalYear Year)> years) =>
        [
            .. from year in years
            from head in heads
            let cell = grid[year.Row, head.Column]
            where cell is not null
            group cell by cell into places
            where places.Count() > 1
            select places.Key,
        ];

    /// <summary>What one year has of each source, or the cell that is not certain.</summary>
    private static (IReadOnlyList<ReadFunding> Amounts, Cell? Wrong) Amounts(
        AnnexGrid grid,
        List<Head> heads,
        HashSet<Cell> shared,
        int row,
        FiscalYear year,
        decimal unit
    )
    {
        var amounts = new List<ReadFunding>();
        decimal? printed = null;
        foreach (var head in heads.Where(head => !IsNote(head.Text)))
        {
            var cell = grid[row, head.Column];
            if (!TryParse(cell, out var number))
                return ([], cell);
            if (number is not { } value)
                continue;
            var yen = value * unit;
            if (shared.Contains(cell!) || !FigureSize.Fits(yen) || yen != decimal.Truncate(yen))
                return ([], cell);
            if (head.Source is { } source)
                amounts.Add(new ReadFunding(year, source, new Read<decimal>(yen, cell!.At)));
            else
                printed = yen;
        }
        return printed is { } sum && sum != amounts.Sum(amount => amount.Yen.Value)
            ? ([], grid[row, 0])
            : (amounts, null);
    }

    private sealed record Head(int Column, string Text, FundingSource? Source);

    private static IEnumerable<Head> Heads(AnnexGrid grid) =>
        grid.ColumnsOf(0)
            .Skip(1)
            .Select(column => (column, Text: Folding.Squeeze(grid.Text(0, column))))
            .Where(head => head.Text.Length > 0)
            .Select(head => new Head(
                head.column,
                head.Text,
                FundingSourceWord.SourceOf(Bracketed().Replace(head.Text, ""))
            ));

    private static List<(int Row, FiscalYear Year)> Years(AnnexGrid grid)
    {
        var years = new List<(int, FiscalYear)>();
        for (var row = 1; row < grid.Rows; row++)
        {
            var text = Folding.Squeeze(grid.Text(row, 0));
            if (text.EndsWith("年度", StringComparison.Ordinal) && FiscalYear.TryParse(text, out var year))
                years.Add((row, year));
        }
        return years;
    }

    /// <summary>Yen of one unit; null where none is said, or several are.</summary>
    private static decimal? Unit(IEnumerable<string> texts)
    {
        var units = texts
            .SelectMany(text => UnitWord().Matches(Folding.Squeeze(text)))
            .Select(match => match.Groups["unit"].Value)
            .Distinct()
            .ToList();
        return units is [var unit] ? MoneyUnit.YenPer(unit) : null;
    }

    /// <summary>A blank and a dash are no amount.</summary>
    private static bool TryParse(Cell? cell, out decimal? number)
    {
        number = null;
        var text = Folding.Squeeze(Folding.FoldNumeric(cell?.Text ?? ""));
        if (text is "" or "-")
            return true;
        if (
            !Amount().IsMatch(text)
            || !FigureSize.Fits(text.Replace(",", "", StringComparison.Ordinal))
            || !decimal.TryParse(
                text,
                NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var parsed
            )
        )
            return false;
        number = parsed;
        return true;
    }

    private static bool IsSum(string text) => text is "計" or "合計" or "小計" or "総額" or "事業費" or "総事業費";

    private static bool IsNote(string text) => text is "備考" or "摘要";

    private static Finding Open(Cell? cell, string what) =>
        new("PLAN011", Severity.Warning, cell is null ? null : new Evidence(cell.At), what) { Pointer = "/funding" };

    [GeneratedRegex(@"\([^()]*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"単位[:：]?\(?(?<unit>" + MoneyUnit.Pattern + ")", RegexOptions.CultureInvariant)]
    private static partial Regex UnitWord();

    [GeneratedRegex(@"^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
