namespace Shirube.Documents.Recognition.Sheets;

/// <summary>A label of a card and the cell beside or below it; or rows of KPIs under a heading of their own.</summary>
/// <param name="Heading">The labels over one another, joined.</param>
internal sealed record CardEntry(SheetField Field, string Heading, Cell Leaf, Cell? Value)
{
    public CardBand? Band { get; init; }
}

/// <summary>Rows inside a card that have a heading of their own.</summary>
internal sealed record CardBand(SheetGrid Grid, SheetColumns Heading);

/// <summary>Finds the labels of a card and what each stands for: at its right, or below it.</summary>
internal sealed class CardLayout
{
    private readonly SheetGrid grid;
    private readonly List<CardEntry> entries = [];
    private Cell? titleAbove;

    private CardLayout(SheetGrid grid) => this.grid = grid;

    public static IReadOnlyList<CardEntry> Read(SheetGrid grid)
    {
        var layout = new CardLayout(grid);
        for (var row = 0; row < grid.Rows; )
            row = layout.Row(row);
        return layout.entries;
    }

    /// <summary>Reads one row, or a heading with the rows below it, and gives the next row.</summary>
    private int Row(int row)
    {
        var begun = Begun(row);
        if (CardHeading.Find(grid, row, begun) is { } heading)
        {
            titleAbove = null;
            Band(heading);
            return heading.End;
        }
        var written = begun.FindAll(cell => !string.IsNullOrWhiteSpace(cell.Text));
        if (written is [var only] && titleAbove is { } title && !SheetLabels.IsLabel(only))
            Add([title], only);
        else if (
            written is [{ Column: 0 } alone]
            && begun.Count == 1
            && SheetLabels.IsLabel(alone)
            && alone.RowSpan == 1
        )
        {
            titleAbove = alone;
            return row + 1;
        }
        else
            Pairs(row, begun);
        titleAbove = null;
        return row + 1;
    }

    private List<Cell> Begun(int row) => [.. grid.Row(row).Where(cell => cell.Row == row)];

    /// <summary>Label, value, label, value … from left to right; a label over several rows speaks for those beside it.</summary>
    private void Pairs(int row, List<Cell> begun)
    {
        var title = begun is [var first, ..] ? TitleBeside(row, first.Column) : null;
        Cell? label = null;
        for (var i = 0; i < begun.Count; i++)
        {
            var cell = begun[i];
            if (label is null)
            {
                label = SheetLabels.IsLabel(cell) ? cell : null;
                continue;
            }
            if (SheetLabels.IsLabel(cell) && IsTitle(label, cell, begun.Count - i))
            {
                (title, label) = (label, cell);
                continue;
            }
            if (cell.RowSpan < label.RowSpan)
                Add([label], null);
            else
                Add(title is null ? [label] : [title, label], cell);
            label = null;
        }
    }

    private Cell? TitleBeside(int row, int column) =>
        grid[row, column - 1] is { } left && left.Row < row && SheetLabels.IsLabel(left) ? left : null;

    /// <summary>A label over more rows than the next one, or with a label and a value left behind it, is a title.</summary>
    private static bool IsTitle(Cell label, Cell next, int left) => label.RowSpan > next.RowSpan || left % 2 == 0;

    private void Add(List<Cell> labels, Cell? value)
    {
        var texts = labels.ConvertAll(label => label.Text);
        if ((SheetLabels.Of(texts) ?? SheetLabels.Of([texts[^1]])) is { } field)
            entries.Add(new CardEntry(field, string.Concat(labels.Select(SheetGrid.Squeezed)), labels[^1], value));
    }

    private void Band(CardHeading heading)
    {
        var (band, columns) = heading.Cut(grid);
        if (columns.Columns.Any(column => SheetIndicators.IsOfIndicator(column.Field)))
            entries.Add(
                new CardEntry(SheetField.IndicatorName, "", columns.Columns[0].Leaf, null)
                {
                    Band = new CardBand(band, columns),
                }
            );
        foreach (var column in columns.Columns.Where(column => !SheetIndicators.IsOfIndicator(column.Field)))
        {
            var values = Enumerable
                .Range(columns.Height, band.Rows - columns.Height)
                .Select(row => band.Written(row, column.Index))
                .OfType<Cell>()
                .Distinct();
            foreach (var value in values)
                entries.Add(new CardEntry(column.Field, column.Heading, column.Leaf, value));
        }
    }
}
