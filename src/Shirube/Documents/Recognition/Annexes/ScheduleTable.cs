using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Annexes;

/// <summary>
/// 工程表: an item a row, with its period in a column of its own, or months and arrows under fiscal years. Where a row
/// has both, the period counts; what neither says stays open. A table in which no row says one is none.
/// </summary>
internal static partial class ScheduleTable
{
    private const int LinesAbove = 3;

    /// <summary>Null for a table that is no schedule.</summary>
    public static (IReadOnlyList<ReadScheduleItem> Items, IReadOnlyList<Finding> Findings)? Read(
        SourceDocument document,
        Table table
    )
    {
        if (
            !(table.Caption is { } caption && AnnexHeading.IsSchedule(caption))
            && !AnnexHeading.Above(document, table, LinesAbove).Any(line => AnnexHeading.IsSchedule(line.Plain))
        )
            return null;
        var grid = new AnnexGrid(table);
        var heads = Enumerable.Range(0, grid.Columns).Select(column => Folding.Squeeze(grid.Text(0, column))).ToList();
        var years = grid.ColumnsOf(0)
            .Select(column => (Year: YearOf(heads[column]), Column: column))
            .Where(head => head.Year is not null)
            .Select(head => (head.Year!.Value, head.Column))
            .ToList();
        var period = heads.FindIndex(head => Period().IsMatch(head));
        if (grid.Rows < 2 || (period < 0 && years.Count == 0) || !Item().IsMatch(heads[0]))
            return null;
        var note = heads.FindIndex(head => head is "備考" or "摘要");
        var items = new List<ReadScheduleItem>();
        var findings = new List<Finding>();
        for (var row = 1; row < grid.Rows; row++)
        {
            if (grid[row, 0] is not { } named || named.Text.Trim().Length == 0)
                continue;
            var item = new ReadScheduleItem(
                new Read<string>(OneLine(named.Text), named.At),
                null,
                null,
                note >= 0 && grid[row, note] is { } noted && noted.Text.Trim().Length > 0
                    ? new Read<string>(noted.Text.Trim(), noted.At)
                    : null
            );
            var span =
                period >= 0 && grid[row, period] is { } said && said.Text.Trim().Length > 0
                    ? SpanOf(said)
                    : SpanOf(grid, row, years);
            items.Add(span is { } known ? item with { From = known.From, To = known.To } : item);
            if (span is null)
                findings.Add(
                    new Finding("PLAN012", Severity.Warning, item.Name.Evidence, item.Name.Value)
                    {
                        Pointer = "/schedule",
                    }
                );
        }
        // Not one period: a table of something else below such a heading.
        return items.Exists(item => item.From is not null) ? (items, findings) : null;
    }

    private static (Read<DateOnly> From, Read<DateOnly> To)? SpanOf(Cell cell)
    {
        var ends = Folding.Squeeze(cell.Text).Split('~', '〜', '～');
        if (Month(ends[0]) is not { } from || ends.Length > 2 || Month(ends[^1]) is not { } to || to < from)
            return null;
        return (new Read<DateOnly>(from, cell.At), new Read<DateOnly>(to, cell.At));
    }

    private static DateOnly? Month(string text) =>
        JapaneseDate.TryParse(text, out var day) && day.Month is { } month ? new DateOnly(day.Year, month, 1) : null;

    private static (Read<DateOnly> From, Read<DateOnly> To)? SpanOf(
        AnnexGrid grid,
        int row,
        List<(FiscalYear Year, int Column)> years
    )
    {
        Read<DateOnly>? from = null;
        Read<DateOnly>? to = null;
        foreach (var (year, column) in years)
        {
            if (grid[row, column] is not { } cell || cell.Text.Trim().Length == 0)
                continue;
            if (MonthsOf(Folding.Squeeze(cell.Text), year) is not { } months)
                return null;
            // A gap between two stretches is no single period.
            if (to is not null && to.Value.AddMonths(1) != months.From)
                return null;
            from ??= new Read<DateOnly>(months.From, cell.At);
            to = new Read<DateOnly>(months.To, cell.At);
        }
        return from is not null && to is not null ? (from, to) : null;
    }

    private static (DateOnly From, DateOnly To)? MonthsOf(string text, FiscalYear year)
    {
        if (Whole().IsMatch(text))
            return (year.FirstDay, new DateOnly(year.Year + 1, 3, 1));
        if (Months().Match(text) is not { Success: true } match)
            return null;
        var from = At(year, match.Groups["from"].Value);
        var to = match.Groups["to"].Success ? At(year, match.Groups["to"].Value) : from;
        return from is { } first && to is { } last && first <= last ? (first, last) : null;
    }

    private static DateOnly? At(FiscalYear year, string month) =>
        int.Parse(month, System.Globalization.CultureInfo.InvariantCulture) is var number and >= 1 and <= 12
            ? new DateOnly(number >= 4 ? year.Year : year.Year + 1, number, 1)
            : null;

    private static FiscalYear? YearOf(string head) =>
        head.EndsWith("年度", StringComparison.Ordinal) && FiscalYear.TryParse(head, out var year) ? year : null;

    private static string OneLine(string text) => string.Concat(text.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^(?:実施|事業|取組)?(?:期間|時期)$", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(
        @"^(?:(?:主な)?取り?組み?(?:内容|名|項目)?|(?:実施)?項目|事業名?|施策名?|(?:実施|事業)?内容|工程|区分)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:[→⇒➡]+|[-=─━]+[>＞→▶]|通年|[○〇◯●◎])$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<from>\d{1,2})月(?:[~〜～-](?<to>\d{1,2})月)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Months();
}
