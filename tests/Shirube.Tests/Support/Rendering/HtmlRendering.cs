using System.Globalization;
using System.Net;
using System.Text;

namespace Shirube.Tests.Support.Rendering;

/// <summary>HTML with print CSS, from which Chromium makes a tagged PDF.</summary>
internal static class HtmlRendering
{
    public static string Write(RenderedDocument document)
    {
        var html = new StringBuilder(
            "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n<style>\n"
        );
        html.Append(Style(document)).Append("</style>\n</head>\n<body>\n");
        foreach (var block in document.Blocks)
            Append(html, block);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Style(RenderedDocument document) =>
        $$"""
            * { font-synthesis: none }
            body { font-family: '{{document.Font}}'; font-size: 10.5pt; line-height: 1.5; margin: 0 }
            @page {
              size: {{(document.Paper == Paper.A3Landscape ? "A3" : "A4")}} {{(
                document.Paper == Paper.A4 ? "portrait" : "landscape"
            )}};
              margin: 20mm;
              {{(document.RunningHead is { } head ? $"@top-right {{ content: '{head}'; font-size: 9pt }}" : "")}}
              {{(document.PageNumbers ? "@bottom-center { content: counter(page); font-size: 9pt }" : "")}}
            }
            table { border-collapse: collapse; margin: 6pt 0 }
            table.fixed { table-layout: fixed }
            table.floating { float: left; margin-right: 12pt }
            table.solid td, table.solid th { border: 0.5pt solid black }
            table.dotted td, table.dotted th { border: 0.75pt dotted black }
            table.rows { border-top: 0.75pt solid black; border-bottom: 0.75pt solid black }
            table.rows thead { border-bottom: 0.75pt solid black }
            td, th { padding: 2pt 4pt; text-align: left; font-weight: normal; vertical-align: middle }
            thead { display: table-header-group } th { background: #e6e6e6 }
            tr { break-inside: avoid }
            .vertical { writing-mode: vertical-rl; text-orientation: upright }
            .centre { text-align: center } .right { text-align: right }
            .break { break-after: page; clear: both }

            """;

    private static void Append(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<h{heading.Level}>{Text(heading.Text)}</h{heading.Level}>\n"
                );
                break;
            case Paragraph paragraph:
                html.Append("<p>").Append(Text(paragraph.Text)).Append("</p>\n");
                break;
            case PageBreak:
                html.Append("<div class=\"break\"></div>\n");
                break;
            case RenderedTable table:
                Append(html, table);
                break;
        }
    }

    private static void Append(StringBuilder html, RenderedTable table)
    {
        html.Append("<table class=\"").Append(table.Borders.ToString().ToLowerInvariant());
        html.Append(table.Widths is null ? "" : " fixed").Append(table.Floating ? " floating" : "").Append('"');
        if (table.Widths is { } widths)
        {
            html.Append(CultureInfo.InvariantCulture, $" style=\"width: {widths.Sum()}mm\">\n<colgroup>");
            foreach (var width in widths)
                html.Append(CultureInfo.InvariantCulture, $"<col style=\"width: {width}mm\">");
            html.Append("</colgroup");
        }
        html.Append(">\n");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (row == 0)
                html.Append(table.HeaderRows > 0 ? "<thead>\n" : "<tbody>\n");
            else if (row == table.HeaderRows)
                html.Append("</thead>\n<tbody>\n");
            html.Append("<tr>");
            foreach (var cell in table.Rows[row])
                Append(html, cell, row < table.HeaderRows ? "th" : "td");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static void Append(StringBuilder html, RenderedCell cell, string tag)
    {
        html.Append('<').Append(tag);
        if (cell.RowSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        if (cell.ColumnSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        if (cell.Alignment != Alignment.Left)
            html.Append(" class=\"").Append(cell.Alignment.ToString().ToLowerInvariant()).Append('"');
        var text = Text(cell.Text);
        html.Append('>').Append(cell.Vertical ? $"<div class=\"vertical\">{text}</div>" : text);
        html.Append("</").Append(tag).Append('>');
    }

    private static string Text(string text) =>
        WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
