using System.Xml.Linq;
using static Shirube.Documents.Writing.WordMarkup;

namespace Shirube.Documents.Writing;

/// <summary>Size and margins of a page, in twentieths of a point.</summary>
internal sealed record WordPage(int Width, int Height)
{
    private const int Margin = 1134;

    /// <summary>Between the margins.</summary>
    public int TextWidth => Width - (2 * Margin);

    public static WordPage Of(WrittenPaper paper) =>
        paper switch
        {
            WrittenPaper.A4Landscape => new WordPage(16838, 11906),
            WrittenPaper.A3Landscape => new WordPage(23811, 16838),
            _ => new WordPage(11906, 16838),
        };

    public XElement Section(string? head, string? foot) =>
        new(
            W + "sectPr",
            Reference("headerReference", head),
            Reference("footerReference", foot),
            new XElement(
                W + "pgSz",
                Attribute("w", Width),
                Attribute("h", Height),
                Width > Height ? Attribute("orient", "landscape") : null
            ),
            new XElement(
                W + "pgMar",
                Attribute("top", Margin),
                Attribute("right", Margin),
                Attribute("bottom", Margin),
                Attribute("left", Margin),
                Attribute("header", Margin / 2),
                Attribute("footer", Margin / 2),
                Attribute("gutter", 0)
            )
        );

    private static XElement? Reference(string name, string? id) =>
        id is null ? null : new XElement(W + name, Attribute("type", "default"), new XAttribute(R + "id", id));
}
