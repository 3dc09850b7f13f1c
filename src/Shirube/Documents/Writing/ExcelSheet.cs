using System.Globalization;
using System.Xml.Linq;
using Shirube.Documents.Formats.Excel;
using static Shirube.Documents.Writing.ExcelMarkup;

namespace Shirube.Documents.Writing;

/// <summary>One sheet of a written workbook, row by row.</summary>
internal sealed class ExcelSheet
{
    /// <summary>Points; Excel allows 409. What needs more is spread over several rows, merged.</summary>
    private const int TallestRow = 400;

    private readonly WrittenDocument document;
    private readonly ExcelStyles styles;
    private readonly Dictionary<WrittenTable, PlacedTable> tables;
    private readonly ExcelGrid grid;
    private readonly List<XElement> rows = [];
    private readonly List<string> merges = [];
    private int next;

    /// <param name="blocks">Those of the document that stand on this sheet.</param>
    public ExcelSheet(WrittenDocument document, IReadOnlyList<WrittenBlock> blocks, ExcelStyles styles)
    {
        this.document = document;
        this.styles = styles;
        tables = new Dictionary<WrittenTable, PlacedTable>(ReferenceEqualityComparer.Instance);
        foreach (var table in blocks.OfType<WrittenTable>())
            tables.TryAdd(table, PlacedTable.Of(table));
        grid = ExcelGrid.Of(tables.Values, ExcelPage.TextWidth(document.Paper));
        foreach (var block in blocks)
            Add(block);
    }

    public XElement ToXml() =>
        new(
            X + "worksheet",
            new XElement(X + "sheetPr", new XElement(X + "pageSetUpPr", new XAttribute("fitToPage", 1))),
            new XElement(
                X + "sheetViews",
                new XElement(X + "sheetView", new XAttribute("showGridLines", 0), new XAttribute("workbookViewId", 0))
            ),
            new XElement(X + "sheetFormatPr", new XAttribute("defaultRowHeight", 15)),
            new XElement(
                X + "cols",
                grid.Widths.Select(
                    (width, i) =>
                        new XElement(
                            X + "col",
                            new XAttribute("min", i + 1),
                            new XAttribute("max", i + 1),
                            new XAttribute("width", width),
                            new XAttribute("customWidth", 1)
                        )
                )
            ),
            new XElement(X + "sheetData", rows),
            merges.Count == 0
                ? null
                : new XElement(
                    X + "mergeCells",
                    new XAttribute("count", merges.Count),
                    merges.Select(range => new XElement(X + "mergeCell", new XAttribute("ref", range)))
                ),
            ExcelPage.Setup(document)
        );

