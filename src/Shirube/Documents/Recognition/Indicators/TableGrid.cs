namespace Shirube.Documents.Recognition.Indicators;

/// <summary>A cell in the grid with what it says; a merged cell stands at every place that it covers.</summary>
internal sealed class GridCell(Cell cell, CellSense sense)
{
    public Cell Cell { get; } = cell;
    public CellSense Sense { get; set; } = sense;

    /// <summary>Rule that a year was carried by, null where it is printed whole.</summary>
    public string? YearRule { get; set; }
}

/// <summary>A table as a full grid, as it lies or transposed, so that time can always be read from left to right.</summary>
internal sealed class TableGrid
{
    /// <summary>Larger tables are lists or hostile; none of them is a table of KPIs.</summary>
    private const int MostPlaces = 60_000;

    private readonly GridCell?[,] places;
    private readonly bool transposed;

    private TableGrid(Table table, GridCell?[,] places, bool transposed)
    {
        Table = table;
        this.places = places;
        this.transposed = transposed;
    }

    public Table Table { get; }
    public int Rows => places.GetLength(transposed ? 1 : 0);
    public int Columns => places.GetLength(transposed ? 0 : 1);
    public GridCell? this[int row, int column] => transposed ? places[column, row] : places[row, column];

    public TableGrid Transposed => new(Table, places, !transposed) { RowsWithoutPlace = RowsWithoutPlace };

    /// <summary>First cells of rows whose figures have no certain column.</summary>
    public IReadOnlyList<Cell> RowsWithoutPlace { get; private set; } = [];

    /// <summary>Takes the values from the figures of rows that have no certain column.</summary>
    public void Open(IReadOnlyList<Cell> rows)
    {
        RowsWithoutPlace = rows;
        foreach (var row in rows.Select(first => first.Row))
        {
            foreach (var (_, cell) in Row(row))
            {
                if (cell.Sense.Figure is { IsDash: false })
                    cell.Sense = new CellSense(CellKind.Figure) { Figure = FigureCell.Open };
            }
        }
    }

    /// <summary>True when the cell begins at this place and does not merely reach over it.</summary>
    public bool IsAnchor(int row, int column) =>
        this[row, column] is { } cell
        && (row == 0 || !ReferenceEquals(this[row - 1, column], cell))
        && (column == 0 || !ReferenceEquals(this[row, column - 1], cell));

    public static TableGrid? From(Table table, IReadOnlyList<Cell> cells)
    {
        int rows = 0,
            columns = 0;
        foreach (var cell in cells)
        {
            rows = Math.Max(rows, cell.Row + cell.RowSpan);
            columns = Math.Max(columns, cell.Column + cell.ColumnSpan);
        }
        if (rows < 1 || columns < 2 || (long)rows * columns > MostPlaces)
            return null;
        var places = new GridCell?[rows, columns];
        foreach (var cell in BlankHeads.Fill(cells))
        {
            if (cell.Hidden)
                continue;
            var placed = new GridCell(cell, CellSense.Of(cell.Text));
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    places[row, column] ??= placed;
            }
        }
        var grid = new TableGrid(table, places, transposed: false);
        BrokenFigures.Mend(grid);
        YearLines.Resolve(grid);
        YearLines.Resolve(grid.Transposed);
        return grid;
    }

    /// <summary>The cells of a row in order, a merged one once, with the column at which each begins.</summary>
    public IEnumerable<(int Column, GridCell Cell)> Row(int row)
    {
        GridCell? before = null;
        for (var column = 0; column < Columns; column++)
        {
            var cell = this[row, column];
            if (cell is not null && !ReferenceEquals(cell, before))
                yield return (column, cell);
            before = cell;
        }
    }
}
