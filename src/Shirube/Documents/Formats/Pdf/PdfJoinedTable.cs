using System.Text;
using Shirube.Documents.Text;

namespace Shirube.Documents.Formats.Pdf;

/// <summary>A table that may run on over page breaks; collects its cells as its rows are written into the running text.</summary>
internal sealed class PdfJoinedTable(PdfTable first, int page)
{
    private const double Near = 2.5;
    private readonly double[] xs = first.Grid.Xs;
    private readonly List<string> headings = Signatures(first);
    private readonly List<Cell> cells = [];
    private int rows;
    private PdfBox last = first.Box;
    private int lastPage = page;

    public Table ToTable() => new(TableSource.Ruled, cells);

    /// <summary>
    /// Number of repeated heading rows when <paramref name="next"/>, first on the next page, runs this table on; -1
    /// when it is another table: its columns stand elsewhere, or a row of it would still have fitted above.
    /// </summary>
    /// <param name="bottom">Where the text of a full page ends, in points from the top.</param>
    public int RepeatedRows(PdfTable next, int page, double bottom)
    {
        if (page != lastPage + 1 || ColumnsOf(next.Grid) is null)
            return -1;
        var signatures = Signatures(next);
        var same = signatures.Zip(headings).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same == signatures.Count)
            return -1;
        var row = next.Grid.Ys[same + 1] - next.Grid.Ys[same];
        return last.Bottom + row > bottom ? same : -1;
    }

    /// <summary>Writes the rows of one page's part, without the first <paramref name="skip"/>.</summary>
    public void Append(PdfTable part, int page, int skip, List<Line> lines, int block)
    {
        var byRow = part.Cells().Where(cell => cell.Place.Row >= skip).ToLookup(cell => cell.Place.Row);
        for (var row = skip; row < part.Grid.Ys.Length - 1; row++, rows++)
        {
            // Every cell of the row may have begun above: then it has no line of its own.
            if (byRow[row].Any())
                AppendRow(byRow[row], ColumnsOf(part.Grid)!, page, lines, block);
        }
        (last, lastPage) = (part.Box, page);
    }

    private void AppendRow(IEnumerable<PdfCell> row, int[] columns, int page, List<Line> lines, int block)
    {
        var line = new StringBuilder();
        var number = lines.Count + 1;
        var column = 0;
        foreach (var cell in row.OrderBy(cell => cell.Place.Column))
        {
            var (from, to) = (columns[cell.Place.Column], columns[cell.Place.Column + cell.Place.ColumnSpan]);
            line.Append('\t', from - column);
            var written = cell.Text.Replace('\n', ' ');
            var at = new Passage(page, number, number, line.Length, written);
            cells.Add(new Cell(rows, from, cell.Place.RowSpan, to - from, cell.Text, at));
            line.Append(written);
            column = from;
        }
        lines.Add(new Line(number, page, line.ToString()) { Block = block });
    }

    /// <summary>Which of this table's column lines each of the part's column lines is; null when one is none.</summary>
    private int[]? ColumnsOf(PdfGrid grid)
    {
        var columns = grid.Xs.Select(x => Array.FindIndex(xs, own => Math.Abs(own - x) <= Near)).ToArray();
        return columns[0] == 0 && columns[^1] == xs.Length - 1 && !columns.Contains(-1) ? columns : null;
    }

    private static List<string> Signatures(PdfTable table)
    {
        var rows = table.Cells().ToLookup(cell => cell.Place.Row);
        return
        [
            .. Enumerable
                .Range(0, table.Grid.Ys.Length - 1)
                .Select(row =>
                    string.Join(
                        '\t',
                        rows[row]
                            .Select(cell =>
                                $"{cell.Place.Column}+{cell.Place.ColumnSpan}+{cell.Place.RowSpan} {Folding.Squeeze(cell.Text)}"
                            )
                    )
                ),
        ];
    }
}
