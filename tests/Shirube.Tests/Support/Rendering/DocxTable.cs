using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Tests.Support.Rendering;

internal static class DocxTable
{
    public static Table Of(RenderedTable table, Paper paper)
    {
        var width = (PaperSize.Millimetres(paper).Width - 40) / table.ColumnCount;
        var widths = table.Widths ?? [.. Enumerable.Repeat(width, table.ColumnCount)];
        var grid = new Table(
            Properties(table),
            new TableGrid(widths.Select(mm => new GridColumn { Width = Twips(mm) }))
        );
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (row < table.HeaderRows)
                properties.Append(new TableHeader());
            grid.Append(new TableRow([properties, .. Cells(table, row, widths)]));
        }
        return grid;
    }

    private static IEnumerable<TableCell> Cells(RenderedTable table, int row, IReadOnlyList<double> widths)
    {
        for (var column = 0; column < widths.Count; )
        {
            var cell = table.Cells.First(c =>
                c.Row <= row && row < c.Row + c.RowSpan && c.Column <= column && column < c.Column + c.ColumnSpan
            );
            var covered = cell.Row < row;
            yield return Cell(
                cell.Cell,
                widths.Skip(column).Take(cell.ColumnSpan).Sum(),
                covered,
                row < table.HeaderRows
            );
            column += cell.ColumnSpan;
        }
    }

    /// <summary>The properties stand in the order of the schema; Word is strict about it.</summary>
    private static TableCell Cell(RenderedCell cell, double width, bool covered, bool header)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Twips(width) }
        );
        if (cell.ColumnSpan > 1)
            properties.Append(new GridSpan { Val = cell.ColumnSpan });
        if (cell.RowSpan > 1)
            properties.Append(covered ? new VerticalMerge() : new VerticalMerge { Val = MergedCellValues.Restart });
        if (header)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = "E6E6E6" });
        if (cell.Vertical)
            properties.Append(new TextDirection { Val = TextDirectionValues.TopToBottomRightToLeftRotated });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var justification = cell.Alignment switch
        {
            Alignment.Centre => JustificationValues.Center,
            Alignment.Right => JustificationValues.Right,
            _ => JustificationValues.Left,
        };
        var lines = covered ? [""] : cell.Text.Split('\n');
        var paragraphs = lines.Select(line => new W.Paragraph(
            new ParagraphProperties(new Justification { Val = justification }),
            DocxRendering.RunOf(line)
        ));
        return new TableCell([properties, .. paragraphs]);
    }

    private static TableProperties Properties(RenderedTable table)
    {
        var properties = new TableProperties();
        if (table.Floating)
            properties.Append(
                new TablePositionProperties
                {
                    RightFromText = 240,
                    VerticalAnchor = VerticalAnchorValues.Text,
                    HorizontalAnchor = HorizontalAnchorValues.Margin,
                    TablePositionX = 0,
                    TablePositionY = 60,
                }
            );
        properties.Append(Lines(table.Borders));
        properties.Append(new TableLayout { Type = TableLayoutValues.Fixed });
        return properties;
    }

    private static TableBorders Lines(Borders borders)
    {
        var outer = borders switch
        {
            Borders.Solid or Borders.Rows => BorderValues.Single,
            Borders.Dotted => BorderValues.Dotted,
            _ => BorderValues.None,
        };
        var side = borders == Borders.Rows ? BorderValues.None : outer;
        return new TableBorders(
            new TopBorder { Val = outer, Size = 4 },
            new LeftBorder { Val = side, Size = 4 },
            new BottomBorder { Val = outer, Size = 4 },
            new RightBorder { Val = side, Size = 4 },
            new InsideHorizontalBorder { Val = outer, Size = 4 },
            new InsideVerticalBorder { Val = side, Size = 4 }
        );
    }

    private static string Twips(double mm) => PaperSize.Twips(mm).ToString(CultureInfo.InvariantCulture);
}
