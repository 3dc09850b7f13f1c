using System.Text;

namespace Shirube.Documents.Formats;

/// <summary>
/// Writes the rows of a grid into the running text, one line a row with as many tabs before a cell as there are
/// columns before it, and hands back the cells with the passages at which they stand.
/// </summary>
internal static class GridRows
{
    /// <param name="cells">In reading order.</param>
    /// <param name="afterRow">Called when the line of a row stands, for what hangs on the row (tables in its cells).</param>
    /// <param name="headRows">As of <see cref="Table.HeadRows"/>.</param>
    public static void AddTo(
        RunningText text,
        IReadOnlyList<GridCell> cells,
        string? caption = null,
        Action<int>? afterRow = null,
        int headRows = 0
    )
    {
        var placed = new List<Cell>(cells.Count);
        for (var first = 0; first < cells.Count && !text.IsFull; )
        {
            var next = first;
            while (next < cells.Count && cells[next].Row == cells[first].Row)
                next++;
            if (!text.TryCount(next - first))
                break;
            AddRow(text, cells, first, next, placed);
            afterRow?.Invoke(cells[first].Row);
            first = next;
        }
        text.AddTable(new Table(TableSource.Given, placed) { Caption = caption, HeadRows = headRows });
    }

    private static void AddRow(RunningText text, IReadOnlyList<GridCell> cells, int first, int next, List<Cell> placed)
    {
        var line = new StringBuilder();
        var column = 0;
        var made = new List<Cell>(next - first);
        for (var i = first; i < next; i++)
        {
            var cell = cells[i];
            line.Append('\t', Math.Max(0, cell.Column - column));
            column = Math.Max(column, cell.Column);
            var written = OnOneLine(cell.Text);
            var at = new Passage(text.Page, text.NextLine, text.NextLine, line.Length, written);
            made.Add(
                new Cell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text, at)
                {
                    Number = cell.Number,
                    Hidden = cell.Hidden,
                }
            );
            line.Append(written);
        }
        text.BeginBlock();
        text.AddLine(line.ToString());
        if (!text.IsFull)
            placed.AddRange(made);
    }

    private static string OnOneLine(string text) =>
        text.AsSpan().IndexOfAny("\n\t\r") < 0 ? text : text.Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' ');
}
