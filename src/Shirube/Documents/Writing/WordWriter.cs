using System.Xml.Linq;
using static Shirube.Documents.Writing.WordMarkup;

namespace Shirube.Documents.Writing;

/// <summary>
/// Writes a document as Word (.docx): headings by style, tables with heads that repeat, page numbers in the foot. The
/// parts are written as markup, in the order of the schema, so that the same document gives the same bytes.
/// </summary>
public static class WordWriter
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static byte[] Write(WrittenDocument document)
    {
        using var package = new PackageBytes();
        var hasHead = !string.IsNullOrEmpty(document.RunningHead);
        List<(string Name, string Type, string Relation, XElement Root)> parts =
        [
            ("styles.xml", "styles", "/styles", WordStyleSheet.Styles()),
            ("fontTable.xml", "fontTable", "/fontTable", WordStyleSheet.Fonts()),
            ("settings.xml", "settings", "/settings", WordStyleSheet.Settings()),
        ];
        if (hasHead)
            parts.Add(("header1.xml", "header", "/header", WordRunning.Head(document.RunningHead!)));
        if (document.PageNumbers)
            parts.Add(("footer1.xml", "footer", "/footer", WordRunning.Foot()));
        PackageParts.Open(
            package,
            document.Title,
            [
                ("word/document.xml", Type + "document.main+xml"),
                .. parts.Select(part => ("word/" + part.Name, Type + part.Type + "+xml")),
            ]
        );
        package.Add(
            "word/_rels/document.xml.rels",
            PackageParts.Related(parts.Select(part => (PackageParts.Relations + part.Relation, part.Name)))
        );
        foreach (var part in parts)
            package.Add("word/" + part.Name, part.Root);
        var at = parts.FindIndex(part => part.Relation == "/header");
        var foot = parts.FindIndex(part => part.Relation == "/footer");
        package.Add("word/document.xml", Main(document, IdOf(at), IdOf(foot)));
        return package.ToArray();
    }

    private static string? IdOf(int index) => index < 0 ? null : $"rId{index + 1}";

    private static XElement Main(WrittenDocument document, string? head, string? foot)
    {
        var body = new XElement(W + "body");
        var page = WordPage.Of(document.Paper);
        for (var i = 0; i < document.Blocks.Count; i++)
            body.Add(Block(document.Blocks[i], page));
        // A table must not touch the next one, which Word would join to it, nor the end.
        foreach (var table in body.Elements(W + "tbl").ToList())
        {
            if (table.NextNode is not XElement next || next.Name == W + "tbl")
                table.AddAfterSelf(WordParagraphs.Gap());
        }
        body.Add(page.Section(head, foot));
        return new XElement(
            W + "document",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XAttribute(XNamespace.Xmlns + "r", R),
            body
        );
    }

    private static XElement Block(WrittenBlock block, WordPage page) =>
        block switch
        {
            WrittenHeading heading => WordParagraphs.Heading(heading),
            WrittenParagraph paragraph => WordParagraphs.Of(paragraph),
            WrittenTable table => WordTableMarkup.Of(table, page.TextWidth),
            WrittenPageBreak => WordParagraphs.PageBreak(),
            _ => throw new NotSupportedException(block.GetType().Name),
        };
}
