namespace Shirube.Documents.Recognition.Sheets;

/// <summary>A row of labels inside a card, with the rows of values below it.</summary>
/// <param name="Title">The label beside heading and values that speaks for all of them, or null.</param>
internal sealed record CardHeading(int First, int Height, int Column, int End, Cell? Title)
{
    /// <summary>Null when the row is none: its cells are not all labels, or no values stand below.</summary>
    public static CardHeading? Find(SheetGrid grid, int row, List<Cell> begun)
    {
        var cells = begun;
        var title = cells is [var first, ..] ? Left(grid, row, first.Column) : null;
        if (
            cells.Count > 2
            && cells[0].RowSpan > 1
            && cells[0].RowSpan > cells[1].RowSpan
            && SheetLabels.IsLabel(cells[0])
        )
            (title, cells) = (cells[0], cells[1..]);
        if (cells.Count < 2 || !cells.TrueForAll(SheetLabels.IsLabel))
            return null;
        var height = cells.Max(cell => cell.RowSpan);
        if (grid[row + height, cells[0].Column] is not { } below || SheetLabels.IsLabel(below))
            return null;
        if (below.Row != row + height || below.Column != cells[0].Column)
            return null;
        var end = row + height + 1;
        var limit = title is null ? grid.Rows : Math.Min(grid.Rows, title.Row + title.RowSpan);
        while (end < limit && GoesOn(grid, end, cells))
            end++;
        return new CardHeading(row, height, cells[0].Column, end, title);
    }

    private static Cell? Left(SheetGrid grid, int row, int column) =>
        grid[row, column - 1] is { } left && left.Row < row && SheetLabels.IsLabel(left) ? left : null;

    private static bool GoesOn(SheetGrid grid, int row, List<Cell> heading) =>
        grid[row, heading[0].Column] is { } cell
        && cell.Column == heading[0].Column
        && cell.ColumnSpan == heading[0].ColumnSpan
        && !SheetLabels.IsLabel(cell)
        && (heading[0].Column == 0 || !SheetLabels.IsLabel(grid[row, 0]) || grid[row, 0]!.Row <= heading[0].Row);

    /// <summary>Heading and values as a grid of their own.</summary>
    public (SheetGrid Grid, SheetColumns Heading) Cut(SheetGrid grid)
    {
        var cells = Enumerable
            .Range(First, End - First)
            .SelectMany(grid.Row)
            .Distinct()
            .Where(cell => cell.Row >= First && cell.Row < End && cell.Column >= Column)
            .Select(cell => cell with { Row = cell.Row - First, Column = cell.Column - Column })
            .Select(cell => cell with { RowSpan = Math.Min(cell.RowSpan, End - First - cell.Row) });
        var band = SheetGrid.Of(new Table(grid.Table.FoundBy, [.. cells]))!;
        return (band, new SheetColumns(0, Height, SheetColumns.Named(band, 0, Height, Title)));
    }
}
