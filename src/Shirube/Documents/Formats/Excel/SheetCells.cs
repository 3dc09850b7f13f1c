namespace Shirube.Documents.Formats.Excel;

/// <summary>A cell with content, or the top left one of a merged range. Rows and columns count from 0 in the sheet.</summary>
internal sealed record SheetCell(int Row, int Column, string Text, decimal? Number)
{
    public int RowSpan { get; init; } = 1;
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Level of a heading that the cell's style makes it, else 0.</summary>
    public int Heading { get; init; }
}

/// <summary>A rectangle of cells, bounds included.</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right);

/// <summary>What one sheet holds, before it is laid out: its cells in reading order, merged ranges, hidden parts.</summary>
internal sealed class SheetCells
{
    public List<SheetCell> Cells { get; } = [];
    public List<CellRange> Merged { get; } = [];
    public SortedSet<int> HiddenRows { get; } = [];
    public List<(int First, int Last)> HiddenColumns { get; } = [];

    /// <summary>References and texts of error cells.</summary>
    public List<(string Reference, string Error)> Errors { get; } = [];

    /// <summary>References of formulas without a stored result.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>True when the sheet goes on beyond the limits, or its part is damaged further on.</summary>
    public bool IsCut { get; set; }
    public bool IsDamaged { get; set; }

    private Dictionary<(int Row, int Column), CellRange>? mergedByTop;

    /// <summary>The merged range that begins in a cell.</summary>
    public CellRange? MergedAt(int row, int column)
    {
        mergedByTop ??= Merged
            .DistinctBy(range => (range.Top, range.Left))
            .ToDictionary(range => (range.Top, range.Left));
        return mergedByTop.TryGetValue((row, column), out var found) ? found : null;
    }

    public bool IsHidden(SheetCell cell) =>
        HiddenRows.Contains(cell.Row) || HiddenColumns.Exists(c => c.First <= cell.Column && cell.Column <= c.Last);
}
