using System.Text;

namespace Shirube.Tests.Support.Rendering;

/// <summary>Markdown with pipe tables; a merged cell leaves the places that it covers empty.</summary>
internal static class MarkdownRendering
{
    public static string Write(RenderedDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    text.Append('#', heading.Level).Append(' ').Append(heading.Text).Append("\n\n");
                    break;
                case Paragraph paragraph:
                    text.Append(paragraph.Text.Replace("\n", "  \n", StringComparison.Ordinal)).Append("\n\n");
                    break;
                case PageBreak:
                    text.Append("---\n\n");
                    break;
                case RenderedTable table:
                    Append(text, table);
                    break;
            }
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, RenderedTable table)
    {
        var rows = TextGrid.Of(table);
        for (var row = 0; row < rows.Length; row++)
        {
            var cells = rows[row]
                .Select(cell =>
                    cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)
                );
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            if (row == 0)
                text.Append("| ").AppendJoin(" | ", rows[0].Select(_ => "---")).Append(" |\n");
        }
        text.Append('\n');
    }
}

internal static class TextRendering
{
    public static string Write(RenderedDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    text.Append(heading.Text).Append("\n\n");
                    break;
                case Paragraph paragraph:
                    text.Append(paragraph.Text).Append("\n\n");
                    break;
                case PageBreak:
                    text.Append('\f');
                    break;
                case RenderedTable table:
                    foreach (var row in TextGrid.Of(table))
                        text.AppendJoin('\t', row.Select(cell => cell.Replace('\n', ' '))).Append('\n');
                    text.Append('\n');
                    break;
            }
        }
        return text.ToString();
    }
}

internal static class CsvRendering
{
    public static string Write(RenderedDocument document) =>
        string.Join(
            "\r\n",
            document.Tables.Select(table =>
                string.Concat(TextGrid.Of(table).Select(row => string.Join(',', row.Select(Quote)) + "\r\n"))
            )
        );

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>A table as rows of texts of one length.</summary>
internal static class TextGrid
{
    public static string[][] Of(RenderedTable table)
    {
        var rows = table.Rows.Select(_ => Enumerable.Repeat("", table.ColumnCount).ToArray()).ToArray();
        foreach (var cell in table.Cells)
            rows[cell.Row][cell.Column] = cell.Text;
        return rows;
    }
}
