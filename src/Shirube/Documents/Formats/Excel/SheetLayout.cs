namespace Shirube.Documents.Formats.Excel;

/// <summary>
/// The rows of a sheet as lines, and its blocks of rows as tables. A blank row parts two tables where the columns
/// change, where more than one row is blank, or where the next row is a heading; a row with one cell only above or
/// below a table is free text.
/// </summary>
internal static class SheetLayout
{
    /// <summary>In larger tables only cells that hold something are given.</summary>
    private const int MostBlankArea = 20_000;

    public static void AddTo(RunningText text, SheetCells sheet, string name, bool isHidden)
    {
        var rows = Merge(sheet).GroupBy(cell => cell.Row).Select(row => row.ToList()).ToList();
        if (rows.Count == 0)
            return;
        var left = rows.Min(row => row[0].Column);
        var lines = rows.ConvertAll(row => default((int Line, int[] Offsets)));
        var before = rows[0][0].Row;
        for (var i = 0; i < rows.Count && !text.IsFull; i++)
        {
            if (rows[i][0].Row > before + 1)
                text.AddLine("");
            before = rows[i][0].Row;
            lines[i] = RowLine.Add(text, rows[i], left);
        }
        var placed = text.IsFull ? Math.Max(0, lines.FindIndex(line => line.Line == 0)) : rows.Count;
        foreach (var (first, last) in SheetBlocks.Find(rows[..placed]))
        {
            var table = Build(text, sheet, rows[first..(last + 1)], lines[first..(last + 1)], isHidden);
            if (text.TryCount(table.Count))
                text.AddTable(new Table(TableSource.Given, table) { Caption = name });
        }
    }

    /// <summary>The cells with their spans, without those that a merged cell covers.</summary>
    private static List<SheetCell> Merge(SheetCells sheet)
    {
        var cells = sheet.Cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList();
        if (cells.Count == 0)
            return cells;
        var lastRow = cells[^1].Row;
        var lastColumn = cells.Max(cell => cell.Column);
        var covered = new CoveredCells();
        var shown = new List<SheetCell>(cells.Count);
        foreach (var cell in cells)
        {
            if (covered.Contains(cell.Row, cell.Column))
                continue;
            if (sheet.MergedAt(cell.Row, cell.Column) is not { } range)
            {
                shown.Add(cell);
                continue;
            }
            covered.Add(range);
            shown.Add(
                cell with
                {
                    RowSpan = Math.Max(1, Math.Min(range.Bottom, Math.Max(lastRow, cell.Row)) - cell.Row + 1),
                    ColumnSpan = Math.Min(range.Right, Math.Max(lastColumn, cell.Column + 200)) - cell.Column + 1,
                }
            );
        }
        return shown;
    }

    private static List<Cell> Build(
        RunningText text,
        SheetCells sheet,
        List<List<SheetCell>> rows,
        List<(int Line, int[] Offsets)> lines,
        bool isHidden
    )
    {
        var top = rows[0][0].Row;
        var height = rows.Max(row => row[^1].Row) - top + 1;
        var left = rows.Min(row => row[0].Column);
        var width = rows.Max(row => row.Max(cell => cell.Column + cell.ColumnSpan)) - left;
        var covered = (long)height * width <= MostBlankArea ? new bool[height, width] : null;
        var cells = new List<Cell>();
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows[i].Count; j++)
            {
                var cell = rows[i][j];
                var rowSpan = Math.Min(cell.RowSpan, top + height - cell.Row);
                var written = RowLine.OnOneLine(cell.Text);
                var at = new Passage(text.Page, lines[i].Line, lines[i].Line, lines[i].Offsets[j], written);
                cells.Add(
                    new Cell(cell.Row - top, cell.Column - left, rowSpan, cell.ColumnSpan, cell.Text, at)
                    {
                        Number = cell.Number,
                        Hidden = isHidden || sheet.IsHidden(cell),
                    }
                );
                Cover(covered, cells[^1]);
            }
        }
        return covered is null ? cells : WithBlanks(text, sheet, cells, covered, rows, lines);
    }

    private static void Cover(bool[,]? covered, Cell cell)
    {
        for (var row = cell.Row; covered is not null && row < cell.Row + cell.RowSpan; row++)
        {
            for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                covered[row, column] = true;
        }
    }

    /// <summary>Adds the empty cells, at the ends of their lines where the line does not reach them.</summary>
    private static List<Cell> WithBlanks(
        RunningText text,
        SheetCells sheet,
        List<Cell> cells,
        bool[,] covered,
        List<List<SheetCell>> rows,
        List<(int Line, int[] Offsets)> lines
    )
    {
        var top = rows[0][0].Row;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i][0].Row - top;
            var line = lines[i].Line;
            for (var column = 0; column < covered.GetLength(1); column++)
            {
                if (covered[row, column])
                    continue;
                var (height, width) = BlankSpan(sheet, covered, row, column, rows);
                var at = new Passage(text.Page, line, line, -1, "");
                cells.Add(new Cell(row, column, height, width, "", at));
                Cover(covered, cells[^1]);
            }
        }
        return [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
    }

    /// <summary>How far an empty merged cell reaches inside its table.</summary>
    private static (int Height, int Width) BlankSpan(
        SheetCells sheet,
        bool[,] covered,
        int row,
        int column,
        List<List<SheetCell>> rows
    )
    {
        var top = rows[0][0].Row;
        var left = rows.Min(cells => cells[0].Column);
        if (sheet.MergedAt(top + row, left + column) is not { } range)
            return (1, 1);
        var bottom = Math.Min(range.Bottom - top, covered.GetLength(0) - 1);
        var right = Math.Min(range.Right - left, covered.GetLength(1) - 1);
        for (var r = row; r <= bottom; r++)
        {
            for (var c = column; c <= right; c++)
            {
                if (covered[r, c])
                    return (1, 1);
            }
        }
        return (bottom - row + 1, right - column + 1);
    }
}
