using System.Xml.Linq;
using static Shirube.Documents.Writing.WordMarkup;

namespace Shirube.Documents.Writing;

/// <summary>Paragraphs and runs of a Word document.</summary>
internal static class WordParagraphs
{
    /// <summary>Twentieths of a point of one full-width character of the text (10.5 points).</summary>
    private const int Character = 210;

    public static XElement Heading(WrittenHeading heading) =>
        new(
            W + "p",
            new XElement(W + "pPr", Valued("pStyle", $"Heading{Math.Clamp(heading.Level, 1, 6)}")),
            Runs(new WrittenRun(heading.Text))
        );

    /// <param name="style">Style of the paragraph, null for the document's own.</param>
    public static XElement Of(WrittenParagraph paragraph, string? style = null)
    {
        var properties = new XElement(W + "pPr");
        if (style is not null)
            properties.Add(Valued("pStyle", style));
        if (paragraph.Indent > 0)
            properties.Add(
                new XElement(
                    W + "ind",
                    Attribute("leftChars", paragraph.Indent * 100),
                    Attribute("left", paragraph.Indent * Character)
                )
            );
        if (paragraph.Alignment != WrittenAlignment.Start)
            properties.Add(Valued("jc", paragraph.Alignment == WrittenAlignment.Centre ? "center" : "right"));
        return new XElement(W + "p", properties.HasElements ? properties : null, paragraph.Runs.Select(Runs));
    }

    /// <summary>A line of no height between two tables.</summary>
    public static XElement Gap() =>
        new(
            W + "p",
            new XElement(
                W + "pPr",
                new XElement(
                    W + "spacing",
                    Attribute("before", 0),
                    Attribute("after", 0),
                    Attribute("line", 120),
                    Attribute("lineRule", "exact")
                )
            )
        );

    public static XElement PageBreak() =>
        new(W + "p", new XElement(W + "r", new XElement(W + "br", Attribute("type", "page"))));

    /// <summary>One run; its line breaks and tabs are elements of their own.</summary>
    public static XElement Runs(WrittenRun run)
    {
        var properties = new XElement(W + "rPr");
        if (run.IsBold)
            properties.Add(new XElement(W + "b"));
        if (run.IsStruck)
            properties.Add(new XElement(W + "strike"));
        if (run.IsUnderlined)
            properties.Add(Valued("u", "single"));
        var written = new XElement(W + "r", properties.HasElements ? properties : null);
        var text = WrittenText.Clean(run.Text);
        for (var from = 0; from <= text.Length; )
        {
            var to = text.AsSpan(from).IndexOfAny('\n', '\t') is var at && at < 0 ? text.Length : from + at;
            if (to > from)
                written.Add(
                    new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text[from..to])
                );
            if (to < text.Length)
                written.Add(new XElement(W + (text[to] == '\n' ? "br" : "tab")));
            from = to + 1;
        }
        return written;
    }
}
