namespace Shirube.Documents.Formats;

/// <summary>A cell whose place in the grid is known and whose place in the running text is not yet.</summary>
internal sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text)
{
    public decimal? Number { get; init; }
    public bool Hidden { get; init; }
}
