using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdigCell = Markdig.Extensions.Tables.TableCell;
using MarkdigTable = Markdig.Extensions.Tables.Table;

namespace Shirube.Documents.Formats;

/// <summary>A pipe or grid table of Markdown as a table over the lines of its source.</summary>
internal static class MarkdownTable
{
    public static Table Read(MarkdigTable table, IReadOnlyList<Line> lines)
    {
        var cells = new List<Cell>();
        var open = new Dictionary<int, int>();
        var index = 0;
        var at = table.Line;
        foreach (var row in table.OfType<TableRow>())
        {
            // The structure names no line for a row, and none for a cell that is blank.
            at = row.Descendants<LeafInline>().FirstOrDefault()?.Line ?? at + 1;
            var column = 0;
            foreach (var cell in row.OfType<MarkdigCell>())
            {
                while (open.TryGetValue(column, out var until) && until > index)
                    column++;
                if (cell.ColumnIndex > column)
                    column = cell.ColumnIndex;
                cells.Add(Read(cell, at, index, column, lines));
                for (var i = 0; i < cell.ColumnSpan; i++)
                    open[column + i] = index + cell.RowSpan;
                column += cell.ColumnSpan;
            }
            index++;
        }
        return new Table(TableSource.Given, cells);
    }

    private static Cell Read(MarkdigCell cell, int rowLine, int index, int column, IReadOnlyList<Line> lines)
    {
        var shown = TextOf(cell);
        var first = Math.Clamp((cell.Descendants<LeafInline>().FirstOrDefault()?.Line ?? rowLine) + 1, 1, lines.Count);
        var parts = shown.Split('\n');
        var number = first;
        while (
            number < lines.Count
            && number < first + 3
            && !lines[number - 1].Text.Contains(parts[0], StringComparison.Ordinal)
        )
            number++;
        var line = lines[number - 1];
        var start = Math.Max(0, FirstOffset(cell));
        var from = start < line.Text.Length ? start : 0;
        var at = line.Text.IndexOf(parts[0], from, StringComparison.Ordinal);
        var passage = new Passage(
            line.Page,
            line.Number,
            Math.Min(lines.Count, line.Number + LinesOf(cell) - 1),
            at,
            at < 0 ? shown : parts[0]
        );
        return new Cell(index, column, cell.RowSpan, cell.ColumnSpan, shown, passage);
    }

    /// <summary>Offset in its line of the first piece of text in a cell.</summary>
    private static int FirstOffset(MarkdigCell cell) =>
        cell.Descendants<LeafInline>().FirstOrDefault()?.Column ?? cell.Column;

    private static int LinesOf(MarkdigCell cell) =>
        cell.Count == 0
            ? 1
            : Math.Max(1, cell.Descendants<LeafInline>().Select(inline => inline.Line).Distinct().Count());

    private static string TextOf(MarkdigCell cell)
    {
        var text = new StringBuilder();
        foreach (var block in cell.Descendants<LeafBlock>())
        {
            if (text.Length > 0)
                text.Append('\n');
            if (block.Inline is not null)
                Append(text, block.Inline);
        }
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    text.Append('\n');
                    break;
                case ContainerInline nested:
                    Append(text, nested);
                    break;
                default:
                    break;
            }
        }
    }
}
