using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Forms;
using Shirube.Documents.Text;

namespace Shirube.Plans.HandIn;

/// <summary>A row of a listing that waits for a KPI.</summary>
/// <param name="Figures">The row of its figures: that of 目標 where a KPI has one of 実績, too.</param>
internal sealed record ListedRow(FormPlace Name, int Row, int Figures, int? Number);

/// <summary>
/// KPIの一覧表: one table whose head row says what stands in each column (ＫＰＩ, 単位, 基準値, R7 …), in any order, with a
/// row for each KPI below. A column that is headed twice, and rows behind one that holds something else, are left alone.
/// </summary>
internal sealed partial class IndicatorListing
{
    private const int LongestHead = 60;

    /// <summary>Years under 目標値 under KPI: a head has no more rows than these.</summary>
    private const int MostStoreys = 3;

    private readonly FormCell name;
    private readonly int first;

    private IndicatorListing(FormGrid grid, FormCell name, IReadOnlyList<FormCell> heads)
    {
        (Grid, this.name) = (grid, name);
        Unit = Only(heads, UnitHead());
        Definition = Only(heads, DefinitionHead());
        Number = Only(heads, NumberHead());
        Columns = IndicatorColumns.Among(grid, heads);
        first = Columns
            .Cells.Concat(heads.Where(cell => cell.RowSpan <= MostStoreys))
            .Append(name)
            .Max(cell => cell.Row + cell.RowSpan);
        Rows = [.. Below()];
    }

    public FormGrid Grid { get; }
    public FormCell? Unit { get; }

    /// <summary>How the KPI is counted, in words.</summary>
    public FormCell? Definition { get; }
    private FormCell? Number { get; }
    public IndicatorColumns Columns { get; }
    public IReadOnlyList<ListedRow> Rows { get; }

    /// <summary>The row of a KPI: that with its number, else the next one; null where none is left.</summary>
    /// <param name="at">Counts from 1.</param>
    public ListedRow? RowOf(int at) =>
        Rows.Any(row => row.Number is not null)
            ? Rows.FirstOrDefault(row => row.Number == at)
            : Rows.ElementAtOrDefault(at - 1);

    /// <summary>The listings of a form; none where no column says that it takes names of KPIs and waits for them.</summary>
    public static IEnumerable<IndicatorListing> In(FormFile form) =>
        form.Grids.SelectMany(grid =>
        {
            var all = In(grid).ToList();
            return all.FindAll(one => !all.Exists(one.IsTitleOf));
        });

    private static IEnumerable<IndicatorListing> In(FormGrid grid) =>
        from head in grid.Cells
        where head.Text.Length is > 0 and <= LongestHead && NameHead().IsMatch(Folding.Squeeze(head.Text))
        let listing = new IndicatorListing(grid, head, HeadsOf(grid, head))
        where listing.Rows.Count > 0 && listing.Columns.HasFigures
        select listing;

    /// <summary>数値目標 directly over a head row that itself says where the names stand.</summary>
    private bool IsTitleOf(IndicatorListing other) => name.Row < other.name.Row && other.name.Row < first;

    private static List<FormCell> HeadsOf(FormGrid grid, FormCell name)
    {
        var bottom = name.Row + name.RowSpan;
        while (
            bottom < name.Row + MostStoreys
            && grid.Cells.Any(cell => cell.Row == bottom && IndicatorColumns.IsYear(cell))
        )
            bottom++;
        return
        [
            .. grid.Cells.Where(cell =>
                cell != name
                && cell.Text.Length is > 0 and <= LongestHead
                && cell.Row < bottom
                && cell.Row + cell.RowSpan > name.Row
            ),
        ];
    }

    private IEnumerable<ListedRow> Below()
    {
        var known = Grid.Cells.Select(cell => cell.Row).ToHashSet();
        for (var row = first; known.Contains(row); )
        {
            var cell = Grid.At(row, name.Column);
            var place = Grid.PlaceAt(row, name.Column);
            if (
                place is not { IsOpen: true }
                || (cell is not null && (cell.Column, cell.ColumnSpan, cell.Row) != (name.Column, name.ColumnSpan, row))
                || NumberIn(row) is not { } number
                || FiguresIn(cell, row) is not { } figures
            )
                yield break;
            yield return new ListedRow(place, row, figures, number > 0 ? number : null);
            row += cell?.RowSpan ?? 1;
        }
    }

    /// <summary>0 where none is printed; null where something else stands there.</summary>
    private int? NumberIn(int row)
    {
        var labels = Grid
            .Cells.Where(cell => cell.Row == row && cell.Column < name.Column && !cell.Place.IsOpen)
            .Concat(Number is { } head && Grid.At(row, head.Column) is { Place.IsOpen: false } own ? [own] : [])
            .Distinct()
            .ToList();
        if (labels.Count == 0)
            return 0;
        return labels is [var only] && RowNumber().Match(Folding.Squeeze(only.Text)) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Of the rows of one KPI that for what is aimed at; null where that is not certain.</summary>
    private int? FiguresIn(FormCell? cell, int row)
    {
        if (cell is null or { RowSpan: 1 })
            return row;
        var aimed = Enumerable
            .Range(row, cell.RowSpan)
            .Where(one =>
                Grid.Cells.Any(other =>
                    other.Row == one
                    && other.Text.Contains("目標", StringComparison.Ordinal)
                    && !other.Text.Contains("実績", StringComparison.Ordinal)
                )
            )
            .ToList();
        return aimed is [var only] ? only : null;
    }

    private static FormCell? Only(IReadOnlyList<FormCell> heads, Regex words) =>
        heads.Where(cell => words.IsMatch(Folding.Squeeze(cell.Text))).ToList() is [var only] ? only : null;

    [GeneratedRegex(
        @"^[【\[]?(?:(?:重要業績評価|重要業績|成果|評価|目標)?指標|KPI|数値目標)(?:\((?:KPI|重要業績評価指標|指標)\))?(?:の?(?:名称?|項目))?[】\]]?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameHead();

    [GeneratedRegex(@"^[(【\[]?単位[)】\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitHead();

    [GeneratedRegex(
        @"^(?:(?:指標|KPI)の?)?(?:定義|説明|算出方法|算定方法|測定方法)(?:[・等](?:定義|説明|算出方法|算定方法|測定方法)?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DefinitionHead();

    [GeneratedRegex(@"^(?:No\.?|NO\.?|番号|項番|#)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberHead();

    [GeneratedRegex(@"^(?:KPI|指標)?\(?([0-9]{1,2})[).]?:?$", RegexOptions.CultureInvariant)]
    private static partial Regex RowNumber();
}
