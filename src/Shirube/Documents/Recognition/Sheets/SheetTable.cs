using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>Reads a sheet whose columns are named by a heading: one project a row, or a run of rows with one KPI each.</summary>
internal sealed class SheetTable
{
    private readonly SheetGrid grid;
    private readonly SheetColumns heading;
    private readonly SheetCells cells;
    private readonly SheetIndicators indicators;
    private readonly HashSet<SheetField> rivals = [];
    private Cell? goalAbove;

    private SheetTable(SheetGrid grid, SheetColumns heading, SheetCells cells)
    {
        this.grid = grid;
        this.heading = heading;
        this.cells = cells;
        indicators = new SheetIndicators(grid, heading, cells);
    }

    /// <summary>Adds the rows of a table to those read before; null when it is no sheet.</summary>
    /// <param name="before">The heading of the table before, which a table over a page break continues.</param>
    public static SheetColumns? Read(SheetGrid grid, SheetColumns? before, SheetCells cells, List<ReadSheetRow> rows)
    {
        var heading = SheetColumns.Find(grid);
        if (heading is null && before is not null && GoesOn(grid, before))
            heading = before with { First = 0, Height = 0 };
        if (heading is null)
            return null;
        var table = new SheetTable(grid, heading, cells);
        table.FindRivals();
        table.AddRows(rows);
        return heading;
    }

    /// <summary>Rows over a page break without a heading: as many columns, and figures where the figures stood.</summary>
    private static bool GoesOn(SheetGrid grid, SheetColumns before)
    {
        var figures = Enumerable.Range(0, grid.Rows).SelectMany(row => Figures(grid, before, row)).ToList();
        return grid.Columns == before.Columns.Max(column => column.Index) + 1
            && (figures.Count > 0 || grid.Table.FoundBy == TableSource.Ruled && grid.Columns >= 8)
            && figures.TrueForAll(cell => Figure.Parse(cell.Text).Kind != FigureKind.Other);
    }

    private static IEnumerable<Cell> Figures(SheetGrid grid, SheetColumns heading, int row) =>
        heading
            .Columns.Where(column =>
                column.Field
                    is SheetField.Cost
                        or SheetField.Donation
                        or SheetField.DonationCount
                        or SheetField.Target
                        or SheetField.Actual
            )
            .Select(column => grid.Written(row, column.Index))
            .OfType<Cell>();

    /// <summary>The rest of a row that a page break cut: on a later page, words alone where figures should stand.</summary>
    private bool IsRest(int row, ReadSheetRow above) =>
        grid.Table.FoundBy == TableSource.Ruled
        && (heading.Has(SheetField.Cost) || heading.Has(SheetField.Target))
        && !Figures(grid, heading, row).Any()
        && grid.Row(row).First().At.Page > (above.Project ?? above.Content)?.Evidence.At.Page;

    /// <summary>Two columns of one name: neither is taken.</summary>
    private void FindRivals()
    {
        foreach (
            var same in heading.Columns.Where(column => !IsRepeatable(column.Field)).GroupBy(column => column.Field)
        )
        {
            var leaves = same.Select(column => column.Leaf).Distinct().ToList();
            if (leaves.Count < 2)
                continue;
            rivals.Add(same.Key);
            cells.Add(
                new Finding(
                    "SHEET007",
                    Severity.Warning,
                    new Evidence(leaves[0].At),
                    CellText.Join(leaves[0].Text),
                    string.Join(" / ", same.Select(column => column.Heading))
                )
            );
        }
    }

    private static bool IsRepeatable(SheetField field) =>
        field
            is SheetField.Other
                or SheetField.No
                or SheetField.IndicatorName
                or SheetField.Unit
                or SheetField.Target
                or SheetField.TargetYear
                or SheetField.Actual;

    private void AddRows(List<ReadSheetRow> rows)
    {
        var body = Body();
        Cell? section = null;
        for (var i = 0; i < body.Count; )
        {
            if (Section(body[i]) is { } title)
            {
                section = title;
                i++;
                continue;
            }
            var count = 1;
            while (i + count < body.Count && Section(body[i + count]) is null && Continues(body[i], body[i + count]))
                count++;
            var row = Row(body.GetRange(i, count), rows.Count, section);
            if (rows.Count > 0 && IsRest(body[i], rows[^1]))
                rows[^1] = SheetRowParts.Join(rows[^1], row);
            else
                rows.Add(row);
            i += count;
        }
    }

