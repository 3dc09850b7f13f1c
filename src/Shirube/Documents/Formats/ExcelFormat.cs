using System.Globalization;
using System.Xml;
using Shirube.Documents.Formats.Excel;

namespace Shirube.Documents.Formats;

/// <summary>Excel workbooks: a page a sheet, a line a row, numbers as they are shown with the stored ones beside them.</summary>
internal static class ExcelFormat
{
    private const long MostBytesOfASheet = 256L * 1024 * 1024;
    private const int MostSheets = 500;

    public static SourceDocument Read(string fileName, byte[] content, CancellationToken cancel = default)
    {
        using var zip = ZipParts.Open(fileName, content);
        var text = new RunningText(fileName, DocumentFormat.Excel);
        var left = ReadingLimits.Cells;
        var book = Open(fileName, zip);
        text.PageCount = book.Sheets.Count;
        var pictures = zip.Names.Count(name => name.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase));
        if (pictures > 0)
            text.Notice(new Finding("DOC013", Severity.Note, null, pictures));
        foreach (var (part, index) in book.Sheets.Take(MostSheets).Select((part, index) => (part, index)))
        {
            if (text.IsFull || !zip.Has(part.Part))
                break;
            text.Page = index + 1;
            text.BeginBlock();
            if (!part.IsWorksheet)
            {
                text.Notice(new Finding("DOC015", Severity.Note, null, part.Name));
                continue;
            }
            using var xml = OpenSheet(zip, part);
            if (xml is null)
            {
                text.Notice(new Finding("DOC017", Severity.Error, null, part.Name, part.Part));
                continue;
            }
            var sheet = new SheetReader(book, xml, left, cancel).Read();
            left -= sheet.Cells.Count;
            SheetLayout.AddTo(text, sheet, part.Name, part.IsHidden);
            Report(text, part, sheet);
        }
        return text.Build();
    }

    /// <summary>Null when not even the sheet's first bytes can be unpacked.</summary>
    private static XmlReader? OpenSheet(ZipParts zip, SheetPart part)
    {
        try
        {
            return zip.Xml(part.Part, MostBytesOfASheet);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Workbook Open(string fileName, ZipParts zip)
    {
        try
        {
            return Workbook.Read(zip);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            throw new DocumentRefusedException("FILE008", fileName, "Excel (.xlsx)", "xl/workbook.xml");
        }
    }

    private static void Report(RunningText text, SheetPart part, SheetCells sheet)
    {
        var hidden = HiddenParts(sheet);
        if (part.IsHidden)
            text.Notice(new Finding("DOC008", Severity.Warning, null, part.Name, part.Name));
        else if (hidden.Length > 0)
            text.Notice(new Finding("DOC008", Severity.Warning, null, part.Name, hidden));
        NoticeEach(text, sheet.Unknown, at => new Finding("DOC009", Severity.Warning, null, $"{part.Name}!{at}"));
        NoticeEach(
            text,
            sheet.Errors,
            cell => new Finding("DOC010", Severity.Warning, null, $"{part.Name}!{cell.Reference}", cell.Error)
        );
        if (sheet.IsDamaged)
            text.Notice(new Finding("DOC017", Severity.Error, null, part.Name, part.Part));
        if (sheet.IsCut)
            text.StopEarly();
    }

    private static void NoticeEach<T>(RunningText text, List<T> items, Func<T, Finding> notice)
    {
        foreach (var item in items.Take(ReadingLimits.NoticesOfAKind))
            text.Notice(notice(item));
        if (items.Count > ReadingLimits.NoticesOfAKind)
        {
            var code = notice(items[0]).Code;
            text.Notice(
                new Finding("DOC019", Severity.Warning, null, items.Count - ReadingLimits.NoticesOfAKind, code)
            );
        }
    }

    /// <summary>Hidden rows and columns that hold something, as people name them: 3, 5, C:D.</summary>
    private static string HiddenParts(SheetCells sheet)
    {
        var rows = sheet
            .Cells.Where(cell => sheet.HiddenRows.Contains(cell.Row))
            .Select(cell => (cell.Row + 1).ToString(CultureInfo.InvariantCulture));
        var columns = sheet
            .HiddenColumns.Where(range => sheet.Cells.Exists(c => range.First <= c.Column && c.Column <= range.Last))
            .Select(range =>
                CellReference.ColumnName(range.First) + ":" + CellReference.ColumnName(Math.Min(range.Last, 16_383))
            );
        return string.Join(", ", rows.Distinct().Concat(columns).Take(ReadingLimits.NoticesOfAKind));
    }
}
