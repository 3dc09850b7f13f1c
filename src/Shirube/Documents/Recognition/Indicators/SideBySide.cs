namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Takes apart a table that prints two or more lists beside one another to save paper: the same headings, in the same
/// order, begin again further right, each time with a column that names what its row is about.
/// </summary>
internal static class SideBySide
{
    private const int HeadRows = 4;
    private const int MostColumns = 60;

    public static IEnumerable<(Table Table, IReadOnlyList<Cell> Cells)> Split(
        (Table Table, IReadOnlyList<Cell> Cells) whole
    )
    {
        var (table, cells) = whole;
        var width = cells.Max(cell => cell.Column + cell.ColumnSpan);
        var (period, step) = width is < 4 or > MostColumns ? (0, 0) : Period(cells, width);
        if (period == 0)
            return [whole];
        var parts = new List<(Table, IReadOnlyList<Cell>)>();
        for (var from = 0; from + period <= width; from += step)
        {
            List<Cell> part =
            [
                .. cells
                    .Where(cell => cell.Column >= from && cell.Column + cell.ColumnSpan <= from + period)
                    .Select(cell => cell with { Column = cell.Column - from }),
            ];
            parts.Add((table with { Cells = part }, part));
        }
        return parts;
    }

    /// <summary>Columns of one list, and from the beginning of one to the next; 0 where there is one list only.</summary>
    private static (int Period, int Step) Period(IReadOnlyList<Cell> cells, int width)
    {
        foreach (var row in cells.Where(cell => cell.Row < HeadRows).GroupBy(cell => cell.Row))
        {
            var heads = new Cell?[width];
            foreach (var cell in row.Where(cell => cell.ColumnSpan == 1 && !string.IsNullOrWhiteSpace(cell.Text)))
                heads[cell.Column] = cell;
            if (heads[0] is not { } first || !Names(first))
                continue;
            for (var step = 2; step * 2 <= width + 1; step++)
            {
                for (var period = step; period >= step - 1 && period >= 2; period--)
                {
                    if (Repeats(heads, period, step) && !IsCrossed(cells, row.Key, period, step, width))
                        return (period, step);
                }
            }
        }
        return (0, 0);
    }

    private static bool Repeats(Cell?[] heads, int period, int step)
    {
        var axes = 0;
        for (var column = 0; column < heads.Length; column++)
        {
            var place = column % step;
            if (place >= period)
            {
                if (heads[column] is not null)
                    return false;
                continue;
            }
            if (heads[column] is not { } head || heads[place] is not { } first || !IsSame(head, first, place))
                return false;
            axes += column < step && CellSense.Of(head.Text).IsAxis ? 1 : 0;
        }
        // The last list must be whole.
        return axes > 0 && (heads.Length - period) % step == 0;
    }

    private static bool IsSame(Cell head, Cell first, int place) =>
        CellText.Key(head.Text) == CellText.Key(first.Text) || (place == 0 && IsLabel(head) && IsLabel(first));

    private static bool IsLabel(Cell cell) => CellSense.Of(cell.Text).Kind == CellKind.Label;

    /// <summary>指標, KPI①, 年度, No. …: the heading of a column that says what its row is about.</summary>
    private static bool Names(Cell cell) =>
        CellSense.Of(cell.Text)
            is { Kind: CellKind.Label }
                or { Kind: CellKind.Head, IsAxis: false, Word: not HeadWord.None };

    /// <summary>A cell below the headings reaches from one list into the next.</summary>
    private static bool IsCrossed(IReadOnlyList<Cell> cells, int headRow, int period, int step, int width)
    {
        foreach (var cell in cells)
        {
            if (cell.Row < headRow && (cell.ColumnSpan == width || cell.ColumnSpan >= width - 1))
                continue;
            var last = cell.Column + cell.ColumnSpan - 1;
            if (!string.IsNullOrWhiteSpace(cell.Text) && (cell.Column / step != last / step || last % step >= period))
                return true;
        }
        return false;
    }
}
