using System.Globalization;
using System.Xml.Linq;
using static Shirube.Documents.Writing.ExcelMarkup;

namespace Shirube.Documents.Writing;

/// <summary>How a cell looks.</summary>
/// <param name="Heading">Level 1 to 6, 0 for text.</param>
/// <param name="Decimals">Of a number; -1 for a text.</param>
/// <param name="IsQuoted">A text that would be a formula if somebody typed it.</param>
internal sealed record ExcelLook(
    int Heading = 0,
    bool HasBorder = false,
    bool IsHead = false,
    WrittenAlignment Alignment = WrittenAlignment.Start,
    int Decimals = -1,
    bool IsQuoted = false,
    bool IsSmall = false,
    int Indent = 0
);

/// <summary>The looks that a workbook uses, numbered as they come; headings are Excel's own cell styles.</summary>
internal sealed class ExcelStyles
{
    public const string Mincho = "ＭＳ 明朝";
    public const string Size = "10.5";
    public const string SmallSize = "8";
    private const string Gothic = "ＭＳ ゴシック";

    /// <summary>Excel's own styles 見出し 1 to 見出し 4 bear these numbers.</summary>
    private const int FirstHeadingStyle = 16;
    private const int HeadingStyles = 4;
    private static readonly int[] HeadingSizes = [16, 13, 12, 11, 11, 11];

    private readonly List<ExcelLook> looks = [new()];

    public int Of(ExcelLook look)
    {
        var at = looks.IndexOf(look);
        if (at >= 0)
            return at;
        looks.Add(look);
        return looks.Count - 1;
    }

    public XElement ToXml() =>
        new(
            X + "styleSheet",
            Formats(),
            new XElement(
                X + "fonts",
                new XAttribute("count", 2 + HeadingSizes.Length),
                Font(Mincho, Size, 1),
                Font(Mincho, SmallSize, 1),
                HeadingSizes.Select(size => Font(Gothic, size.ToString(CultureInfo.InvariantCulture), 3))
            ),
            new XElement(
                X + "fills",
                new XAttribute("count", 3),
                Fill("none"),
                Fill("gray125"),
                new XElement(
                    X + "fill",
                    new XElement(
                        X + "patternFill",
                        new XAttribute("patternType", "solid"),
                        new XElement(X + "fgColor", new XAttribute("rgb", "FFEDEDED")),
                        new XElement(X + "bgColor", new XAttribute("indexed", 64))
                    )
                )
            ),
            new XElement(X + "borders", new XAttribute("count", 2), Border(null), Border("thin")),
            new XElement(
                X + "cellStyleXfs",
                new XAttribute("count", 1 + HeadingStyles),
                Xf(0, 0),
                Enumerable.Range(1, HeadingStyles).Select(level => Xf(0, 1 + level))
            ),
            new XElement(X + "cellXfs", new XAttribute("count", looks.Count), looks.Select(CellXf)),
            new XElement(
                X + "cellStyles",
                new XAttribute("count", 1 + HeadingStyles),
                Named("Normal", 0, 0),
                Enumerable.Range(1, HeadingStyles).Select(i => Named($"Heading {i}", i, FirstHeadingStyle + i - 1))
            )
        );

    private XElement? Formats()
    {
        var decimals = looks.Select(look => look.Decimals).Where(count => count >= 0).Distinct().Order().ToList();
        return decimals.Count == 0
            ? null
            : new XElement(
                X + "numFmts",
                new XAttribute("count", decimals.Count),
                decimals.Select(count => new XElement(
                    X + "numFmt",
                    new XAttribute("numFmtId", FormatOf(count)),
                    new XAttribute("formatCode", count == 0 ? "#,##0" : "#,##0." + new string('0', count))
                ))
            );
    }

    private static int FormatOf(int decimals) => decimals < 0 ? 0 : 164 + decimals;

    private static XElement CellXf(ExcelLook look)
    {
        var font =
            look.Heading > 0 ? 1 + Math.Min(look.Heading, HeadingSizes.Length)
            : look.IsSmall ? 1
            : 0;
        var xf = Xf(FormatOf(look.Decimals), font);
        xf.SetAttributeValue("fillId", look.IsHead ? 2 : 0);
        xf.SetAttributeValue("borderId", look.HasBorder ? 1 : 0);
        xf.Add(
            new XAttribute("xfId", Math.Min(look.Heading, HeadingStyles)),
            new XAttribute("applyNumberFormat", look.Decimals >= 0 ? 1 : 0),
            new XAttribute("applyFont", 1),
            new XAttribute("applyFill", 1),
            new XAttribute("applyBorder", 1),
            new XAttribute("applyAlignment", 1)
        );
        if (look.IsQuoted)
            xf.Add(new XAttribute("quotePrefix", 1));
        xf.Add(
            new XElement(
                X + "alignment",
                look.Alignment switch
                {
                    WrittenAlignment.Centre => new XAttribute("horizontal", "center"),
                    WrittenAlignment.End => new XAttribute("horizontal", "right"),
                    _ => new XAttribute("horizontal", "left"),
                },
                new XAttribute("vertical", "top"),
                new XAttribute("wrapText", 1),
                look.Indent > 0 ? new XAttribute("indent", Math.Min(look.Indent, 15)) : null
            )
        );
        return xf;
    }

    private static XElement Xf(int format, int font) =>
        new(
            X + "xf",
            new XAttribute("numFmtId", format),
            new XAttribute("fontId", font),
            new XAttribute("fillId", 0),
            new XAttribute("borderId", 0)
        );

    private static XElement Font(string name, string size, int family) =>
        new(
            X + "font",
            new XElement(X + "sz", new XAttribute("val", size)),
            new XElement(X + "name", new XAttribute("val", name)),
            new XElement(X + "family", new XAttribute("val", family)),
            new XElement(X + "charset", new XAttribute("val", 128))
        );

    private static XElement Fill(string pattern) =>
        new(X + "fill", new XElement(X + "patternFill", new XAttribute("patternType", pattern)));

    private static XElement Border(string? line) =>
        new(
            X + "border",
            ((string[])["left", "right", "top", "bottom"]).Select(side => new XElement(
                X + side,
                line is null ? null : new XAttribute("style", line),
                line is null ? null : new XElement(X + "color", new XAttribute("auto", 1))
            )),
            new XElement(X + "diagonal")
        );

    private static XElement Named(string name, int xf, int builtIn) =>
        new(
            X + "cellStyle",
            new XAttribute("name", name),
            new XAttribute("xfId", xf),
            new XAttribute("builtinId", builtIn)
        );
}
