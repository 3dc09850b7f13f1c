using System.Globalization;
using Shirube.Documents.Formats;
using Shirube.Documents.Formats.Excel;

namespace Shirube.Documents.Forms;

/// <summary>A form in Excel: the cells of its visible sheets. Cells with formulas are never filled.</summary>
internal sealed class ExcelFormFile : FormFile
{
    private const string BookPart = "xl/workbook.xml";

    /// <summary>A range that covers more stands around the form and is no place of it.</summary>
    private const long MostMerged = 100_000;
    private const int MostRanges = 5_000;

    private readonly Dictionary<string, (string Source, XmlSpan Root)> sheets = [];
    private readonly Dictionary<int, (string Part, int Row, int Column, XmlSpan? Cell)> targets = [];
    private readonly Workbook book;
    private readonly string bookSource;
    private bool hasFormulas;

    public ExcelFormFile(byte[] content, ZipParts zip)
        : base(content)
    {
        book = Workbook.Read(zip);
        bookSource = Read(zip, BookPart);
        foreach (var sheet in book.Sheets.Where(sheet => sheet is { IsHidden: false, IsWorksheet: true }))
        {
            var source = Read(zip, sheet.Part);
            var root = Parse(source);
            sheets[sheet.Part] = (source, root);
            Add(Cells(sheet, root), (row, column) => PlaceOf(sheet, row, column, null));
        }
    }

    protected override IReadOnlyDictionary<string, byte[]> Changed(IReadOnlyDictionary<int, FormValue> values)
    {
        var changed = new Dictionary<string, byte[]>();
        foreach (var part in values.Keys.GroupBy(id => targets[id].Part))
        {
            var (source, root) = sheets[part.Key];
            var pieces = new List<(int, int, string)>();
            foreach (var id in part.Where(id => targets[id].Cell is not null))
            {
                var cell = targets[id].Cell!;
                pieces.Add((cell.Start, cell.End, ExcelSplice.Cell(cell, values[id])));
            }
            var missing = part.Where(id => targets[id].Cell is null)
                .Select(id => (targets[id].Row, targets[id].Column, values[id]));
            pieces.AddRange(ExcelSplice.Insert(root, missing));
            changed[part.Key] = Bytes(XmlSpan.Splice(source, pieces));
        }
        // Results that the file keeps beside its formulas are those of the empty form.
        if (hasFormulas && changed.Count > 0)
            changed[BookPart] = Bytes(ExcelSplice.CalculateOnLoad(bookSource));
        return changed;
    }

    private List<FormCell> Cells(SheetPart sheet, XmlSpan root)
    {
        var merged = (root.First("mergeCells")?.Named("mergeCell") ?? [])
            .Select(merge =>
                CellReference.TryParseRange(merge.Attribute("ref") ?? "", out var range) ? range : (CellRange?)null
            )
            .OfType<CellRange>()
            .ToList();
        if (merged.Count > MostRanges)
            throw new FormSizeException();
        var byTop = merged.DistinctBy(range => (range.Top, range.Left)).ToDictionary(range => (range.Top, range.Left));
        var cells = new List<FormCell>();
        var row = -1;
        foreach (var line in root.First("sheetData")?.Named("row") ?? [])
        {
            row = int.TryParse(line.Attribute("r"), out var stated) ? stated - 1 : row + 1;
            var column = -1;
            var inRow = merged.FindAll(range => row >= range.Top && row <= range.Bottom);
            foreach (var cell in line.Named("c"))
            {
                column = CellReference.TryParse(cell.Attribute("r"), out _, out var at) ? at : column + 1;
                if (inRow.Exists(range => Covers(range, row, column)))
                    continue;
                var (height, width) = byTop.TryGetValue((row, column), out var range)
                    ? (range.Bottom - range.Top + 1, range.Right - range.Left + 1)
                    : (1, 1);
                cells.Add(new FormCell(row, column, height, width, PlaceOf(sheet, row, column, cell)));
            }
        }
        return cells.FindAll(cell => cell.RowSpan * (long)cell.ColumnSpan < MostMerged);
    }

    /// <summary>Inside a merged range of its row, but not its first cell.</summary>
    private static bool Covers(CellRange range, int row, int column) =>
        column >= range.Left && column <= range.Right && (row, column) != (range.Top, range.Left);

    private FormPlace PlaceOf(SheetPart sheet, int row, int column, XmlSpan? cell)
    {
        var isFormula = cell?.First("f") is not null;
        hasFormulas |= isFormula;
        var text = cell is null ? "" : TextOf(cell);
        var place = new FormPlace(targets.Count, $"{sheet.Name}!{CellReference.Of(row, column)}", text)
        {
            IsOpen = !isFormula && OpenText.Is(text),
            IsFormula = isFormula,
            Exists = cell is not null,
        };
        targets[place.Id] = (sheet.Part, row, column, cell);
        return place;
    }

    private string TextOf(XmlSpan cell) =>
        cell.Attribute("t") switch
        {
            "s" => book.Strings[int.TryParse(cell.First("v")?.Text, CultureInfo.InvariantCulture, out var i) ? i : -1]
                ?? "",
            "inlineStr" => string.Concat(
                cell.Descendants().Where(one => one is { Local: "t", Parent.Local: not "rPh" }).Select(one => one.Text)
            ),
            _ => cell.First("v")?.Text ?? "",
        };
}
