using System.Globalization;
using System.Text;
using System.Xml;

namespace Shirube.Documents.Formats.Excel;

/// <summary>Reads the part of one sheet from front to back, keeping only cells that show something.</summary>
internal sealed class SheetReader(Workbook book, XmlReader xml, int mostCells, CancellationToken cancel)
{
    private const int MostMerged = 50_000;
    private const int MostHiddenRanges = 200;

    private readonly SheetCells sheet = new();
    private int row = -1;
    private int column = -1;
    private int characters;

    public SheetCells Read()
    {
        try
        {
            xml.Read();
            while (!xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element || !Enter())
                    xml.Read();
            }
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            sheet.IsDamaged = true;
        }
        return sheet;
    }

    /// <summary>True when the element was read to its end and the reader stands behind it.</summary>
    private bool Enter()
    {
        switch (xml.LocalName)
        {
            case "col":
                if (IsOn(xml.GetAttribute("hidden")) && sheet.HiddenColumns.Count < MostHiddenRanges)
                    sheet.HiddenColumns.Add((Number("min") - 1, Number("max") - 1));
                return false;
            case "row":
                cancel.ThrowIfCancellationRequested();
                row = Number("r") is > 0 and var stated ? stated - 1 : row + 1;
                column = -1;
                if (IsOn(xml.GetAttribute("hidden")))
                    sheet.HiddenRows.Add(row);
                return false;
            case "c":
                ReadCell();
                return true;
            case "mergeCell":
                if (
                    sheet.Merged.Count < MostMerged
                    && CellReference.TryParseRange(xml.GetAttribute("ref") ?? "", out var range)
                )
                    sheet.Merged.Add(range);
                return false;
            default:
                return false;
        }
    }

    private void ReadCell()
    {
        if (CellReference.TryParse(xml.GetAttribute("r"), out var statedRow, out var statedColumn))
            (row, column) = (statedRow, statedColumn);
        else
            column++;
        var type = xml.GetAttribute("t") ?? "n";
        var style = Number("s");
        string? value = null;
        var hasFormula = false;
        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        while (!isEmpty && !xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is")
                value = SharedStrings.TextOf(xml);
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v")
                value = ContentOf();
            else
            {
                hasFormula |= xml is { NodeType: XmlNodeType.Element, LocalName: "f" };
                xml.Read();
            }
        }
        if (!isEmpty)
            xml.Read();
        if (value is null && hasFormula)
            sheet.Unknown.Add(CellReference.Of(row, column));
        else if (value is not null)
            Add(type, value, style);
    }

    private string ContentOf()
    {
        var text = new StringBuilder();
        XmlText.AppendContent(xml, text);
        return text.ToString();
    }

    private void Add(string type, string value, int style)
    {
        var format = book.FormatOf(style);
        var cell = type switch
        {
            "s" => Text(format, book.Strings[int.TryParse(value, CultureInfo.InvariantCulture, out var i) ? i : -1]),
            "str" or "inlineStr" => Text(format, value),
            "b" => (value.Trim() == "1" ? "TRUE" : "FALSE", null),
            "e" => Error(value),
            "d" => (IsoDate(value, format), null),
            _ => Numeric(value, format),
        };
        if (string.IsNullOrWhiteSpace(cell.Text))
            return;
        characters += cell.Text.Length;
        if (sheet.Cells.Count >= mostCells || characters > ReadingLimits.Characters)
            sheet.IsCut = true;
        else
            sheet.Cells.Add(
                new SheetCell(row, column, cell.Text.Trim(), cell.Number) { Heading = book.HeadingOf(style) }
            );
    }

    private (string Text, decimal? Number) Text(NumberFormat format, string? text)
    {
        if (text is not null)
            return (format.Show(text), null);
        sheet.Unknown.Add(CellReference.Of(row, column));
        return ("", null);
    }

    private (string Text, decimal? Number) Error(string value)
    {
        sheet.Errors.Add((CellReference.Of(row, column), value));
        return (value, null);
    }

    private (string Text, decimal? Number) Numeric(string value, NumberFormat format)
    {
        // Files hold the nearest binary number (5.9999999999999996); fifteen digits are what people typed.
        if (
            !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored)
            || Math.Abs(stored) > 7.9e27
            || double.IsNaN(stored)
        )
            return (value, null);
        var number = (decimal)stored;
        return (format.Show(number, book.From1904), format.IsDate ? null : number);
    }

    private static string IsoDate(string value, NumberFormat format)
    {
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return value;
        var serial = (decimal)(day - new DateTime(1899, 12, 30)).TotalDays;
        return format.IsDate ? format.Show(serial) : day.ToString("yyyy/M/d", CultureInfo.InvariantCulture);
    }

    private static bool IsOn(string? text) => text is "1" or "true" or "on";

    private int Number(string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
