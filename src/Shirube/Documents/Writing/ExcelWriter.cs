using System.Xml.Linq;

namespace Shirube.Documents.Writing;

/// <summary>
/// Writes a document as an Excel workbook of one sheet, laid out for paper: text over the whole width, tables on a grid
/// of columns that all of them share, numbers as numbers. The same document gives the same bytes.
/// </summary>
public static class ExcelWriter
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static byte[] Write(WrittenDocument document)
    {
        using var package = new PackageBytes();
        PackageParts.Open(
            package,
            document.Title,
            ("xl/workbook.xml", Type + "sheet.main+xml"),
            ("xl/worksheets/sheet1.xml", Type + "worksheet+xml"),
            ("xl/styles.xml", Type + "styles+xml")
        );
        package.Add(
            "xl/_rels/workbook.xml.rels",
            PackageParts.Related(
                (PackageParts.Relations + "/worksheet", "worksheets/sheet1.xml"),
                (PackageParts.Relations + "/styles", "styles.xml")
            )
        );
        package.Add("xl/workbook.xml", Workbook(document));
        var styles = new ExcelStyles();
        var sheet = new ExcelSheet(document, styles).ToXml();
        package.Add("xl/styles.xml", styles.ToXml());
        package.Add("xl/worksheets/sheet1.xml", sheet);
        return package.ToArray();
    }

    private static XElement Workbook(WrittenDocument document) =>
        new(
            ExcelMarkup.X + "workbook",
            new XAttribute(XNamespace.Xmlns + "r", PackageParts.Relations),
            new XElement(ExcelMarkup.X + "bookViews", new XElement(ExcelMarkup.X + "workbookView")),
            new XElement(
                ExcelMarkup.X + "sheets",
                new XElement(
                    ExcelMarkup.X + "sheet",
                    new XAttribute("name", SheetName(document.Title)),
                    new XAttribute("sheetId", 1),
                    new XAttribute(XName.Get("id", PackageParts.Relations), "rId1")
                )
            )
        );

    /// <summary>At most 31 signs, none of those that Excel forbids, no apostrophe at an end.</summary>
    private static string SheetName(string title)
    {
        var name = string.Concat(WrittenText.Clean(title).Where(c => !"[]:*?/\\\n\t".Contains(c))).Trim(' ', '\'');
        if (name.Length > 31)
            name = name[..(char.IsHighSurrogate(name[30]) ? 30 : 31)].Trim(' ', '\'');
        return name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase) ? "Sheet1" : name;
    }
}
