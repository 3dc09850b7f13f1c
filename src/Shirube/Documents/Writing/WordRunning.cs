using System.Xml.Linq;
using static Shirube.Documents.Writing.WordMarkup;

namespace Shirube.Documents.Writing;

/// <summary>What stands at the head and the foot of each page.</summary>
internal static class WordRunning
{
    public static XElement Head(string text) =>
        Part("hdr", WordParagraphs.Of(new WrittenParagraph(text) { Alignment = WrittenAlignment.End }));

    /// <summary>Page of pages.</summary>
    public static XElement Foot() =>
        Part(
            "ftr",
            new XElement(
                W + "p",
                new XElement(W + "pPr", Valued("jc", "center")),
                Field("PAGE"),
                WordParagraphs.Runs(new WrittenRun(" / ")),
                Field("NUMPAGES")
            )
        );

    private static XElement Part(string name, XElement content) =>
        new(W + name, new XAttribute(XNamespace.Xmlns + "w", W), content);

    private static XElement Field(string code) =>
        new(W + "fldSimple", Attribute("instr", code), WordParagraphs.Runs(new WrittenRun("1")));
}
