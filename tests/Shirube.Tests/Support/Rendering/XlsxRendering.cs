using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Tests.Support.Rendering;

/// <summary>Excel: one sheet, everything under one another, merged cells, numbers as numbers with their format.</summary>
internal static class XlsxRendering
{
    public static byte[] Write(RenderedDocument document, bool numbers)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var styles = new XlsxStyles(document.Font);
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = Sheet(document, numbers, styles);
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.ToStylesheet();
            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = "Sheet1",
                        SheetId = 1,
                        Id = book.GetIdOfPart(sheet),
                    }
                )
            );
        }
        return stream.ToArray();
    }

    private static Worksheet Sheet(RenderedDocument document, bool numbers, XlsxStyles styles)
    {
        var page = new XlsxSheet(document, numbers, styles);
        var (width, height) = PaperSize.Millimetres(document.Paper);
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            page.Columns(),
            page.Rows()
        );
        if (page.Merges.Count > 0)
            sheet.Append(new MergeCells(page.Merges.Select(range => new MergeCell { Reference = range })));
        sheet.Append(
            new PageSetup
            {
                PaperSize = document.Paper == Paper.A3Landscape ? 8U : 9U,
                Orientation = width > height ? OrientationValues.Landscape : OrientationValues.Portrait,
                FitToWidth = 1U,
                FitToHeight = 0U,
            }
        );
        if (page.Breaks.Count > 0)
            sheet.Append(
                new RowBreaks(
                    page.Breaks.Select(row => new Break
                    {
                        Id = row,
                        ManualPageBreak = true,
                        Max = 16383U,
                    })
                )
                {
                    Count = (uint)page.Breaks.Count,
                    ManualBreakCount = (uint)page.Breaks.Count,
                }
            );
        return sheet;
    }
}

internal sealed partial class XlsxSheet(RenderedDocument document, bool numbers, XlsxStyles styles)
{
    private readonly int columns = document.Tables.Select(table => table.ColumnCount).DefaultIfEmpty(1).Max();

    public List<string> Merges { get; } = [];
    public List<uint> Breaks { get; } = [];

    public Columns Columns()
    {
        return new Columns(
            Enumerable
                .Range(0, columns)
                .Select(i => new Column
                {
                    Min = (uint)i + 1,
                    Max = (uint)i + 1,
                    Width = WidthOf(i) / 1.9,
                    CustomWidth = true,
                })
        );
    }

    public SheetData Rows()
    {
        var sheet = new SheetData();
        var next = 1U;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    sheet.Append(TextRow(next++, heading.Text));
                    break;
                case Paragraph paragraph:
                    sheet.Append(TextRow(next++, paragraph.Text));
                    break;
                case PageBreak:
                    Breaks.Add(next - 1);
                    break;
                case RenderedTable table:
                    sheet.Append(TableRows(table, next));
                    next += (uint)table.Rows.Count + 1;
                    break;
            }
        }
        return sheet;
    }

    /// <summary>In millimetres; all tables of a sheet share its columns.</summary>
    private double WidthOf(int column) =>
        document.Tables.FirstOrDefault(table => table.Widths?.Count == columns)?.Widths![column]
        ?? (PaperSize.Millimetres(document.Paper).Width - 40) / columns;

    private Row TextRow(uint number, string text)
    {
        if (columns > 1)
            Merges.Add($"{Name(number, 0)}:{Name(number, columns - 1)}");
        return new Row(Text(text, Name(number, 0), styles.Index(null, Borders.None, Alignment.Left, false)))
        {
            RowIndex = number,
        };
    }

    private IEnumerable<Row> TableRows(RenderedTable table, uint first)
    {
        var grid = new Dictionary<(int, int), PlacedCell>();
        foreach (var cell in table.Cells)
        {
            for (var r = 0; r < cell.RowSpan; r++)
            for (var c = 0; c < cell.ColumnSpan; c++)
                grid[(cell.Row + r, cell.Column + c)] = cell;
            if (cell.RowSpan > 1 || cell.ColumnSpan > 1)
            {
                var end = Name(first + (uint)(cell.Row + cell.RowSpan - 1), cell.Column + cell.ColumnSpan - 1);
                Merges.Add($"{Name(first + (uint)cell.Row, cell.Column)}:{end}");
            }
        }
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var number = first + (uint)row;
            var cells = Enumerable
                .Range(0, table.ColumnCount)
                .Where(column => grid.ContainsKey((row, column)))
                .Select(column => CellAt(grid[(row, column)], row, column, Name(number, column), table.Borders));
            yield return new Row(cells)
            {
                RowIndex = number,
                Height = HeightOf(table, row),
                CustomHeight = true,
            };
        }
    }

    /// <summary>In points. LibreOffice cuts off what a row is too low for, so heights are set from the texts.</summary>
    private double HeightOf(RenderedTable table, int row)
    {
        const double Em = 12;
        var heights = table
            .Cells.Where(cell => cell.Row <= row && row < cell.Row + cell.RowSpan)
            .Select(cell =>
            {
                var width = Enumerable.Range(cell.Column, cell.ColumnSpan).Sum(WidthOf) * 72 / 25.4 - 6;
                var lines = cell.Cell.Vertical
                    ? cell.Text.Length
                    : cell.Text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length * Em / width)));
                return (lines * 1.4 * Em + 4) / cell.RowSpan;
            });
        return heights.Max();
    }

    private Cell CellAt(PlacedCell placed, int row, int column, string name, Borders borders)
    {
        var cell = placed.Cell;
        var covered = (placed.Row, placed.Column) != (row, column);
        var number = cell.Number ?? (numbers && PlainNumber().IsMatch(cell.Text) ? Parse(cell.Text) : null);
        var format = number is null ? null : cell.Format ?? FormatOf(cell.Text);
        var style = styles.Index(format, borders, cell.Alignment, cell.Vertical);
        if (covered)
            return new Cell { CellReference = name, StyleIndex = style };
        if (number is not { } value)
            return Text(cell.Text, name, style);
        return new Cell(new CellValue(value.ToString(CultureInfo.InvariantCulture)))
        {
            CellReference = name,
            StyleIndex = style,
        };
    }

    private static Cell Text(string text, string name, uint style) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = name,
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    private static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string FormatOf(string text)
    {
        var whole = text.Contains(',', StringComparison.Ordinal) ? "#,##0" : "0";
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? whole : $"{whole}.{new string('0', text.Length - point - 1)}";
    }

    private static string Name(uint row, int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
            letters = (char)('A' + (n - 1) % 26) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }

    [GeneratedRegex(@"^-?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?$")]
    private static partial Regex PlainNumber();
}
