namespace Shirube.Documents.Formats.Excel;

/// <summary>The places that merged ranges cover, added and asked for in reading order.</summary>
internal sealed class CoveredCells
{
    private const int MostColumns = 16_384;

    /// <summary>By column, the last row that a range from above covers.</summary>
    private readonly int[] until = [.. Enumerable.Repeat(-1, MostColumns)];

    public void Add(CellRange range)
    {
        for (var column = range.Left; column <= range.Right; column++)
            until[column] = Math.Max(until[column], range.Bottom);
    }

    public bool Contains(int row, int column) => until[column] >= row;
}
