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
