using System.Xml.Linq;

namespace Shirube.Documents.Formats.Word;

/// <summary>
/// One table of a Word document. A column is the sum of the grid columns before it, a cell merged downwards goes on
/// in the cells that say so. A table of one cell with several paragraphs is a frame, and is read as text.
/// </summary>
internal sealed class WordTable(WordWalk walk, RunningText text)
{
    private const int MostColumns = 1000;

    private readonly List<GridCell> cells = [];
    private readonly Dictionary<int, List<XElement>> nestedByRow = [];
    private readonly List<int> pages = [];

    /// <summary>By first column, the index of the cell that a row below may continue.</summary>
    private readonly Dictionary<int, int> open = [];

    public void Read(XElement table, int depth)
    {
        var rows = RowsOf(table).ToList();
        if (FrameOf(rows) is { } frame)
        {
            var flow = Flow.Into(text);
            walk.Blocks(frame, flow, null, depth + 3);
            flow.EndBlock();
            return;
        }
        foreach (var row in rows)
        {
            if (cells.Count > ReadingLimits.Cells)
                break;
            pages.Add(walk.Page);
            LayRow(row, pages.Count - 1, depth);
        }
        if (pages.Count > 0)
            text.Page = pages[0];
        var heads = rows.TakeWhile(row => row.Child("trPr").IsOn("tblHeader")).Count();
        GridRows.AddTo(text, cells, afterRow: row => AfterRow(row, depth), headRows: heads);
        text.Page = walk.Page;
    }

    private void AfterRow(int row, int depth)
    {
        foreach (var table in nestedByRow.GetValueOrDefault(row) ?? [])
            new WordTable(walk, text).Read(table, depth + 6);
        if (row + 1 < pages.Count)
            text.Page = pages[row + 1];
    }

    private IEnumerable<XElement> RowsOf(XElement table)
    {
        foreach (var row in table.Through())
        {
            if (row.Name.LocalName != "tr")
                continue;
            if (row.Child("trPr")?.Child("del") is null)
                yield return row;
            else
                walk.Deleted();
        }
    }

    private static IEnumerable<XElement> CellsOf(XElement row) =>
        row.Through().Where(cell => cell.Name.LocalName == "tc");

    private static XElement? FrameOf(List<XElement> rows)
    {
        if (rows.Count != 1)
            return null;
        var only = CellsOf(rows[0]).Take(2).ToList();
        if (only.Count != 1)
            return null;
        var paragraphs = only[0]
            .Through()
            .Count(block => block.Name.LocalName == "p" && !string.IsNullOrWhiteSpace(block.Value));
        return paragraphs > 1 || only[0].Through().Any(block => block.Name.LocalName == "tbl") ? only[0] : null;
    }

    private void LayRow(XElement row, int index, int depth)
    {
        var column = Math.Clamp(row.Child("trPr")?.NumberOf("gridBefore") ?? 0, 0, MostColumns);
        foreach (var cell in CellsOf(row))
        {
            var properties = cell.Child("tcPr");
            var width = Math.Clamp(properties?.NumberOf("gridSpan") ?? 1, 1, MostColumns);
            if (column + width > MostColumns)
                return;
            var merge = properties?.Child("vMerge");
            if (merge is not null && merge.Setting("val") is null or "continue" && Continue(column, index))
            {
                column += width;
                continue;
            }
            var nested = new List<XElement>();
            cells.Add(new GridCell(index, column, 1, width, walk.TextOf(cell, nested, depth + 3)));
            if (merge is not null)
                open[column] = cells.Count - 1;
            if (nested.Count > 0)
                nestedByRow[index] = [.. nestedByRow.GetValueOrDefault(index) ?? [], .. nested];
            column += width;
        }
    }

    /// <summary>Lengthens the cell above; false when none ends right above this row.</summary>
    private bool Continue(int column, int row)
    {
        if (!open.TryGetValue(column, out var at) || cells[at].Row + cells[at].RowSpan != row)
            return false;
        cells[at] = cells[at] with { RowSpan = cells[at].RowSpan + 1 };
        return true;
    }
}
