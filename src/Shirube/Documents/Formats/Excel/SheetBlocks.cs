namespace Shirube.Documents.Formats.Excel;

/// <summary>Which rows of a sheet make one table.</summary>
internal static class SheetBlocks
{
    public static IEnumerable<(int First, int Last)> Find(List<List<SheetCell>> rows)
    {
        for (var first = 0; first < rows.Count; )
        {
            var last = first;
            var reach = Reach(rows[first]);
            while (last + 1 < rows.Count && !Parts(rows, first, last + 1, reach))
                reach = Math.Max(reach, Reach(rows[++last]));
            var (from, to) = WithoutFreeText(rows, first, last);
            if (from <= to)
                yield return (from, to);
            first = last + 1;
        }
    }

    /// <summary>The last row that a cell of this row covers.</summary>
    private static int Reach(List<SheetCell> row) => row.Max(cell => cell.Row + cell.RowSpan - 1);

    private static bool Parts(List<List<SheetCell>> rows, int first, int next, int reach)
    {
        var blank = rows[next][0].Row - reach - 1;
        if (blank <= 0)
            return false;
        if (blank > 1)
            return true;
        var isHeading = rows[next].TrueForAll(cell => cell.Number is null);
        return isHeading || Extent(rows[next]) != Extent(rows[next - 1]);
    }

    private static (int, int) Extent(List<SheetCell> row) =>
        (row[0].Column, row.Max(cell => cell.Column + cell.ColumnSpan));

    /// <summary>Titles above and remarks below fill one cell that no row beside them shares.</summary>
    private static (int First, int Last) WithoutFreeText(List<List<SheetCell>> rows, int first, int last)
    {
        if (!rows[first..(last + 1)].Exists(row => row.Count > 1))
            return last > first && rows[first..(last + 1)].Exists(row => row[0].Number is not null)
                ? (first, last)
                : (1, 0);
        while (rows[first].Count == 1 && rows[first][0].RowSpan == 1)
            first++;
        while (rows[last].Count == 1 && IsRemark(rows[last][0]) && !IsSpanned(rows, first, last))
            last--;
        return (first, last);
    }

    /// <summary>A text in one cell of its own; a row merged over the table, such as a total or an opinion, is its last row.</summary>
    private static bool IsRemark(SheetCell cell) => cell.Number is null && cell.ColumnSpan == 1;

    /// <summary>A merged cell from above stands beside the only cell of this row.</summary>
    private static bool IsSpanned(List<List<SheetCell>> rows, int first, int at)
    {
        for (var i = first; i < at; i++)
        {
            if (Reach(rows[i]) >= rows[at][0].Row)
                return true;
        }
        return false;
    }
}
