using System.Globalization;
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
        var columns = new IndicatorColumns(baseline) { Total = beside.Find(head => IsTotal(head.Folded)).Cell };
        foreach (var (cell, folded) in beside)
            if (!OtherFigures().IsMatch(folded) && !IsTotal(folded) && Narrowed(grid, cell) is { } figures)
                columns.Put(folded, figures);
        return columns.printed.Count + columns.nth.Count == 0 ? null : columns;
    }

    /// <summary>Of heads in any order; one that says what another says, too, holds for nothing.</summary>
    public static IndicatorColumns Among(FormGrid grid, IReadOnlyList<FormCell> heads)
    {
        var baselines = heads.Where(IsBaselineHead).ToList();
        var others = heads.Except(baselines).Select(cell => (Cell: cell, Folded: Folding.Squeeze(cell.Text))).ToList();
        var totals = others.FindAll(head => IsTotal(head.Folded));
        var columns = new IndicatorColumns(baselines is [var baseline] ? baseline : null)
        {
            Total = totals is [var total] ? total.Cell : null,
        };
        var years = others
            .Except(totals)
            .Where(head => !OtherFigures().IsMatch(head.Folded))
            .GroupBy(head => KeyOf(head.Folded))
            .Where(same => same.Key is not null && !same.Skip(1).Any())
            .Select(same => same.Single());
        foreach (var (cell, folded) in years)
            if (Narrowed(grid, cell) is { } figures)
                columns.Put(folded, figures);
        return columns;
    }

    /// <summary>Says one year, or its place among the years.</summary>
    public static bool IsYear(FormCell cell) =>
        cell.Text.Length is > 0 and <= 60 && KeyOf(Folding.Squeeze(cell.Text)) is not null;

    private static bool IsBaselineHead(FormCell cell) =>
        Folding.Squeeze(cell.Text) is var folded
        && (folded.Contains("事業開始前", StringComparison.Ordinal) || IsBaseline().IsMatch(folded));

    /// <summary>What a head says of its year; null for nothing, or for several.</summary>
    private static string? KeyOf(string folded) =>
        YearsIn(folded) switch
        {
            [{ } only] => only.ToString(),
            [] when NthYear().Match(folded) is { Success: true } match => match.Groups[1].Value + "年目",
            _ => null,
        };

    private void Put(string folded, FormCell cell)
    {
        var years = YearsIn(folded);
        if (years is [{ } only])
            printed.TryAdd(only, cell);
        else if (years.Count == 0 && NthYear().Match(folded) is { Success: true } match)
            nth.TryAdd(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), cell);
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

    /// <summary>累計 over all years, not the 累計値 of one.</summary>
    private static bool IsTotal(string folded) =>
        folded.Contains("累計", StringComparison.Ordinal) && !NthYear().IsMatch(folded) && YearsIn(folded).Count != 1;

    private static List<FiscalYear?> YearsIn(string folded) =>
        [
            .. PrintedYear()
                .Matches(folded)
                .Select(match => FiscalYear.TryParse(match.Value, out var year) ? year : (FiscalYear?)null)
                .Distinct(),
        ];

    private static bool Overlaps(FormCell cell, FormCell other) =>
        cell.Row < other.Row + other.RowSpan + 2 && other.Row < cell.Row + cell.RowSpan + 2;

    [GeneratedRegex("^(?:現状|基準|当初)値(?:[(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsBaseline();

    /// <summary>Not what is aimed at in one year.</summary>
    [GeneratedRegex("実績|達成率|[~〜～]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherFigures();

    /// <summary>令和7年 or R7.3 is no fiscal year.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9.])(?:FY)?(?:(?:19|20)[0-9]{2}|(?:令和|平成|[RH])\.?(?:[0-9]{1,2}|元))(?:年度|(?![0-9年月./%]))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PrintedYear();

    [GeneratedRegex(@"\(?(?<![0-9])([1-9][0-9]?)年目", RegexOptions.CultureInvariant)]
    private static partial Regex NthYear();
}
