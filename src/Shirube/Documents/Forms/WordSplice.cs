using System.Globalization;
using System.Text;

namespace Shirube.Documents.Forms;

/// <summary>Markup that takes the place of a paragraph of a form: its properties and the look of its text stay.</summary>
internal static class WordSplice
{
    /// <summary>Text of a paragraph or run: deleted text and field codes are none.</summary>
    public static string TextOf(XmlSpan element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return text.ToString();
    }

    /// <summary>The paragraph with another text; each further line is a paragraph like it.</summary>
    public static string Paragraphs(XmlSpan paragraph, string text)
    {
        var properties = paragraph.First("pPr")?.Outer ?? "";
        var look = LookOf(paragraph);
        var lines = text.Split('\n');
        // Bookmarks and ranges of comments have their other end elsewhere.
        var kept = string.Concat(
            paragraph
                .Children.Where(child =>
                    child.Local.Contains("ookmark", StringComparison.Ordinal)
                    || child.Local.Contains("Range", StringComparison.Ordinal)
                )
                .Select(child => child.Outer)
        );
        var tag = paragraph.Source[paragraph.Start..paragraph.ContentStart].TrimEnd('>').TrimEnd('/').TrimEnd();
        var written = new StringBuilder(
            $"{tag}>{properties}{kept}{Run(paragraph.Prefix, look, lines[0])}</{paragraph.Name}>"
        );
        foreach (var line in lines.Skip(1))
            written.Append(
                CultureInfo.InvariantCulture,
                $"<{paragraph.Name}>{properties}{Run(paragraph.Prefix, look, line)}</{paragraph.Name}>"
            );
        return written.ToString();
    }

    /// <summary>Paragraphs behind a label, in the document's plain look.</summary>
    public static string NewParagraphs(XmlSpan label, string text) =>
        string.Concat(text.Split('\n').Select(line => $"<{label.Name}>{Run(label.Prefix, "", line)}</{label.Name}>"));

    /// <summary>A content control inside a line: lines become breaks.</summary>
    public static string Runs(XmlSpan holder, string text) =>
        string.Join(
            $"<{holder.Prefix}r><{holder.Prefix}br/></{holder.Prefix}r>",
            text.Split('\n').Select(line => Run(holder.Prefix, LookOf(holder), line))
        );

    private static string Run(string prefix, string look, string line) =>
        line.Length == 0
            ? ""
            : $"<{prefix}r>{look}<{prefix}t xml:space=\"preserve\">{XmlSpan.Escape(line).Replace("\t", $"</{prefix}t><{prefix}tab/><{prefix}t xml:space=\"preserve\">", StringComparison.Ordinal)}</{prefix}t></{prefix}r>";

    /// <summary>Properties of the first run, or of the paragraph's mark; not those of a text that waits to be replaced.</summary>
    private static string LookOf(XmlSpan element)
    {
        var look =
            element.Descendants().FirstOrDefault(one => one.Local == "r")?.First("rPr")
            ?? element.First("pPr")?.First("rPr");
        return look is null || look.Outer.Contains("PlaceholderText", StringComparison.Ordinal) ? "" : look.Outer;
    }

    private static void Append(StringBuilder text, XmlSpan element)
    {
        foreach (var child in element.Children)
        {
            switch (child.Local)
            {
                case "t":
                    text.Append(child.Text);
                    break;
                case "tab":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "pPr"
                or "rPr"
                or "del"
                or "moveFrom"
                or "instrText"
                or "delText"
                or "rt"
                or "Fallback"
                or "txbxContent":
                    break;
                default:
                    Append(text, child);
                    break;
            }
        }
    }
}
