using System.Xml.Linq;
using static Shirube.Documents.Writing.WordMarkup;

namespace Shirube.Documents.Writing;

/// <summary>
/// Styles, fonts and settings of a Word document. Fonts are named as offices have them, with what stands in for them
/// where they are missing.
/// </summary>
internal static class WordStyleSheet
{
    private const string Mincho = "ＭＳ 明朝";
    private const string Gothic = "ＭＳ ゴシック";

    /// <summary>Half points, from the outermost heading to the innermost.</summary>
    private static readonly int[] HeadingSizes = [32, 26, 24, 22, 21, 21];

    public static XElement Styles() =>
        new(
            W + "styles",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XElement(
                W + "docDefaults",
                new XElement(
                    W + "rPrDefault",
                    new XElement(
                        W + "rPr",
                        FontOf(Mincho),
                        Valued("kern", 2),
                        Valued("sz", 21),
                        Valued("szCs", 21),
                        new XElement(W + "lang", Attribute("val", "ja-JP"), Attribute("eastAsia", "ja-JP"))
                    )
                ),
                new XElement(W + "pPrDefault")
            ),
            new XElement(
                W + "style",
                Attribute("type", "paragraph"),
                Attribute("default", 1),
                Attribute("styleId", "Normal"),
                Valued("name", "Normal"),
                new XElement(W + "qFormat"),
                new XElement(
                    W + "pPr",
                    new XElement(W + "spacing", Attribute("line", 300), Attribute("lineRule", "auto"))
                )
            ),
            Enumerable.Range(1, 6).Select(HeadingStyle),
            TableStyle("TableText", "Table Text", 20),
            TableStyle("TableSmall", "Table Small", 16)
        );

    public static XElement Fonts() =>
        new(
            W + "fonts",
            new XAttribute(XNamespace.Xmlns + "w", W),
            Font(Mincho, "MS Mincho;BIZ UD明朝;游明朝;IPAex明朝;Noto Serif CJK JP", "roman"),
            Font(Gothic, "MS Gothic;BIZ UDゴシック;游ゴシック;IPAexゴシック;Noto Sans CJK JP", "modern")
        );

    public static XElement Settings() =>
        new(
            W + "settings",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XElement(
                W + "compat",
                new XElement(
                    W + "compatSetting",
                    Attribute("name", "compatibilityMode"),
                    Attribute("uri", "http://schemas.microsoft.com/office/word"),
                    Attribute("val", 15)
                )
            ),
            new XElement(W + "themeFontLang", Attribute("val", "ja-JP"), Attribute("eastAsia", "ja-JP"))
        );

    private static XElement HeadingStyle(int level) =>
        new(
            W + "style",
            Attribute("type", "paragraph"),
            Attribute("styleId", $"Heading{level}"),
            Valued("name", $"heading {level}"),
            Valued("basedOn", "Normal"),
            Valued("next", "Normal"),
            new XElement(W + "qFormat"),
            new XElement(
                W + "pPr",
                new XElement(W + "keepNext"),
                new XElement(W + "keepLines"),
                new XElement(W + "spacing", Attribute("before", level < 3 ? 240 : 160), Attribute("after", 60)),
                Valued("outlineLvl", level - 1)
            ),
            new XElement(
                W + "rPr",
                FontOf(Gothic),
                Valued("sz", HeadingSizes[level - 1]),
                Valued("szCs", HeadingSizes[level - 1])
            )
        );

    private static XElement TableStyle(string id, string name, int size) =>
        new(
            W + "style",
            Attribute("type", "paragraph"),
            Attribute("customStyle", 1),
            Attribute("styleId", id),
            Valued("name", name),
            Valued("basedOn", "Normal"),
            new XElement(W + "pPr", new XElement(W + "spacing", Attribute("line", 240), Attribute("lineRule", "auto"))),
            new XElement(W + "rPr", Valued("sz", size), Valued("szCs", size))
        );

    private static XElement FontOf(string name) =>
        new(
            W + "rFonts",
            Attribute("ascii", name),
            Attribute("eastAsia", name),
            Attribute("hAnsi", name),
            Attribute("cs", name)
        );

    private static XElement Font(string name, string others, string family) =>
        new(
            W + "font",
            Attribute("name", name),
            Valued("altName", others.Replace(';', ',')),
            Valued("charset", 80),
            Valued("family", family),
            Valued("pitch", "fixed")
        );
}
