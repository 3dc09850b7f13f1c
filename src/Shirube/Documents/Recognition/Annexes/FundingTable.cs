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

    private static readonly (FundingSource Source, string[] Words)[] Sources =
    [
        (FundingSource.Grant, ["交付金", "国庫支出金", "国費", "国庫補助金"]),
        (FundingSource.Donation, ["寄附", "寄附金", "企業版ふるさと納税"]),
        (FundingSource.Contribution, ["負担金", "民間負担金", "分担金"]),
        (FundingSource.GeneralFunds, ["一般財源", "一般会計"]),
        (FundingSource.Other, ["その他", "その他の財源", "その他財源"]),
    ];

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
        var found = new List<ReadFunding>();
        var findings = new List<Finding>();
        foreach (var (row, year) in Years(grid))
        {
            var amounts = new List<ReadFunding>();
            decimal? printed = null;
            Cell? wrong = null;
            foreach (var head in heads.Where(head => !IsNote(head.Text)))
            {
                var cell = grid[row, head.Column];
                if (!TryParse(cell, out var number))
                    wrong ??= cell;
                else if (number is not { } value)
                    continue;
                else if (head.Source is not { } source)
                    printed = value * unit;
                else
                    amounts.Add(new ReadFunding(year, source, new Read<decimal>(value * unit.Value, cell!.At)));
            }
            if (wrong is null && printed is { } sum && sum != amounts.Sum(amount => amount.Yen.Value))
                wrong = grid[row, 0];
            if (wrong is null)
                found.AddRange(amounts);
            else
                findings.Add(Open(wrong, $"{year}年度"));
        }
        return (found, findings);
    }

    private sealed record Head(int Column, string Text, FundingSource? Source);

    private static IEnumerable<Head> Heads(AnnexGrid grid) =>
        grid.ColumnsOf(0)
            .Skip(1)
            .Select(column => (column, Text: Folding.Squeeze(grid.Text(0, column))))
            .Where(head => head.Text.Length > 0)
            .Select(head => new Head(head.column, head.Text, SourceOf(head.Text)));

    private static FundingSource? SourceOf(string text)
    {
        var bare = Bracketed().Replace(text, "");
        return Sources
            .Where(source => Array.IndexOf(source.Words, bare) >= 0)
            .Select(source => (FundingSource?)source.Source)
            .FirstOrDefault();
    }

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
        return units is [var unit]
            ? unit switch
            {
                "円" => 1,
                "千円" => 1_000,
                "万円" => 10_000,
                "百万円" => 1_000_000,
                _ => null,
            }
            : null;
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

    [GeneratedRegex(@"単位[:：]?\(?(?<unit>百万円|千円|万円|円)", RegexOptions.CultureInvariant)]
    private static partial Regex UnitWord();

    [GeneratedRegex(@"^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
