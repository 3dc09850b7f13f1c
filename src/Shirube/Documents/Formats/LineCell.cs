namespace Shirube.Documents.Formats;

/// <summary>Cells that are a stretch of one line.</summary>
internal static class LineCell
{
    /// <summary>The cell in a stretch of a line, without the white space around it.</summary>
    public static Cell At(Line line, int row, int column, int start, int length)
    {
        var field = line.Text.AsSpan(start, length);
        var text = field.Trim();
        var offset = text.IsEmpty ? start : start + (length - field.TrimStart().Length);
        var written = text.ToString();
        return new Cell(row, column, 1, 1, written, new Passage(line.Page, line.Number, line.Number, offset, written));
    }
}
