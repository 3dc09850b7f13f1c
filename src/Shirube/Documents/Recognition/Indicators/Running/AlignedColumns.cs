namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>The columns in which the cells of all rows overlap, from left to right, by display columns.</summary>
internal sealed class AlignedColumns
{
    private readonly List<(int From, int To)> columns;

    private AlignedColumns(List<(int From, int To)> columns) => this.columns = columns;

    public int Count => columns.Count;

    /// <returns>Null when two cells of one row fall into one column: the text is not laid out by columns.</returns>
    public static AlignedColumns? Of(IReadOnlyList<List<AlignedPiece>> rows)
    {
        var merged = new List<(int From, int To)>();
        foreach (var piece in rows.SelectMany(row => row).OrderBy(piece => piece.From))
        {
            if (merged.Count > 0 && piece.From < merged[^1].To)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, piece.To));
            else
                merged.Add((piece.From, piece.To));
        }
        var columns = new AlignedColumns(merged);
        return rows.All(row => row.Select(piece => columns.Of(piece).First).Distinct().Count() == row.Count)
            ? columns
            : null;
    }

    /// <summary>The columns that a piece lies over; the nearest one when it lies between two.</summary>
    public (int First, int Last) Of(AlignedPiece piece)
    {
        var first = columns.FindIndex(column => column.To > piece.From && column.From < piece.To);
        if (first >= 0)
            return (first, columns.FindLastIndex(column => column.To > piece.From && column.From < piece.To));
        var nearest = Enumerable.Range(0, columns.Count).MinBy(i => Distance(columns[i], piece));
        return (nearest, nearest);
    }

    private static int Distance((int From, int To) column, AlignedPiece piece) =>
        column.From >= piece.To ? column.From - piece.To : piece.From - column.To;
}