    /// <summary>The rows behind the heading, or those before it when it stands last.</summary>
    private List<int> Body()
    {
        var behind = Enumerable.Range(heading.First + heading.Height, grid.Rows - heading.First - heading.Height);
        var rows = behind.Where(IsBodyRow).ToList();
        return rows.Count > 0 ? rows : [.. Enumerable.Range(0, heading.First).Where(IsBodyRow)];
    }

    private bool IsBodyRow(int row)
    {
        var written = grid.Row(row).Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).ToList();
        return (written.Count > 1 || Section(row) is not null)
            && !heading.IsRepeated(grid, row)
            && !written.Any(cell => SheetGrid.Squeezed(cell) is "合計" or "総計" or "小計" or "計");
    }

    /// <summary>A row of one cell over the whole width names the goal of the rows below.</summary>
    private Cell? Section(int row) =>
        !heading.Has(SheetField.BasicGoal)
        && grid.Row(row).Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).ToList() is [{ Column: 0 } only]
        && Folding.Squeeze(only.Text).StartsWith("基本目標", StringComparison.Ordinal)
            ? only
            : null;

    /// <summary>A row continues the project above when its project cell is the same merged cell, or blank beside a KPI.</summary>
    private bool Continues(int first, int row)
    {
        var column = heading.Of(SheetField.Project)!.Index;
        var above = grid[first, column];
        var here = grid[row, column];
        if (here is not null && ReferenceEquals(here, above))
            return true;
        return grid.Written(row, column) is null
            && heading
                .Columns.Where(other =>
                    other.Field is SheetField.Cost or SheetField.Department or SheetField.NextStep or SheetField.No
                )
                .All(other =>
                    grid.Written(row, other.Index) is not { } cell || ReferenceEquals(cell, grid[first, other.Index])
                );
    }

    private ReadSheetRow Row(List<int> rows, int index, Cell? section)
    {
        Read<string>? Text(SheetField field) => cells.Text(One(rows, field, index), index, field);
        Read<decimal>? Yen(SheetField field) =>
            One(rows, field, index) is { } cell ? cells.Yen(cell, heading.Of(field)!.Heading, index, field) : null;
        return new ReadSheetRow
        {
            No = index + 1,
            BasicGoal = section is null ? Goal(rows, index) : cells.Text(section, index, SheetField.BasicGoal),
            Project = Text(SheetField.Project),
            Department = Text(SheetField.Department),
            GrantKind = Text(SheetField.GrantKind),
            CostYen = Yen(SheetField.Cost),
            DonationYen = Yen(SheetField.Donation),
            DonationCount = One(rows, SheetField.DonationCount, index) is { } count ? cells.Count(count, index) : null,
            Content = Text(SheetField.Content),
            Indicators = indicators.Of(rows, index),
            SelfEvaluation = cells.Choice(
                One(rows, SheetField.SelfEvaluation, index),
                index,
                SheetField.SelfEvaluation
            ),
            ExpertEvaluation = cells.Choice(
                One(rows, SheetField.ExpertEvaluation, index),
                index,
                SheetField.ExpertEvaluation
            ),
            ExpertOpinion = Text(SheetField.ExpertOpinion),
            NextStep = cells.Choice(One(rows, SheetField.NextStep, index), index, SheetField.NextStep),
            Reason = Text(SheetField.Reason),
            Review = Text(SheetField.Review),
        };
    }

    /// <summary>Where the format cannot merge cells, a goal printed once stands for the blank places below it.</summary>
    private Read<string>? Goal(List<int> rows, int index)
    {
        if (One(rows, SheetField.BasicGoal, index) is { } cell)
        {
            goalAbove = cell;
            return cells.Text(cell, index, SheetField.BasicGoal);
        }
        return grid.CanMerge ? null : cells.Text(goalAbove, index, SheetField.BasicGoal, Certainty.PlaceInferred);
    }

    /// <summary>The one cell of a field in a project's rows; several that differ leave it open.</summary>
    private Cell? One(List<int> rows, SheetField field, int index)
    {
        if (rivals.Contains(field) || heading.Of(field) is not { } column)
            return null;
        var written = rows.Select(row => grid.Written(row, column.Index)).OfType<Cell>().Distinct().ToList();
        if (written.Select(SheetGrid.Squeezed).Distinct().Count() <= 1)
            return written.FirstOrDefault();
        cells.Open("SHEET013", index, field, written[0].At, CellText.Join(column.Leaf.Text));
        return null;
    }
}