    private void Add(WrittenBlock block)
    {
        switch (block)
        {
            case WrittenHeading heading:
                Text(heading.Text, new ExcelLook(Heading: Math.Clamp(heading.Level, 1, 6)));
                break;
            case WrittenParagraph paragraph:
                Text(
                    paragraph.Text,
                    new ExcelLook(
                        Alignment: paragraph.Alignment,
                        Indent: paragraph.Indent,
                        IsQuoted: IsQuoted(paragraph.Text)
                    )
                );
                break;
            case WrittenTable table:
                // A blank row on either side parts a table from the text and from the next one.
                next += next == 0 ? 0 : 1;
                Table(tables[table]);
                next++;
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private void Text(string written, ExcelLook look)
    {
        var text = WrittenText.Clean(written);
        if (string.IsNullOrWhiteSpace(text))
        {
            next++;
            return;
        }
        var height = ExcelPage.Height(text, grid.WidthOf(0, grid.Count) - (2 * look.Indent), look.Heading);
        var count = (height + TallestRow - 1) / TallestRow;
        for (var i = 0; i < count; i++)
        {
            var row = Row(next + i, height / count);
            row.Add(i == 0 ? ExcelMarkup.Text(next, 0, text, styles.Of(look)) : Blank(next + i, 0, styles.Of(look)));
        }
        Merge(next, 0, count, grid.Count);
        next += count;
    }

    private void Table(PlacedTable table)
    {
        var starts = grid.Place(table);
        for (var row = 0; row < table.RowCount; row++)
        {
            var line = Row(next + row, HeightOf(table, row, starts));
            for (var column = 0; column < table.ColumnCount; column++)
            {
                var cell = table.At(row, column);
                var isFirst = cell.Row == row && cell.Column == column;
                for (var at = starts[column]; at < starts[column + 1]; at++)
                    line.Add(Cell(table, cell, next + row, at, isFirst && at == starts[column]));
                if (isFirst)
                    Merge(next + row, starts[column], cell.RowSpan, starts[column + cell.ColumnSpan] - starts[column]);
            }
        }
        next += table.RowCount;
    }

    private XElement Cell(PlacedTable table, PlacedCell placed, int row, int column, bool isFirst)
    {
        var cell = placed.Cell;
        var text = WrittenText.Clean(cell.Text);
        var look = new ExcelLook(
            HasBorder: true,
            IsHead: cell.IsHead || placed.Row < table.HeadRows,
            Alignment: cell.Paragraphs.Count > 0 ? cell.Paragraphs[0].Alignment : WrittenAlignment.Start,
            Decimals: cell.Number is null ? -1 : cell.Decimals,
            IsQuoted: cell.Number is null && IsQuoted(text),
            IsSmall: table.Table.IsSmall
        );
        var style = styles.Of(look);
        if (!isFirst || text.Length == 0)
            return Blank(row, column, style);
        return cell.Number is { } number ? Number(row, column, number, style)
            : Looks(cell) is { Count: > 0 } runs
                ? Runs(
                    row,
                    column,
                    runs,
                    ExcelStyles.Mincho,
                    look.IsSmall ? ExcelStyles.SmallSize : ExcelStyles.Size,
                    style
                )
            : ExcelMarkup.Text(row, column, text, style);
    }

    /// <summary>The pieces of a cell's text, its paragraphs parted by line ends; none where all look alike.</summary>
    private static List<WrittenRun> Looks(WrittenCell cell) =>
        cell
            .Paragraphs.SelectMany(paragraph => paragraph.Runs)
            .Any(run => run.IsUnderlined || run.IsBold || run.IsStruck)
            ?
            [
                .. cell
                    .Paragraphs.SelectMany(
                        (paragraph, at) => at == 0 ? paragraph.Runs : paragraph.Runs.Prepend(new WrittenRun("\n"))
                    )
                    .Select(run => run with { Text = WrittenText.Clean(run.Text) })
                    .Where(run => run.Text.Length > 0),
            ]
            : [];

    /// <summary>Excel fits no row to merged cells, so the height is worked out; a cell over several rows shares them.</summary>
    private int HeightOf(PlacedTable table, int row, int[] starts)
    {
        var height = 0;
        for (var column = 0; column < table.ColumnCount; column++)
        {
            var cell = table.At(row, column);
            if (cell.Column != column)
                continue;
            var width = grid.WidthOf(starts[column], starts[column + cell.ColumnSpan] - starts[column]);
            var own = ExcelPage.Height(WrittenText.Clean(cell.Cell.Text), width, 0) / cell.RowSpan;
            height = Math.Max(height, own);
        }
        return Math.Min(height, TallestRow);
    }

    private XElement Row(int row, int height)
    {
        var made = new XElement(
            X + "row",
            new XAttribute("r", row + 1),
            new XAttribute("ht", height.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("customHeight", 1)
        );
        rows.Add(made);
        return made;
    }

    private void Merge(int row, int column, int height, int width)
    {
        if (height > 1 || width > 1)
            merges.Add($"{CellReference.Of(row, column)}:{CellReference.Of(row + height - 1, column + width - 1)}");
    }

    private static bool IsQuoted(string text) => text is ['=' or '+' or '-' or '@' or '\t', _, ..];
}
