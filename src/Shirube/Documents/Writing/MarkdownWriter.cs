using System.Text;

namespace Shirube.Documents.Writing;

/// <summary>
/// Writes a document as Markdown: tables with pipes, those with merged cells as HTML. Signs that would be markup are
/// escaped, so that the text is the text.
/// </summary>
public static class MarkdownWriter
{
    public static byte[] Write(WrittenDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
            Append(text, block);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, WrittenBlock block)
    {
        switch (block)
        {
            case WrittenHeading heading:
                text.Append('#', Math.Clamp(heading.Level, 1, 6)).Append(' ');
                text.Append(MarkdownText.Inline(heading.Text.Replace('\n', ' '))).Append("\n\n");
                break;
            case WrittenParagraph paragraph:
                text.Append(MarkdownText.Of(paragraph)).Append("\n\n");
                break;
            case WrittenTable table when IsPlain(table):
                Pipes(text, table);
                break;
            case WrittenTable table:
                HtmlTableMarkup.Append(text, table, "");
                text.Append('\n');
                break;
            case WrittenPageBreak:
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    /// <summary>One row of heads, no merged cells.</summary>
    private static bool IsPlain(WrittenTable table) =>
        table.HeadRows == 1
        && table.Rows.All(row => row.Cells.All(cell => cell.RowSpan <= 1 && cell.ColumnSpan <= 1))
        && table.Rows[0].Cells.Count > 1;

    private static void Pipes(StringBuilder text, WrittenTable table)
    {
        var grid = PlacedTable.Of(table);
        for (var row = 0; row < grid.RowCount; row++)
        {
            text.Append('|');
            foreach (var cell in grid.Beginning(row))
                text.Append(' ').Append(MarkdownText.InCell(cell.Cell)).Append(" |");
            text.Append('\n');
            if (row > 0)
                continue;
            text.Append('|');
            for (var column = 0; column < grid.ColumnCount; column++)
                text.Append(" --- |");
            text.Append('\n');
        }
        text.Append('\n');
    }
}
