using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Forms;
using Shirube.Documents.Text;
using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>Finds the KPI table of a form: rows KPI①…, columns 事業開始前, 1年目 … 6年目 and 累計, names and units.</summary>
internal sealed partial class IndicatorPlaces(FormFile form, FoundPlaces found, PlanContent content)
{
    public void Find()
    {
        foreach (var (indicator, at) in content.Indicators.Select((indicator, at) => (indicator, at + 1)))
        {
            Name(indicator, at);
            Figures(indicator, at);
        }
        foreach (var grid in form.Grids)
            Years(grid);
    }

    private void Name(PlanIndicator indicator, int at)
    {
        foreach (var grid in form.Grids)
        {
            foreach (var label in grid.Cells.Where(cell => IsRow(cell.Text, at)))
            {
                if (grid.RightOf(label) is not { } name || !found.IsFree(name.Place) || IsFigure(grid, label))
                    continue;
                found.Take($"kpi-{at}-name", FormText.Of("Kpi.Name", at), name.Place, new FormValue(indicator.Name));
                var unit = Enumerable
                    .Range(name.Column + name.ColumnSpan, 40)
                    .Select(column => grid.At(label.Row, column))
                    .OfType<FormCell>()
                    .FirstOrDefault(cell => Folding.Squeeze(cell.Text).Trim(':') is "単位" or "(単位)");
                if (unit is not null && grid.RightOf(unit) is { } place && found.IsFree(place.Place))
                    found.Take(
                        $"kpi-{at}-unit",
                        FormText.Of("Kpi.Unit", at),
                        place.Place,
                        new FormValue(indicator.Unit)
                    );
                return;
            }
        }
        found.Missing.Add(FormText.Of("Kpi.Name", at));
    }

    private void Figures(PlanIndicator indicator, int at)
    {
        foreach (var grid in form.Grids)
        {
            if (
                Columns(grid) is not { } columns
                || grid.Cells.FirstOrDefault(cell => IsRow(cell.Text, at) && IsFigure(grid, cell)) is not { } row
            )
                continue;
            Put(grid, row, columns.Baseline, $"kpi-{at}-baseline", FormText.Of("Kpi.Baseline", at), indicator.Baseline);
            for (var year = 1; year <= Math.Max(columns.Years.Count, content.Years.Count); year++)
                Year(grid, row, columns.Years.GetValueOrDefault(year), indicator, at, year);
            var total = indicator.Total is { } sum ? PlanFigure.Of(Figure.Write(sum)) : PlanFigure.Of("-");
            Put(grid, row, columns.Total, $"kpi-{at}-total", FormText.Of("Kpi.Total", at), total);
            return;
        }
        found.Missing.Add(FormText.Of("Kpi.Figures", at));
    }

    private void Year(FormGrid grid, FormCell row, FormCell? column, PlanIndicator indicator, int at, int year)
    {
        var name = FormText.Of("Kpi.Year", at, year);
        var fiscal = year <= content.Years.Count ? content.Years[year - 1] : (FiscalYear?)null;
        var entered = indicator.Targets.FirstOrDefault(target => target.Year == fiscal)?.Figure;
        var isOutside = fiscal is not { } known || (entered is null && !content.IsWithin(known));
        if (column is null && isOutside)
            return;
        Put(grid, row, column, $"kpi-{at}-{year}", name, isOutside ? PlanFigure.Of("-") : entered ?? PlanFigure.Blank);
    }

    private void Put(FormGrid grid, FormCell row, FormCell? column, string key, string name, PlanFigure figure)
    {
        var place = column is null ? null : grid.PlaceAt(row.Row, column.Column);
        if (place is null || !found.IsFree(place))
        {
            if (figure.Text.Length > 0 && place is not { IsFormula: true })
                found.Missing.Add(name);
            return;
        }
        var text = figure is { State: FigureState.Final, Value: { } value }
            ? value.ToString("#,##0.00########", CultureInfo.InvariantCulture)
            : figure.Text;
        found.Take(
            key,
            name,
            place,
            new FormValue(text) { Number = figure.State == FigureState.Final ? figure.Value : null }
        );
    }

    /// <summary>○○年度 over a column becomes the year.</summary>
    private void Years(FormGrid grid)
    {
        if (Columns(grid) is not { } columns)
            return;
        foreach (var (year, cell) in columns.Years)
        {
            if (year > content.Years.Count || !OpenYear().IsMatch(cell.Text))
                continue;
            var text = OpenYear().Replace(cell.Text, content.Years[year - 1] + "年度", 1);
            found.Take($"kpi-year-{year}", FormText.Of("Kpi.Head", year), cell.Place, new FormValue(text));
        }
    }

    private sealed record KpiColumns(FormCell Baseline, SortedDictionary<int, FormCell> Years, FormCell? Total);

    private static KpiColumns? Columns(FormGrid grid)
    {
        var heads = grid.Cells.Where(cell => cell.Text.Length is > 0 and <= 60).ToList();
        var baseline = heads.FirstOrDefault(cell =>
            Folding.Squeeze(cell.Text).Contains("事業開始前", StringComparison.Ordinal)
        );
        if (baseline is null)
            return null;
        var beside = heads
            .Where(cell => cell.Column > baseline.Column && Overlaps(cell, baseline))
            .Select(cell => (Cell: cell, Folded: Folding.Squeeze(cell.Text)))
            .ToList();
        var years = new SortedDictionary<int, FormCell>();
        foreach (var (cell, folded) in beside)
            if (NthYear().Match(folded) is { Success: true } nth)
                years.TryAdd(int.Parse(nth.Groups[1].ValueSpan, CultureInfo.InvariantCulture), cell);
        var total = beside.Find(head => head.Folded.Contains("累計", StringComparison.Ordinal)).Cell;
        return years.Count == 0 ? null : new KpiColumns(baseline, years, total);
    }

    private static bool Overlaps(FormCell cell, FormCell other) =>
        cell.Row < other.Row + other.RowSpan + 2 && other.Row < cell.Row + cell.RowSpan + 2;

    /// <summary>The row stands under the heads of figures, not among the names.</summary>
    private static bool IsFigure(FormGrid grid, FormCell row) =>
        Columns(grid) is { } columns
        && row.Row >= columns.Baseline.Row + columns.Baseline.RowSpan
        && row.Column < columns.Baseline.Column;

    private static bool IsRow(string text, int at) =>
        Row().Match(Folding.Squeeze(text)) is { Success: true } match
        && match.Groups[1].ValueSpan.SequenceEqual(at.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(?:KPI|指標)\(?([0-9]{1,2})\)?:?$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"\(?([0-9]{1,2})年目", RegexOptions.CultureInvariant)]
    private static partial Regex NthYear();

    [GeneratedRegex(@"(?:令和)?[○◯〇×_＿\s　]{1,6}年度", RegexOptions.CultureInvariant)]
    private static partial Regex OpenYear();
}
