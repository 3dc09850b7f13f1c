namespace Shirube.Documents.Recognition.Indicators;

/// <summary>One run of heading rows with what it says of every column.</summary>
internal sealed record HeadBand(int FirstRow, int LastRow, IReadOnlyList<ColumnHead> Columns);

/// <summary>
/// Finds the heading rows of a grid in which time or roles run from left to right: at the top, between, or below the
/// rows that they head.
/// </summary>
internal static class HeadBands
{
    public static IReadOnlyList<HeadBand> Of(TableGrid grid)
    {
        var figureColumns = FigureColumns(grid);
        var bands = new List<HeadBand>();
        for (var row = 0; row < grid.Rows; row++)
        {
            if (!IsHead(grid, row, figureColumns))
                continue;
            var first = row;
            while (row + 1 < grid.Rows && (IsHead(grid, row + 1, figureColumns) || IsStorey(grid, row, row + 1)))
                row++;
            bands.Add(new HeadBand(first, row, ColumnsOf(grid, first, row)));
        }
        return bands;
    }

    /// <summary>The band that heads a row: the nearest above, else the nearest below.</summary>
    public static HeadBand? For(IReadOnlyList<HeadBand> bands, int row)
    {
        HeadBand? above = null;
        foreach (var band in bands)
        {
            if (row >= band.FirstRow && row <= band.LastRow)
                return null;
            if (band.LastRow < row)
                above = band;
            else
                return above ?? band;
        }
        return above;
    }

    public static bool[] FigureColumns(TableGrid grid)
    {
        var columns = new bool[grid.Columns];
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
                columns[column] |= grid[row, column]?.Sense.Figure is not null;
        }
        return columns;
    }

    private static bool IsHead(TableGrid grid, int row, bool[] figureColumns)
    {
        int axes = 0,
            heads = 0;
        var wide = false;
        GridCell? before = null;
        for (var column = 0; column < grid.Columns; column++)
        {
            var cell = grid[row, column];
            if (cell is null || ReferenceEquals(cell, before))
            {
                wide |= cell is not null && cell.Sense.IsAxis && figureColumns[column];
                continue;
            }
            before = cell;
            if (cell.Sense.Figure is { IsDash: false } && figureColumns[column])
                return false;
            if (cell.Sense.IsAxis && Covers(grid, row, column, cell, figureColumns))
                axes++;
            else if (cell.Sense.Kind is CellKind.Head)
                heads++;
        }
        // 合計 between KPI① and 単位 is a name.
        return (axes >= 2 || (axes == 1 && (heads > 0 || wide))) && RowHead.Naming(grid, row) is null;
    }

    private static bool Covers(TableGrid grid, int row, int column, GridCell cell, bool[] figureColumns)
    {
        for (; column < grid.Columns && ReferenceEquals(grid[row, column], cell); column++)
        {
            if (figureColumns[column])
                return true;
        }
        return false;
    }

    /// <summary>A row under a heading row that holds only headings or blanks, like （人） under a year.</summary>
    private static bool IsStorey(TableGrid grid, int head, int row)
    {
        var any = false;
        foreach (var (column, cell) in grid.Row(row))
        {
            if (cell.Sense.Kind == CellKind.Blank || ReferenceEquals(grid[head, column], cell))
                continue;
            if (
                cell.Sense.Kind == CellKind.Unit
                || cell.Sense
                    is { Kind: CellKind.Head, IsAxis: true, Word: HeadWord.None }
                        or { Kind: CellKind.Head, Word: HeadWord.Period }
            )
                any |= column > 0;
            else
                return false;
            if (column == 0)
                return false;
        }
        return any;
    }

    private static ColumnHead[] ColumnsOf(TableGrid grid, int first, int last)
    {
        var columns = new ColumnHead[grid.Columns];
        for (var column = 0; column < grid.Columns; column++)
        {
            var head = ColumnHead.None;
            GridCell? before = null;
            for (var row = first; row <= last; row++)
            {
                var cell = grid[row, column];
                if (cell is not null && !ReferenceEquals(cell, before) && !IsTitle(grid, row, cell))
                    head = head.With(cell);
                before = cell;
            }
            columns[column] = head;
        }
        return columns;
    }

    /// <summary>A cell over the whole width is the table's title, not a heading of its columns.</summary>
    private static bool IsTitle(TableGrid grid, int row, GridCell cell) =>
        grid.Columns > 2 && ReferenceEquals(grid[row, 0], cell) && ReferenceEquals(grid[row, grid.Columns - 1], cell);
}
