using System.Xml.Linq;
using static Shirube.Documents.Writing.WordMarkup;

namespace Shirube.Documents.Writing;

/// <summary>Tables of a Word document: fixed columns, thin rules, heads that stand again on each page.</summary>
internal static class WordTableMarkup
{
    private const string HeadShade = "EDEDED";

    /// <param name="width">Of the text between the margins, in twentieths of a point.</param>
    public static XElement Of(WrittenTable table, int width)
    {
        var grid = PlacedTable.Of(table);
        var widths = grid.Widths(width);
        return new XElement(
            W + "tbl",
            Properties(table, width),
            new XElement(W + "tblGrid", widths.Select(column => new XElement(W + "gridCol", Attribute("w", column)))),
            Enumerable.Range(0, grid.RowCount).Select(row => Row(grid, row, widths))
        );
    }

    private static XElement Properties(WrittenTable table, int width) =>
        new(
            W + "tblPr",
            new XElement(W + "tblW", Attribute("w", width), Attribute("type", "dxa")),
            new XElement(
                W + "tblBorders",
                ((string[])["top", "left", "bottom", "right", "insideH", "insideV"]).Select(side => new XElement(
                    W + side,
                    Attribute("val", "single"),
                    Attribute("sz", 4),
                    Attribute("space", 0),
                    Attribute("color", "auto")
                ))
            ),
            new XElement(W + "tblLayout", Attribute("type", "fixed")),
            new XElement(
                W + "tblCellMar",
                new XElement(W + "left", Attribute("w", 70), Attribute("type", "dxa")),
                new XElement(W + "right", Attribute("w", 70), Attribute("type", "dxa"))
            ),
            table.Caption is { } caption ? Valued("tblCaption", WrittenText.Clean(caption)) : null
        );

    private static XElement Row(PlacedTable grid, int row, int[] widths)
    {
        var isHead = row < grid.HeadRows;
        return new XElement(
            W + "tr",
            isHead ? new XElement(W + "trPr", new XElement(W + "cantSplit"), new XElement(W + "tblHeader")) : null,
            Cells(grid, row, widths)
        );
    }

    private static IEnumerable<XElement> Cells(PlacedTable grid, int row, int[] widths)
    {
        for (var column = 0; column < grid.ColumnCount; )
        {
            var cell = grid.At(row, column);
            yield return Cell(grid.Table, cell, row, widths);
            column = cell.Column + cell.ColumnSpan;
        }
    }

    private static XElement Cell(WrittenTable table, PlacedCell placed, int row, int[] widths)
    {
        var isHead = placed.Cell.IsHead || placed.Row < table.HeadRows;
        var width = widths.Skip(placed.Column).Take(placed.ColumnSpan).Sum();
        var properties = new XElement(
            W + "tcPr",
            new XElement(W + "tcW", Attribute("w", width), Attribute("type", "dxa"))
        );
        if (placed.ColumnSpan > 1)
            properties.Add(Valued("gridSpan", placed.ColumnSpan));
        if (placed.RowSpan > 1)
            properties.Add(row == placed.Row ? Valued("vMerge", "restart") : new XElement(W + "vMerge"));
        if (isHead)
            properties.Add(
                new XElement(
                    W + "shd",
                    Attribute("val", "clear"),
                    Attribute("color", "auto"),
                    Attribute("fill", HeadShade)
                )
            );
        var isFirst = row == placed.Row;
        var style = table.IsSmall ? "TableSmall" : "TableText";
        var paragraphs = isFirst ? placed.Cell.Paragraphs.Select(one => WordParagraphs.Of(one, style)).ToList() : [];
        return new XElement(
            W + "tc",
            properties,
            paragraphs.Count > 0 ? paragraphs : [WordParagraphs.Of(new WrittenParagraph([]), style)]
        );
    }
}
