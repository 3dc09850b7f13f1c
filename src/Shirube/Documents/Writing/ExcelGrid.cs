namespace Shirube.Documents.Writing;

/// <summary>
/// The columns that the tables of a sheet share: those of the table that has the most. The others' columns take the
/// nearest edges of that grid.
/// </summary>
internal sealed class ExcelGrid
{
    private readonly int[] edges;

    private ExcelGrid(int[] widths)
    {
        Widths = widths;
        edges = new int[widths.Length + 1];
        for (var i = 0; i < widths.Length; i++)
            edges[i + 1] = edges[i] + widths[i];
    }

    /// <summary>In half-width characters.</summary>
    public IReadOnlyList<int> Widths { get; }
    public int Count => Widths.Count;

    /// <param name="total">Half-width characters between the margins.</param>
    public static ExcelGrid Of(IEnumerable<PlacedTable> tables, int total)
    {
        var widest = tables.OrderByDescending(table => table.ColumnCount).FirstOrDefault();
        return new ExcelGrid(widest?.Widths(total) ?? [total]);
    }

    public int WidthOf(int first, int count) => edges[first + count] - edges[first];

    /// <summary>Where each column of a table begins, and behind the last one the end of the grid.</summary>
    public int[] Place(PlacedTable table)
    {
        var widths = table.Widths(edges[^1]);
        var starts = new int[table.ColumnCount + 1];
        var edge = 0;
        for (var i = 1; i < starts.Length; i++)
        {
            edge += widths[i - 1];
            var nearest = Array.IndexOf(edges, edges.MinBy(at => Math.Abs(at - edge)));
            starts[i] = Math.Clamp(nearest, starts[i - 1] + 1, Count - (table.ColumnCount - i));
        }
        starts[^1] = Count;
        return starts;
    }
}
