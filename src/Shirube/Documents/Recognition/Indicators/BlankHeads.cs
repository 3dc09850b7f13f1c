namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Widens a heading over the blank places at its right in formats that cannot merge cells (CSV, tabs, pipes): 「令和6年度」
/// and a blank over 「目標」「実績」 are one heading over two columns.
/// </summary>
internal static class BlankHeads
{
    private const int HeadRows = 4;

    public static IReadOnlyList<Cell> Fill(IReadOnlyList<Cell> cells)
    {
        var rows = new Dictionary<int, Cell[]>();
        foreach (var row in cells.Where(cell => cell.Row <= HeadRows).GroupBy(cell => cell.Row))
            rows[row.Key] = [.. row.OrderBy(cell => cell.Column)];
        List<Cell>? filled = null;
        for (var row = 0; row < HeadRows; row++)
        {
            if (!rows.TryGetValue(row, out var heads) || !rows.TryGetValue(row + 1, out var below))
                continue;
            foreach (var head in heads)
            {
                if (
                    head.ColumnSpan > 1
                    || head.RowSpan > 1
                    || !IsHeading(head)
                    || Width(head, heads, below) is not (> 1 and var width)
                )
                    continue;
                filled ??= [.. cells];
                filled.RemoveAll(cell =>
                    cell.Row == row && cell.Column > head.Column && cell.Column < head.Column + width
                );
                filled[filled.IndexOf(head)] = head with { ColumnSpan = width };
            }
        }
        return filled ?? cells;
    }

    private static bool IsHeading(Cell cell) =>
        !string.IsNullOrWhiteSpace(cell.Text) && CellSense.Of(cell.Text) is { Figure: null, Role: FigureRole.None };

    /// <summary>Columns from the heading to the next one, as long as the places below say a role each, and none twice.</summary>
    private static int Width(Cell head, Cell[] heads, Cell[] below)
    {
        var roles = new HashSet<FigureRole>();
        var width = 0;
        for (var column = head.Column; ; column++, width++)
        {
            if (
                width > 0
                && Array.Find(heads, cell => cell.Column <= column && column < cell.Column + cell.ColumnSpan) is { } own
                && (!string.IsNullOrWhiteSpace(own.Text) || own.RowSpan > 1)
            )
                break;
            if (Array.Find(below, cell => cell.Column == column) is not { ColumnSpan: 1 } under)
                break;
            var sense = CellSense.Of(under.Text);
            if (sense.Role == FigureRole.None || sense.HasTime || !roles.Add(sense.Role))
                break;
        }
        return width;
    }
}
