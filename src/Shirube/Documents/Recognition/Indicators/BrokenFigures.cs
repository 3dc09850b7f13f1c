namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Numbers that a narrow cell of a print broke over two lines (▲33 over 8), told from two figures over one another: in
/// a table of broken ones most figures stand on one line.
/// </summary>
internal static class BrokenFigures
{
    public static void Mend(TableGrid grid)
    {
        if (grid.Table.FoundBy != TableSource.Ruled)
            return;
        var singles = new List<GridCell>();
        var stacks = new List<GridCell>();
        for (var row = 0; row < grid.Rows; row++)
        {
            foreach (var (_, cell) in grid.Row(row))
            {
                if (cell.Sense.Figure is { IsStacked: true })
                    stacks.Add(cell);
                else if (cell.Sense.Figure is { IsDash: false })
                    singles.Add(cell);
            }
        }
        if (singles.Count <= stacks.Count)
            return;
        foreach (var stack in stacks)
        {
            if (FigureCell.Parse(CellText.Key(stack.Cell.Text)) is { } whole)
                stack.Sense = new CellSense(CellKind.Figure) { Figure = whole };
        }
    }
}
