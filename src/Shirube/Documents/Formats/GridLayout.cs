namespace Shirube.Documents.Formats;

/// <summary>
/// Lays out cells that only say how far they reach, as HTML does: each goes to the first free column of its row.
/// Spans end with their group of rows, and never cover another cell.
/// </summary>
internal sealed class GridLayout
{
    private const int MostColumns = 1000;

    private readonly List<GridCell> cells = [];

    /// <summary>By column, the first row that no cell from above covers.</summary>
    private readonly List<int> freeFrom = [];
    private int groupStart;
    private int row = -1;
    private int column;

    public IReadOnlyList<GridCell> Cells => cells;
    public int Row => row;

    public void BeginRow()
    {
        row++;
        column = 0;
    }

    /// <param name="rowSpan">0 reaches to the end of the group.</param>
    public void Place(int rowSpan, int columnSpan, string text)
    {
        while (!IsFree(column))
            column++;
        if (column >= MostColumns)
            return;
        var width = 1;
        while (width < Math.Min(columnSpan, MostColumns - column) && IsFree(column + width))
            width++;
        var height = rowSpan is <= 0 or > 65534 ? 65534 : rowSpan;
        cells.Add(new GridCell(row, column, height, width, text));
        for (var i = 0; i < width; i++)
            Cover(column + i, row + height);
        column += width;
    }

    /// <summary>Ends a group of rows (thead, tbody, tfoot).</summary>
    public void EndGroup()
    {
        for (var i = cells.Count - 1; i >= 0 && cells[i].Row >= groupStart; i--)
        {
            var room = row + 1 - cells[i].Row;
            if (cells[i].RowSpan > room)
                cells[i] = cells[i] with { RowSpan = room };
        }
        freeFrom.Clear();
        groupStart = row + 1;
    }

    private bool IsFree(int at) => at >= freeFrom.Count || freeFrom[at] <= row;

    private void Cover(int at, int untilRow)
    {
        while (freeFrom.Count <= at)
            freeFrom.Add(0);
        freeFrom[at] = untilRow;
    }
}
