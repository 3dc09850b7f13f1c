using System.Globalization;
using System.Text;

namespace Shirube.Documents.Writing;

/// <summary>Tables of an HTML page, with their heads marked for screen readers.</summary>
internal static class HtmlTableMarkup
{
    public static void Append(StringBuilder html, WrittenTable table, string page)
    {
        var grid = PlacedTable.Of(table);
        var small = table.IsSmall ? " data-small" : "";
        var label = table.Caption is { } caption ? $" aria-label=\"{HtmlWriter.Encoded(caption)}\"" : "";
        html.Append(CultureInfo.InvariantCulture, $"<table{page}{small}{label}>\n<colgroup>");
        foreach (var width in grid.Widths(1000))
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{width / 10}.{width % 10}%\">");
        html.Append("</colgroup>\n");
        var heads = grid.HeadRows;
        Group(html, grid, "thead", 0, heads);
        Group(html, grid, "tbody", heads, grid.RowCount);
        html.Append("</table>\n");
    }

    private static void Group(StringBuilder html, PlacedTable grid, string name, int from, int to)
    {
        if (from >= to)
            return;
        html.Append(CultureInfo.InvariantCulture, $"<{name}>\n");
        for (var row = from; row < to; row++)
        {
            html.Append("<tr>");
            foreach (var cell in grid.Beginning(row))
                Cell(html, cell, name == "thead");
            html.Append("</tr>\n");
        }
        html.Append(CultureInfo.InvariantCulture, $"</{name}>\n");
    }

    private static void Cell(StringBuilder html, PlacedCell placed, bool isHead)
    {
        var name = isHead || placed.Cell.IsHead ? "th" : "td";
        html.Append('<').Append(name);
        if (name == "th")
            html.Append(isHead ? " scope=\"col\"" : " scope=\"row\"");
        if (placed.RowSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{placed.RowSpan}\"");
        if (placed.ColumnSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{placed.ColumnSpan}\"");
        var paragraphs = placed.Cell.Paragraphs;
        html.Append(paragraphs.Count == 1 ? HtmlWriter.StyleOf(paragraphs[0]) : "").Append('>');
        foreach (var paragraph in paragraphs)
        {
            html.Append(paragraphs.Count > 1 ? $"<p{HtmlWriter.StyleOf(paragraph)}>" : "");
            HtmlWriter.Runs(html, paragraph);
            html.Append(paragraphs.Count > 1 ? "</p>" : "");
        }
        html.Append("</").Append(name).Append('>');
    }
}
