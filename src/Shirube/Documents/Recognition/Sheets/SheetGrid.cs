using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>A table by places: every place that a merged cell covers gives that cell.</summary>
internal sealed class SheetGrid
{
    private const int MostPlaces = 400_000;
    private readonly Cell?[,] places;

    private SheetGrid(Table table, Cell?[,] places)
    {
        Table = table;
        this.places = places;
        CanMerge = table.Cells.Any(cell => cell.RowSpan > 1 || cell.ColumnSpan > 1);
    }

    public Table Table { get; }
    public int Rows => places.GetLength(0);
    public int Columns => places.GetLength(1);

    /// <summary>Null for a table too large to be a sheet.</summary>
    public static SheetGrid? Of(Table table)
    {
        var (rows, columns) = (table.RowCount, table.ColumnCount);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostPlaces)
            return null;
        var places = new Cell?[rows, columns];
        foreach (var cell in table.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                places[row, column] ??= cell;
        }
        return new SheetGrid(table, places);
    }

    public Cell? this[int row, int column] =>
        row >= 0 && column >= 0 && row < Rows && column < Columns ? places[row, column] : null;

    /// <summary>The cell at a place when something is written in it.</summary>
    public Cell? Written(int row, int column) =>
        this[row, column] is { } cell && !string.IsNullOrWhiteSpace(cell.Text) ? cell : null;

    public IEnumerable<Cell> Row(int row) =>
        Enumerable.Range(0, Columns).Select(column => this[row, column]).OfType<Cell>().Distinct();

    /// <summary>A format without merged cells (CSV, pipes, tabs) leaves the places under a merged cell blank.</summary>
    public bool CanMerge { get; }

    public static string Squeezed(Cell? cell) => cell is null ? "" : Folding.Squeeze(cell.Text);
}
