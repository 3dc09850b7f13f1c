namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Joins a table that a page break cut: the part on the next page has as many columns and no heading.</summary>
internal static class TablePages
{
    public static IEnumerable<(Table Table, IReadOnlyList<Cell> Cells)> Join(IReadOnlyList<Table> tables)
    {
        for (var i = 0; i < tables.Count; i++)
        {
            var table = tables[i];
            if (table.Cells.Count == 0)
                continue;
            if (table.FoundBy != TableSource.Ruled)
            {
                yield return (table, table.Cells);
                continue;
            }
            var cells = table.Cells.ToList();
            var last = table;
            while (i + 1 < tables.Count && Continues(last, tables[i + 1]))
            {
                last = tables[++i];
                var offset = cells.Max(cell => cell.Row + cell.RowSpan);
                cells.AddRange(last.Cells.Select(cell => cell with { Row = cell.Row + offset }));
            }
            yield return (table, cells);
        }
    }

    private static bool Continues(Table table, Table next)
    {
        if (next.FoundBy != TableSource.Ruled || next.Cells.Count == 0 || next.ColumnCount != table.ColumnCount)
            return false;
        if (next.Cells[0].At.Page != table.Cells[^1].At.Page + 1)
            return false;
        var first = next.Cells.Where(cell => cell.Row == 0).Select(cell => CellSense.Of(cell.Text)).ToList();
        return first.Exists(sense => sense.Figure is not null) && first.Count(sense => sense.IsAxis) < 2;
    }
}
