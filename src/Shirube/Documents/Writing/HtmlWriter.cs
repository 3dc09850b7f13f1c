using System.Globalization;
using System.Text;

namespace Shirube.Documents.Writing;

/// <summary>
/// Writes a document as one HTML page that needs nothing else: the style is inside it, and it prints as pages (heads
/// of tables repeat, pages are numbered). The PDF is this page, printed.
/// </summary>
public static class HtmlWriter
{
    public static byte[] Write(WrittenDocument document)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(Encoded(document.Title))
            .Append("</title>\n<style>\n")
            .Append(HtmlStyle.Of(document))
            .Append("</style>\n</head>\n<body>\n");
        var breaks = false;
        foreach (var block in document.Blocks)
        {
            if (block is WrittenPageBreak)
            {
                breaks = true;
                continue;
            }
            Append(html, block, breaks ? " class=\"page\"" : "");
            breaks = false;
        }
        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    private static void Append(StringBuilder html, WrittenBlock block, string page)
    {
        switch (block)
        {
            case WrittenHeading heading:
                var level = Math.Clamp(heading.Level, 1, 6);
                html.Append(CultureInfo.InvariantCulture, $"<h{level}{page}>{Encoded(heading.Text)}</h{level}>\n");
                break;
            case WrittenParagraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p{page}{StyleOf(paragraph)}>");
                Runs(html, paragraph);
                html.Append("</p>\n");
                break;
            case WrittenTable table:
                HtmlTableMarkup.Append(html, table, page);
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    internal static string StyleOf(WrittenParagraph paragraph)
    {
        var align = paragraph.Alignment switch
        {
            WrittenAlignment.Centre => "text-align:center;",
            WrittenAlignment.End => "text-align:right;",
            _ => "",
        };
        var style = paragraph.Indent > 0 ? $"{align}margin-left:{paragraph.Indent}em;" : align;
        return style.Length > 0 ? $" style=\"{style}\"" : "";
    }

    internal static void Runs(StringBuilder html, WrittenParagraph paragraph)
    {
        foreach (var run in paragraph.Runs)
        {
            html.Append(run.IsBold ? "<strong>" : "").Append(run.IsUnderlined ? "<u>" : "");
            html.Append(run.IsStruck ? "<s>" : "").Append(Encoded(run.Text));
            html.Append(run.IsStruck ? "</s>" : "");
            html.Append(run.IsUnderlined ? "</u>" : "").Append(run.IsBold ? "</strong>" : "");
        }
    }

    /// <summary>Text as HTML; a line break is an element.</summary>
    internal static string Encoded(string text) =>
        Escape(WrittenText.Clean(text)).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>Only what HTML needs escaped: Japanese letters stay letters.</summary>
    private static string Escape(string text) =>
        text.AsSpan().IndexOfAny("&<>\"") < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal)
                .Replace("\"", "&quot;", StringComparison.Ordinal);
}
