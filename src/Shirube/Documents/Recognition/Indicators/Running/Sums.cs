namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>Whether a printed total bears out the years before it.</summary>
internal static class Sums
{
    /// <summary>
    /// True when the row's total is the sum of its years, with the baseline or without; a dash counts as nothing, 集計中
    /// makes the sum unknown. A row of zeros bears nothing out.
    /// </summary>
    public static bool Hold(IReadOnlyList<Column> columns, IReadOnlyList<IndicatorToken> cells)
    {
        if (cells.Count != columns.Count)
            return false;
        decimal sum = 0;
        decimal baseline = 0;
        decimal? total = null;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Kind == TokenKind.Pending)
                return false;
            if (cells[i].Kind != TokenKind.Figure)
                continue;
            if (columns[i].Kind == ColumnKind.Total)
                total = cells[i].Value;
            else if (columns[i].Kind == ColumnKind.Year)
                sum += cells[i].Value;
            else
                baseline = cells[i].Value;
        }
        return total is { } printed && (printed == sum || (baseline != 0 && printed == baseline + sum));
    }
}
