using System.Xml.Linq;
using Shirube.Documents.Formats.Excel;

namespace Shirube.Documents.Writing;

/// <summary>Names and cells of SpreadsheetML.</summary>
internal static class ExcelMarkup
{
    public static readonly XNamespace X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A text; it is text even where it looks like a formula.</summary>
    public static XElement Text(int row, int column, string text, int style) =>
        new(
            X + "c",
            new XAttribute("r", CellReference.Of(row, column)),
            new XAttribute("s", style),
            new XAttribute("t", "inlineStr"),
            new XElement(X + "is", new XElement(X + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text))
        );

    /// <summary>A text whose pieces look different; a piece names its whole font, or Excel falls back to another one.</summary>
    public static XElement Runs(
        int row,
        int column,
        IEnumerable<WrittenRun> runs,
        string font,
        string size,
        int style
    ) =>
        new(
            X + "c",
            new XAttribute("r", CellReference.Of(row, column)),
            new XAttribute("s", style),
            new XAttribute("t", "inlineStr"),
            new XElement(X + "is", runs.Select(run => Run(run, font, size)))
        );

    private static XElement Run(WrittenRun run, string font, string size) =>
        new(
            X + "r",
            new XElement(
                X + "rPr",
                new XElement(X + "rFont", new XAttribute("val", font)),
                new XElement(X + "charset", new XAttribute("val", 128)),
                new XElement(X + "family", new XAttribute("val", 1)),
                run.IsBold ? new XElement(X + "b") : null,
                run.IsStruck ? new XElement(X + "strike") : null,
                new XElement(X + "sz", new XAttribute("val", size)),
                run.IsUnderlined ? new XElement(X + "u") : null
            ),
            new XElement(X + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), run.Text)
        );

    public static XElement Number(int row, int column, decimal number, int style) =>
        new(
            X + "c",
            new XAttribute("r", CellReference.Of(row, column)),
            new XAttribute("s", style),
            new XElement(X + "v", number)
        );

    public static XElement Blank(int row, int column, int style) =>
        new(X + "c", new XAttribute("r", CellReference.Of(row, column)), new XAttribute("s", style));
}
