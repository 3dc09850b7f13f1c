namespace Shirube.Documents.Writing;

/// <summary>A cell at its place in the grid; rows and columns count from 0.</summary>
internal sealed record PlacedCell(int Row, int Column, WrittenCell Cell)
{
    public int RowSpan { get; init; } = 1;
    public int ColumnSpan { get; init; } = 1;
}

/// <summary>
/// A table's cells laid out in its grid. Spans that would leave the table or run into another cell are cut, and places
/// that no cell fills get an empty one, so that every format gets a whole grid.
/// </summary>
internal sealed class PlacedTable
{
    private readonly PlacedCell?[,] owners;

    private PlacedTable(WrittenTable table)
    {
        Table = table;
        RowCount = table.Rows.Count;
        ColumnCount = Enumerable.Range(0, RowCount).Select(WidthOf).Append(table.Widths.Count).Append(1).Max();
        owners = new PlacedCell?[RowCount, ColumnCount];
        for (var row = 0; row < RowCount; row++)
            Lay(row);
    }

    public WrittenTable Table { get; }
    public int RowCount { get; }
    public int ColumnCount { get; }

    /// <summary>Rows of the head, whole: a cell of the head that reaches below it takes those rows with it.</summary>
    public int HeadRows
    {
        get
        {
            var heads = Math.Clamp(Table.HeadRows, 0, RowCount);
            for (var row = 0; row < heads; row++)
                heads = Math.Max(heads, Beginning(row).Max(cell => (int?)(cell.Row + cell.RowSpan)) ?? heads);
            return heads;
        }
    }

    public static PlacedTable Of(WrittenTable table) => new(table);

    /// <summary>The cell that covers a place.</summary>
    public PlacedCell At(int row, int column) => owners[row, column]!;

    /// <summary>The cells that begin in a row.</summary>
    public IEnumerable<PlacedCell> Beginning(int row)
    {
        for (var column = 0; column < ColumnCount; column++)
        {
            var cell = At(row, column);
            if (cell.Row == row && cell.Column == column)
                yield return cell;
        }
    }

    /// <summary>Widths of the columns that add up to <paramref name="total"/>.</summary>
    public int[] Widths(int total)
    {
        var shares = Enumerable
            .Range(0, ColumnCount)
            .Select(i => i < Table.Widths.Count ? Math.Max(1, Table.Widths[i]) : Table.Widths.DefaultIfEmpty(1).Max())
            .ToArray();
        var sum = shares.Sum();
        var done = 0;
        var given = 0;
        return Array.ConvertAll(
            shares,
            share =>
            {
                done += share;
                var width = (int)((long)total * done / sum) - given;
                given += width;
                return width;
            }
        );
    }

    /// <summary>Columns that a row's own cells take up, and those that reach into it from above.</summary>
    private int WidthOf(int row) =>
        Enumerable
            .Range(0, row + 1)
            .Sum(above =>
                Table
                    .Rows[above]
                    .Cells.Where(cell => above == row || above + cell.RowSpan > row)
                    .Sum(cell => Math.Max(1, cell.ColumnSpan))
            );

    private void Lay(int row)
    {
        var column = 0;
        foreach (var cell in Table.Rows[row].Cells)
        {
            while (column < ColumnCount && owners[row, column] is not null)
                column++;
            if (column >= ColumnCount)
                break;
            Claim(row, column, cell);
        }
        for (column = 0; column < ColumnCount; column++)
        {
            if (owners[row, column] is null)
                owners[row, column] = new PlacedCell(row, column, new WrittenCell(""));
        }
    }

    private void Claim(int row, int column, WrittenCell cell)
    {
        var width = 1;
        while (width < cell.ColumnSpan && column + width < ColumnCount && owners[row, column + width] is null)
            width++;
        var placed = new PlacedCell(row, column, cell)
        {
            RowSpan = Math.Clamp(cell.RowSpan, 1, RowCount - row),
            ColumnSpan = width,
        };
        for (var r = row; r < row + placed.RowSpan; r++)
        for (var c = column; c < column + width; c++)
            owners[r, c] = placed;
    }
}
