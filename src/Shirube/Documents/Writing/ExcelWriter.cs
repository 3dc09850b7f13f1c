using System.Globalization;
using System.Xml.Linq;

namespace Shirube.Documents.Writing;

/// <summary>
/// Writes a document as an Excel workbook laid out for paper: what a page break parts is a sheet with columns of its own.
/// Text goes over the whole width, the tables of a sheet share a grid of columns, numbers are numbers. The same document
/// gives the same bytes.
/// </summary>
public static class ExcelWriter
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestSheetName = 31;

    public static byte[] Write(WrittenDocument document)
    {
        var styles = new ExcelStyles();
        var parts = Parts(document.Blocks);
        var sheets = parts.ConvertAll(blocks => new ExcelSheet(document, blocks, styles).ToXml());
        var files = sheets.Select((_, i) => Invariant($"worksheets/sheet{i + 1}.xml")).ToList();
        using var package = new PackageBytes();
        PackageParts.Open(
            package,
            document.Title,
            [
                ("xl/workbook.xml", Type + "sheet.main+xml"),
                .. files.Select(file => ("xl/" + file, Type + "worksheet+xml")),
                ("xl/styles.xml", Type + "styles+xml"),
            ]
        );
        package.Add(
            "xl/_rels/workbook.xml.rels",
            PackageParts.Related([
                .. files.Select(file => (PackageParts.Relations + "/worksheet", file)),
                (PackageParts.Relations + "/styles", "styles.xml"),
            ])
        );
        package.Add("xl/workbook.xml", Workbook(Names(document, parts)));
        package.Add("xl/styles.xml", styles.ToXml());
        foreach (var (sheet, file) in sheets.Zip(files))
            package.Add("xl/" + file, sheet);
        return package.ToArray();
    }

    /// <summary>The blocks between page breaks, at least one part.</summary>
    private static List<List<WrittenBlock>> Parts(IReadOnlyList<WrittenBlock> blocks)
    {
        var parts = new List<List<WrittenBlock>> { new() };
        foreach (var block in blocks)
        {
            if (block is not WrittenPageBreak)
                parts[^1].Add(block);
            else if (parts[^1].Count > 0)
                parts.Add([]);
        }
        if (parts.Count > 1 && parts[^1].Count == 0)
            parts.RemoveAt(parts.Count - 1);
        return parts;
    }

    private static XElement Workbook(IEnumerable<string> names) =>
        new(
            ExcelMarkup.X + "workbook",
            new XAttribute(XNamespace.Xmlns + "r", PackageParts.Relations),
            new XElement(ExcelMarkup.X + "bookViews", new XElement(ExcelMarkup.X + "workbookView")),
            new XElement(
                ExcelMarkup.X + "sheets",
                names.Select(
                    (name, i) =>
                        new XElement(
                            ExcelMarkup.X + "sheet",
                            new XAttribute("name", name),
                            new XAttribute("sheetId", i + 1),
                            new XAttribute(XName.Get("id", PackageParts.Relations), Invariant($"rId{i + 1}"))
                        )
                )
            )
        );

    /// <summary>The first sheet is called as the document, the others by their first heading; no two alike.</summary>
    private static List<string> Names(WrittenDocument document, List<List<WrittenBlock>> parts)
    {
        var names = new List<string>();
        foreach (var (part, i) in parts.Select((part, i) => (part, i)))
        {
            var wanted = i == 0 ? document.Title : part.OfType<WrittenHeading>().FirstOrDefault()?.Text ?? "";
            var name = SheetName(wanted, Invariant($"Sheet{i + 1}"), LongestSheetName);
            for (var again = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); again++)
                name = SheetName(wanted, "Sheet", LongestSheetName - 4) + Invariant($"({again})");
            names.Add(name);
        }
        return names;
    }

    /// <summary>At most 31 signs, none of those that Excel forbids, no apostrophe at an end.</summary>
    private static string SheetName(string title, string otherwise, int longest)
    {
        var name = string.Concat(WrittenText.Clean(title).Where(c => !"[]:*?/\\\n\t".Contains(c))).Trim(' ', '\'');
        if (name.Length > longest)
            name = name[..(char.IsHighSurrogate(name[longest - 1]) ? longest - 1 : longest)].Trim(' ', '\'');
        return name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase) ? otherwise : name;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
