namespace Shirube.Documents.Recognition.Annexes;

/// <summary>A table whose cells are asked for by row and column; a merged cell answers for every place that it covers.</summary>
internal sealed class AnnexGrid
{
    private readonly Dictionary<(int Row, int Column), Cell> cells = [];

    public AnnexGrid(Table table)
    {
        foreach (var cell in table.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan && row < MostRows; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan && column < MostColumns; column++)
                    cells.TryAdd((row, column), cell);
            }
        }
        Rows = Math.Min(table.RowCount, MostRows);
        Columns = Math.Min(table.ColumnCount, MostColumns);
    }

    /// <summary>Larger tables are none of a plan's annexes.</summary>
    private const int MostRows = 2_000;
    private const int MostColumns = 200;

    public int Rows { get; }
    public int Columns { get; }

    public Cell? this[int row, int column] => cells.GetValueOrDefault((row, column));

    /// <summary>The columns in which a cell of the row begins.</summary>
    public IEnumerable<int> ColumnsOf(int row) =>
        Enumerable
            .Range(0, Columns)
            .Where(column => column == 0 || this[row, column] is { } cell && cell != this[row, column - 1]);

    public string Text(int row, int column) => this[row, column]?.Text.Trim() ?? "";

    public AnnexGrid Turned() => new(this);

    private AnnexGrid(AnnexGrid other)
    {
        foreach (var ((row, column), cell) in other.cells)
            cells[(column, row)] = cell;
        (Rows, Columns) = (other.Columns, other.Rows);
    }
}
