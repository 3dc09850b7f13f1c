using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Forms;
using Shirube.Documents.Text;
using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>
/// Finds the KPI table of a form: one listing with a row for each KPI, else rows KPI①…, columns 事業開始前, the years and
/// 累計, names and units.
/// </summary>
internal sealed partial class IndicatorPlaces(FormFile form, FoundPlaces found, PlanContent content)
{
    private const int LongestRow = 20;

    private readonly List<KpiTable> tables = [.. form.Grids.Select(KpiTable.Of).Where(table => table.IsOne)];

    public void Find()
    {
        var listings = content.Indicators.Count > 0 ? IndicatorListing.In(form).ToList() : [];
        if (listings.Count > 1)
            found.Unsure.Add(FormText.Of("Kpi.Table"));
        else if (listings is [var listing])
            Listed(listing);
        else
            Labelled();
        if (content.Indicators.Any(indicator => indicator.SaysMore))
            found.Missing.Add(FormText.Of("Kpi.Meaning"));
    }

    private void Labelled()
    {
        foreach (var (indicator, at) in content.Indicators.Select((indicator, at) => (indicator, at + 1)))
        {
            Name(indicator, at);
            Figures(indicator, at);
        }
        foreach (var table in tables)
            Years(table.Columns);
    }

    private void Listed(IndicatorListing listing)
    {
        foreach (var (indicator, at) in content.Indicators.Select((indicator, at) => (indicator, at + 1)))
            Listed(listing, indicator, at);
        Years(listing.Columns);
    }

    private void Listed(IndicatorListing listing, PlanIndicator indicator, int at)
    {
        var row = listing.RowOf(at);
        if (row is null || !found.Take(FormText.Of("Kpi.Name", at), row.Name, new FormValue(indicator.Name)))
            Missing(FormText.Of("Kpi.Name", at), indicator.Name);
        Text(FormText.Of("Kpi.Unit", at), listing.Unit, indicator.Unit);
        if (listing.Definition is not null)
            Text(FormText.Of("Kpi.Definition", at), listing.Definition, indicator.Definition);
        if (row is null)
            Missing(FormText.Of("Kpi.Figures", at), Held(indicator));
        else
            Row(listing.Grid, row.Figures, listing.Columns, indicator, at);

        void Text(string name, FormCell? column, string text)
        {
            var place = column is null || row is null ? null : listing.Grid.PlaceAt(row.Row, column.Column);
            if (place is null || !found.IsFree(place))
                Missing(name, text);
            else
                found.Take(name, place, new FormValue(text));
        }
    }

    private static string Held(PlanIndicator indicator) =>
        indicator.Baseline.Text + string.Concat(indicator.Targets.Select(target => target.Figure.Text));

    /// <summary>A table with rows of KPIs or heads of years.</summary>
    private sealed record KpiTable(FormGrid Grid, IndicatorColumns? Columns, ILookup<int, FormCell> Rows)
    {
        public bool IsOne => Columns is not null || Rows.Count > 0;

        public static KpiTable Of(FormGrid grid) =>
            new(
                grid,
                IndicatorColumns.In(grid),
                grid.Cells.Where(cell => cell.Text.Length is > 0 and <= LongestRow)
                    .Select(cell => (Cell: cell, Match: Row().Match(Folding.Squeeze(cell.Text))))
                    .Where(row => row.Match.Success)
                    .ToLookup(
                        row => int.Parse(row.Match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
                        row => row.Cell
                    )
            );

        /// <summary>The row stands under the heads of figures, not among the names.</summary>
        public bool IsFigure(FormCell row) =>
            Columns is { } columns
            && row.Row >= columns.Baseline!.Row + columns.Baseline.RowSpan
            && row.Column < columns.Baseline.Column;
    }

    private void Name(PlanIndicator indicator, int at)
    {
        foreach (var table in tables)
        foreach (var label in table.Rows[at])
        {
            if (table.Grid.RightOf(label) is not { } name || !found.IsFree(name.Place) || table.IsFigure(label))
                continue;
            found.Take(FormText.Of("Kpi.Name", at), name.Place, new FormValue(indicator.Name));
            Unit(indicator, at, table.Grid, name);
            return;
        }
        Missing(FormText.Of("Kpi.Name", at), indicator.Name);
        Missing(FormText.Of("Kpi.Unit", at), indicator.Unit);
    }

