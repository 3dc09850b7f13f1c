using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Indicators.Running;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Numbers that a narrow cell of a print broke over two lines (▲33 over 8), told from two figures over one another: in
/// a table of broken ones most figures stand on one line, and a broken one filled its column. Where another line of the
/// column is longer there was room, and the two stay two.
/// </summary>
internal static partial class BrokenFigures
{
    public static void Mend(TableGrid grid)
    {
        if (grid.Table.FoundBy != TableSource.Ruled)
            return;
        var singles = new List<GridCell>();
        var stacks = new List<(int Column, GridCell Cell)>();
        for (var row = 0; row < grid.Rows; row++)
        {
            foreach (var (column, cell) in grid.Row(row))
            {
                if (cell.Sense.Figure is { IsStacked: true })
                    stacks.Add((column, cell));
                else if (cell.Sense.Figure is { IsDash: false })
                    singles.Add(cell);
            }
        }
        if (singles.Count <= stacks.Count)
            return;
        foreach (var (column, stack) in stacks)
        {
            if (
                IsOne(CellText.Key(LinesOf(stack)[0]), CellText.Key(stack.Cell.Text))
                && FillsItsColumn(grid, column, stack)
                && FigureCell.Parse(CellText.Key(stack.Cell.Text)) is { } whole
            )
                stack.Sense = new CellSense(CellKind.Figure) { Figure = whole };
        }
    }

    /// <summary>
    /// The line ends within a group of thousands; or what follows is shorter, and the whole is written as numbers are:
    /// 100 over 88 would be 10,088 if it were one.
    /// </summary>
    private static bool IsOne(string first, string whole)
    {
        var (before, after) = (DisplayWidth.Of(first), DisplayWidth.Of(whole.AsSpan(first.Length)));
        var isShorter = after < before || (after == before && first[0] == '-');
        return Grouped().IsMatch(whole) || (isShorter && UpToThreeDigits().IsMatch(whole));
    }

    /// <summary>No other figure of the column is wider than the first line of this cell by more than a digit.</summary>
    private static bool FillsItsColumn(TableGrid grid, int column, GridCell stack)
    {
        var own = DisplayWidth.Of(LinesOf(stack)[0]);
        for (var row = 0; row < grid.Rows; row++)
        {
            if (
                grid[row, column] is { Sense.Figure: { IsStacked: false, IsDash: false } } other
                && LinesOf(other).Any(line => line.Any(char.IsDigit) && DisplayWidth.Of(line) > own + 1)
            )
                return false;
        }
        return true;
    }

    private static string[] LinesOf(GridCell cell) =>
        cell.Cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            is { Length: > 0 } lines
            ? lines
            : [""];

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?[^0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?[0-9]{1,3}(\.[0-9]+)?[^0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex UpToThreeDigits();
}
