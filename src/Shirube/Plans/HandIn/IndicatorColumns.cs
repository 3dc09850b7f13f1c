using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Forms;
using Shirube.Documents.Text;

namespace Shirube.Plans.HandIn;

/// <summary>
/// The heads of a form's KPI table: 事業開始前, the years, 累計. A year that is printed (令和７年度, R7, 2025年度) holds
/// against the place in the row (1年目), which is used where none is.
/// </summary>
internal sealed partial class IndicatorColumns
{
    private readonly Dictionary<FiscalYear, FormCell> printed = [];
    private readonly SortedDictionary<int, FormCell> nth = [];

    private IndicatorColumns(FormCell? baseline) => Baseline = baseline;

    /// <summary>Null only <see cref="Among"/> heads of which none, or more than one, says it.</summary>
    public FormCell? Baseline { get; }
    public FormCell? Total { get; private init; }

    /// <summary>Some year has a column, or the baseline.</summary>
    public bool HasFigures => Cells.Any();

    /// <summary>All heads that were understood.</summary>
    public IEnumerable<FormCell> Cells =>
        printed.Values.Concat(nth.Values).Concat(new[] { Baseline, Total }.OfType<FormCell>());

    /// <summary>Heads that only say 1年目, by that number.</summary>
    public IReadOnlyDictionary<int, FormCell> Nth => nth;

    /// <param name="at">Counts from 1 in the plan's years; null for a year outside them.</param>
    public FormCell? Of(FiscalYear year, int? at) =>
        printed.TryGetValue(year, out var head) ? head
        : at is { } place ? nth.GetValueOrDefault(place)
        : null;

    /// <returns>Null for a table without such heads.</returns>
    public static IndicatorColumns? In(FormGrid grid)
    {
        var heads = grid.Cells.Where(cell => cell.Text.Length is > 0 and <= 60).ToList();
        var baseline =
            heads.Find(cell => Folding.Squeeze(cell.Text).Contains("事業開始前", StringComparison.Ordinal))
            ?? heads.Find(cell => IsBaseline().IsMatch(Folding.Squeeze(cell.Text)));
        if (baseline is null)
            return null;
        var beside = heads
            .Where(cell => cell.Column > baseline.Column && Overlaps(cell, baseline))
            .Select(cell => (Cell: cell, Folded: Folding.Squeeze(cell.Text)))
            .ToList();
        var columns = new IndicatorColumns(baseline)
        {
            Total = beside.Find(head => YearHead.IsTotal(head.Folded)).Cell,
        };
        foreach (var (cell, folded) in beside)
            if (
                !YearHead.IsOther(folded)
                && !YearHead.IsTotal(folded)
                && YearHead.Of(folded) is { } said
                && Narrowed(grid, cell) is { } figures
            )
                columns.Put(said, figures);
        return columns.printed.Count + columns.nth.Count == 0 ? null : columns;
    }

    /// <summary>Of heads in any order; one that says what another says, too, holds for nothing.</summary>
    public static IndicatorColumns Among(FormGrid grid, IReadOnlyList<FormCell> heads)
    {
        var baselines = heads.Where(IsBaselineHead).ToList();
        var others = heads.Except(baselines).Select(cell => (Cell: cell, Folded: Folding.Squeeze(cell.Text))).ToList();
        var totals = others.FindAll(head => YearHead.IsTotal(head.Folded));
        var columns = new IndicatorColumns(baselines is [var baseline] ? baseline : null)
        {
            Total = totals is [var total] ? total.Cell : null,
        };
        var years = others
            .Except(totals)
            .Where(head => !YearHead.IsOther(head.Folded))
            .GroupBy(head => YearHead.Of(head.Folded))
            .Where(same => same.Key is not null && !same.Skip(1).Any())
            .Select(same => (Said: same.Key!, same.Single().Cell));
        foreach (var (said, cell) in years)
            if (Narrowed(grid, cell) is { } figures)
                columns.Put(said, figures);
        return columns;
    }

    /// <summary>Says one year, or its place among the years.</summary>
    public static bool IsYear(FormCell cell) =>
        cell.Text.Length is > 0 and <= 60 && YearHead.Of(Folding.Squeeze(cell.Text)) is not null;

    private static bool IsBaselineHead(FormCell cell) =>
        Folding.Squeeze(cell.Text) is var folded
        && (folded.Contains("事業開始前", StringComparison.Ordinal) || IsBaseline().IsMatch(folded));

    private void Put(YearHead said, FormCell cell)
    {
        if (said.Year is { } year)
            printed.TryAdd(year, cell);
        else
            nth.TryAdd(said.Nth!.Value, cell);
    }

    /// <summary>The column of a year that stands over 目標 and 実績 is that of 目標; null where that is not certain.</summary>
    private static FormCell? Narrowed(FormGrid grid, FormCell head)
    {
        var below = Enumerable
            .Range(head.Column, head.ColumnSpan)
            .Select(column => grid.At(head.Row + head.RowSpan, column))
            .OfType<FormCell>()
            .Distinct()
            .Where(cell => cell.Text.Length is > 0 and <= 60)
            .ToList();
        if (below.Count <= 1)
            return head;
        return below.FindAll(cell => cell.Text.Contains("目標", StringComparison.Ordinal)) is [var aimed]
            ? aimed
            : null;
    }

    private static bool Overlaps(FormCell cell, FormCell other) =>
        cell.Row < other.Row + other.RowSpan + 2 && other.Row < cell.Row + cell.RowSpan + 2;

    [GeneratedRegex("^(?:現状|基準|当初)値(?:[(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsBaseline();
}
