using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>One KPI's cells in the order of the text, figures, dashes and 集計中 alike.</summary>
/// <param name="IsLabelled">The KPI's own label stands on the line of the cells.</param>
internal sealed record GridRow(int No, IReadOnlyList<IndicatorToken> Cells, bool IsLabelled = false);

internal enum ColumnKind
{
    Baseline,
    Year,
    Total,
}

/// <summary>What a column holds; <paramref name="Year"/> counts for <see cref="ColumnKind.Year"/> only.</summary>
internal readonly record struct Column(ColumnKind Kind, FiscalYear Year = default);

/// <summary>The meaning of the columns, in the order in which the cells of a row stand.</summary>
/// <param name="HoldingRows">Number of rows whose total is the sum, or the last, of their years.</param>
internal sealed record ColumnPlan(IReadOnlyList<Column> Columns, int HoldingRows)
{
    /// <summary>True when the cells run against the order of the headings.</summary>
    public bool IsReversed { get; init; }

    /// <summary>
    /// The one meaning that headings and printed sums leave. Null when the headings do not say how many columns there
    /// are, when two orders remain, or when the order of the sums is not the order of the headings.
    /// </summary>
    public static ColumnPlan? Of(TableHeadings headings, IReadOnlyList<GridRow> rows)
    {
        if (headings.Years.Count == 0 || headings.HasActuals || rows.Count == 0)
            return null;
        var plans = Orders(headings)
            .Select(order => new ColumnPlan(order.Columns, rows.Count(row => Sums.Hold(order.Columns, row.Cells)))
            {
                IsReversed = order.IsReversed,
            })
            .ToList();
        if (!headings.HasTotal)
            return plans.Count == 1 ? plans[0] : null;
        var most = plans.Max(plan => plan.HoldingRows);
        if (most == 0)
            return headings.IsInOrder ? plans[0] with { HoldingRows = 0 } : null;
        var best = plans.Where(plan => plan.HoldingRows == most).ToList();
        if (best.Count == 1)
            return best[0];
        return headings.IsInOrder && best.Contains(plans[0]) ? plans[0] : null;
    }

    /// <summary>The order of the headings first, then the same backwards where there is a total to tell by.</summary>
    private static IEnumerable<(IReadOnlyList<Column> Columns, bool IsReversed)> Orders(TableHeadings headings)
    {
        IEnumerable<Column> years = headings.Years.Select(year => new Column(ColumnKind.Year, year));
        if (headings.YearsRunBackwards)
            years = years.Reverse();
        var baseline = headings.HasBaseline ? [new Column(ColumnKind.Baseline)] : Array.Empty<Column>();
        var total = headings.HasTotal ? [new Column(ColumnKind.Total)] : Array.Empty<Column>();
        var isBehind = headings.BaselinePlace == BaselinePlace.Behind;
        foreach (var behind in headings.BaselinePlace == BaselinePlace.Unknown ? [false, true] : (bool[])[isBehind])
        {
            List<Column> forward = behind ? [.. years, .. baseline, .. total] : [.. baseline, .. years, .. total];
            yield return (forward, false);
            if (headings.HasTotal)
                yield return ([.. Enumerable.Reverse(forward)], true);
        }
        if (headings.HasTotal && headings.HasBaseline && !isBehind)
            yield return ([.. baseline, .. total, .. years], false);
    }
}