    private void Unit(PlanIndicator indicator, int at, FormGrid grid, FormCell name)
    {
        var unit = Enumerable
            .Range(name.Column + name.ColumnSpan, 40)
            .Select(column => grid.At(name.Row, column))
            .OfType<FormCell>()
            .FirstOrDefault(cell => Folding.Squeeze(cell.Text).Trim(':') is "単位" or "(単位)");
        if (unit is not null && grid.RightOf(unit) is { } place && found.IsFree(place.Place))
            found.Take(FormText.Of("Kpi.Unit", at), place.Place, new FormValue(indicator.Unit));
        else
            Missing(FormText.Of("Kpi.Unit", at), indicator.Unit);
    }

    private void Figures(PlanIndicator indicator, int at)
    {
        foreach (var table in tables)
        {
            if (table.Columns is not { } columns || table.Rows[at].FirstOrDefault(table.IsFigure) is not { } row)
                continue;
            Row(table.Grid, row.Row, columns, indicator, at);
            return;
        }
        Missing(FormText.Of("Kpi.Figures", at), Held(indicator));
    }

    private void Row(FormGrid grid, int row, IndicatorColumns columns, PlanIndicator indicator, int at)
    {
        Put(columns.Baseline, FormText.Of("Kpi.Baseline", at), indicator.Baseline);
        for (var nth = 1; nth <= content.Years.Count; nth++)
            Year(nth);
        foreach (var nth in columns.Nth.Keys.Where(nth => nth > content.Years.Count))
            Put(columns.Nth[nth], FormText.Of("Kpi.Year", at, nth), Outside);
        foreach (var target in indicator.Targets.Where(target => !content.Years.Contains(target.Year)))
            Put(columns.Of(target.Year, null), FormText.Of("Kpi.FiscalYear", at, target.Year), target.Figure);
        // No part of the plan: a form without a column for it misses nothing.
        if (columns.Total is { } head)
            Put(
                head,
                FormText.Of("Kpi.Total", at),
                indicator.Total is { } sum ? PlanFigure.Of(Figure.Write(sum)) : Outside
            );

        void Year(int nth)
        {
            var year = content.Years[nth - 1];
            var entered = indicator.Targets.FirstOrDefault(target => target.Year == year)?.Figure;
            var isOutside = entered is null && !content.IsWithin(year);
            var column = columns.Of(year, nth);
            if (column is null && isOutside)
                return;
            Put(column, FormText.Of("Kpi.Year", at, nth), isOutside ? Outside : entered ?? PlanFigure.Blank);
        }

        void Put(FormCell? column, string name, PlanFigure figure) =>
            this.Put(column is null ? null : grid.PlaceAt(row, column.Column), name, figure);
    }

    private static readonly PlanFigure Outside = PlanFigure.Of("-");

    private void Put(FormPlace? place, string name, PlanFigure figure)
    {
        if (place is null || !found.IsFree(place))
        {
            if (figure.Text.Length > 0 && !ReferenceEquals(figure, Outside) && place is not { IsFormula: true })
                found.Missing.Add(name);
            return;
        }
        var text = figure is { State: FigureState.Final, Value: { } value }
            ? value.ToString("#,##0.00########", CultureInfo.InvariantCulture)
            : figure.Text;
        found.Take(
            name,
            place,
            new FormValue(text) { Number = figure.State == FigureState.Final ? figure.Value : null }
        );
    }

    /// <summary>○○年度 over a column becomes the year.</summary>
    private void Years(IndicatorColumns? columns)
    {
        foreach (var (year, cell) in columns?.Nth ?? new Dictionary<int, FormCell>())
        {
            if (year > content.Years.Count || !OpenYear().IsMatch(cell.Text))
                continue;
            var text = OpenYear().Replace(cell.Text, content.Years[year - 1] + "年度", 1);
            found.Take(FormText.Of("Kpi.Head", year), cell.Place, new FormValue(text));
        }
    }

    private void Missing(string name, string held)
    {
        if (held.Length > 0)
            found.Missing.Add(name);
    }

    [GeneratedRegex(@"^(?:KPI|指標)\(?([0-9]{1,2})\)?:?$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?:令和)?[○◯〇×_＿\s　]{1,6}年度", RegexOptions.CultureInvariant)]
    private static partial Regex OpenYear();
}
