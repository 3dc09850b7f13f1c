using System.Globalization;
using Shirube.Documents.Formats.Excel;
using Shirube.Documents.Writing;

namespace Shirube.Documents.Forms;

/// <summary>Markup of the cells of a filled form: they keep their place and their look.</summary>
internal static class ExcelSplice
{
    public static string Cell(XmlSpan cell, FormValue value) =>
        Write(cell.Prefix, cell.Attribute("r") ?? "", cell.Attribute("s"), value);

    /// <summary>Cells that the sheet leaves out, put into their rows in the order of the columns.</summary>
    public static IEnumerable<(int Start, int End, string Text)> Insert(
        XmlSpan sheet,
        IEnumerable<(int Row, int Column, FormValue Value)> cells
    )
    {
        var data = sheet.First("sheetData")!;
        var rows = data.Named("row")
            .Select(row => (Row: row, At: int.TryParse(row.Attribute("r"), out var at) ? at : -1))
            .ToList();
        foreach (var line in cells.GroupBy(cell => cell.Row))
        {
            var number = (line.Key + 1).ToString(CultureInfo.InvariantCulture);
            var row = rows.Find(one => one.At == line.Key + 1).Row;
            var ordered = line.OrderBy(cell => cell.Column).ToList();
            if (row is { IsEmptyTag: false })
            {
                foreach (var (_, column, value) in ordered)
                    yield return Into(row, line.Key, column, value);
                continue;
            }
            var written = string.Concat(
                ordered.Select(cell => Write(data.Prefix, CellReference.Of(line.Key, cell.Column), null, cell.Value))
            );
            if (row is not null)
                yield return (row.Start, row.End, row.Outer[..^2] + $">{written}</{row.Name}>");
            else
            {
                var next = rows.Find(one => one.At > line.Key + 1).Row;
                var place = next?.Start ?? data.ContentEnd;
                yield return (place, place, $"<{data.Prefix}row r=\"{number}\">{written}</{data.Prefix}row>");
            }
        }
    }

    /// <summary>Asks Excel to work its formulas out when it opens the file.</summary>
    public static string CalculateOnLoad(string book)
    {
        var root = XmlSpan.Parse(book);
        if (root.First("calcPr") is { } set)
        {
            if (set.Attribute("fullCalcOnLoad") is not null)
                return book;
            var at = set.Start + 1 + set.Name.Length;
            return book.Insert(at, " fullCalcOnLoad=\"1\"");
        }
        // In the order of the schema it follows the names and external references.
        var before = root.Children.Last(child =>
            child.Local
                is "fileVersion"
                    or "fileSharing"
                    or "workbookPr"
                    or "workbookProtection"
                    or "bookViews"
                    or "sheets"
                    or "functionGroups"
                    or "externalReferences"
                    or "definedNames"
        );
        return book.Insert(before.End, $"<{root.Prefix}calcPr fullCalcOnLoad=\"1\"/>");
    }

    private static (int, int, string) Into(XmlSpan row, int index, int column, FormValue value)
    {
        var next = row.Named("c")
            .FirstOrDefault(cell => CellReference.TryParse(cell.Attribute("r"), out _, out var at) && at > column);
        var place = next?.Start ?? row.ContentEnd;
        return (place, place, Write(row.Prefix, CellReference.Of(index, column), null, value));
    }

    private static string Write(string prefix, string reference, string? style, FormValue value)
    {
        var tag =
            $"<{prefix}c{(reference.Length > 0 ? $" r=\"{reference}\"" : "")}{(style is null ? "" : $" s=\"{style}\"")}";
        if (value.Number is { } number)
            return string.Create(CultureInfo.InvariantCulture, $"{tag}><{prefix}v>{number}</{prefix}v></{prefix}c>");
        var text = XmlSpan.Escape(WrittenText.Clean(value.Text));
        return $"{tag} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is></{prefix}c>";
    }
}
