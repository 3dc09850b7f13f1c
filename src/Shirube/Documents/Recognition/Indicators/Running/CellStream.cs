namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Cells one after the other without a usable line: whole rows behind one another, or whole columns. One of the two is
/// taken only where the printed totals of all rows hold in it and the other cannot be.
/// </summary>
internal static class CellStream
{
    public static IndicatorProposal? Read(TableText text)
    {
        var width = text.Headings.ColumnCount;
        var kpis = text.Numbers.Count;
        var cells = text.Tokens.Where(token => token.IsCell).ToList();
        if (kpis == 0 || width < 3 || !text.Headings.HasTotal || cells.Count != width * kpis)
            return null;
        var labels = LabelsBetween(text);
        if (labels is null)
            return null;
        var byRow =
            labels.Count == 0 || AreAnchors(text, labels, cells, width) ? Proved(text, Rows(text, cells, width)) : null;
        var byColumn = kpis == 1 || labels.Count > 0 ? null : Proved(text, Columns(text, cells, kpis));
        if (byRow is null == byColumn is null)
            return null;
        return byRow is not null ? ReadRows(text, byRow) : ReadColumns(text, byColumn!, cells, kpis);
    }

    /// <summary>
    /// Index of each label between the first cell and the last. Null when prose stands there: pieces that prose parts may
    /// have changed places.
    /// </summary>
    private static List<int>? LabelsBetween(TableText text)
    {
        var tokens = text.Tokens.ToList();
        var first = tokens.FindIndex(token => token.IsCell);
        var last = tokens.FindLastIndex(token => token.IsCell);
        var labels = new List<int>();
        for (var i = first; i < last; i++)
        {
            if (tokens[i].Kind == TokenKind.Prose)
                return null;
            if (tokens[i].Kind == TokenKind.Label)
                labels.Add(i);
        }
        return labels;
    }

    /// <summary>Labels between the cells stand where rows begin, each before its own row.</summary>
    private static bool AreAnchors(TableText text, List<int> labels, List<IndicatorToken> cells, int width)
    {
        foreach (var label in labels)
        {
            var cellsBefore = text.Tokens.Take(label).Count(token => token.IsCell);
            var row = cellsBefore / width;
            if (cellsBefore % width != 0 || row >= text.Numbers.Count || text.Numbers[row] != text.Tokens[label].Number)
                return false;
        }
        return cells.Count > 0;
    }

    private static IndicatorProposal? ReadRows(TableText text, ProvedGrid grid) =>
        grid.Plan.IsReversed ? null : new GridReading(text, grid.Plan, Certainty.ProvedBySums).Read(grid.Rows);

    private static IndicatorProposal ReadColumns(TableText text, ProvedGrid grid, List<IndicatorToken> cells, int kpis)
    {
        var knowsBaselines = HasItsHeading(text, cells, kpis, grid.Plan);
        return grid.Plan.IsReversed
            ? new GridReading(text, grid.Plan, Certainty.Derived, GridReading.ColumnsOneWay, knowsBaselines).Read(
                grid.Rows
            )
            : new GridReading(text, grid.Plan, Certainty.ProvedBySums, null, knowsBaselines).Read(grid.Rows);
    }

    private sealed record ProvedGrid(IReadOnlyList<GridRow> Rows, ColumnPlan Plan);

    private static ProvedGrid? Proved(TableText text, List<GridRow> rows) =>
        ColumnPlan.Of(text.Headings, rows) is { } plan && plan.HoldingRows == rows.Count && AreTelling(rows)
            ? new ProvedGrid(rows, plan)
            : null;

    /// <summary>
    /// Rows of zeros and a single figure hold in any order, and so, by chance, do two rows of small figures.
    /// </summary>
    private static bool AreTelling(List<GridRow> rows)
    {
        var telling = rows.Count(row => row.Cells.Count(IsWeighty) > 2);
        return rows.Count < 2
            ? telling == rows.Count
            : telling > 2 || (telling == 2 && rows.Exists(row => row.Cells.Any(IsLarge)));
    }

    private static bool IsLarge(IndicatorToken cell) => cell.Kind == TokenKind.Figure && Math.Abs(cell.Value) >= 20;

    private static bool IsWeighty(IndicatorToken cell) => cell is { Kind: TokenKind.Figure, Value: not 0 };

    private static List<GridRow> Rows(TableText text, List<IndicatorToken> cells, int width) =>
        [.. text.Numbers.Select((number, i) => new GridRow(number, cells.GetRange(i * width, width)))];

    private static List<GridRow> Columns(TableText text, List<IndicatorToken> cells, int kpis) =>
        [.. text.Numbers.Select((number, i) => new GridRow(number, [.. cells.Where((_, k) => k % kpis == i)]))];

    /// <summary>
    /// No sum binds a baseline to its row. Its column counts as whole only when its own heading stands right above it
    /// and nothing else between its cells.
    /// </summary>
    private static bool HasItsHeading(TableText text, List<IndicatorToken> cells, int kpis, ColumnPlan plan)
    {
        var column = plan.Columns.ToList().FindIndex(column => column.Kind == ColumnKind.Baseline);
        if (column < 0)
            return true;
        var tokens = text.Tokens.ToList();
        var first = tokens.IndexOf(cells[column * kpis]);
        return tokens.IndexOf(cells[(column * kpis) + kpis - 1]) == first + kpis - 1
            && first > 0
            && tokens[first - 1].Kind == TokenKind.Baseline;
    }
}
