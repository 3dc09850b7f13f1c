using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Sheets;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>A policy tree whose policies are columns: their names in one row, their measures below.</summary>
internal static partial class PolicyMatrix
{
    /// <summary>The table turned, so that rows become columns.</summary>
    public static SheetGrid? Turn(SheetGrid grid) =>
        SheetGrid.Of(
            new Table(
                grid.Table.FoundBy,
                [
                    .. grid.Table.Cells.Select(cell =>
                        cell with
                        {
                            Row = cell.Column,
                            Column = cell.Row,
                            RowSpan = cell.ColumnSpan,
                            ColumnSpan = cell.RowSpan,
                        }
                    ),
                ]
            )
        );

    /// <summary>Each policy's cell with the cells of its measures; rows whose label names something else are left.</summary>
    public static IReadOnlyList<(Cell Policy, IReadOnlyList<Cell> Measures)> Read(SheetGrid grid)
    {
        for (var row = 0; row < Math.Min(12, grid.Rows - 1); row++)
        {
            var policies = grid.Row(row).Where(IsPolicy).ToList();
            if (policies.Count < 2 || grid.Row(row).Any(cell => cell.Column > policies[0].Column && !IsPolicy(cell)))
                continue;
            var bodies = Enumerable
                .Range(row + 1, grid.Rows - row - 1)
                .Where(below => IsMeasures(grid, below, policies[0]));
            return [.. policies.Select(policy => (policy, Below(grid, [.. bodies], policy)))];
        }
        return [];
    }

    private static List<Cell> Below(SheetGrid grid, List<int> rows, Cell policy) =>
        [.. rows.Select(row => grid.Written(row, policy.Column)).OfType<Cell>().Distinct()];

    private static bool IsPolicy(Cell cell) =>
        PolicyWords.Labelled().Match(cell.Text.Replace('\n', ' ')) is { Success: true } match
        && PolicyWords.RankOf(match.Groups["word"].Value) == 1
        && match.Groups["name"].Value.Trim().Length > 1;

    private static bool IsMeasures(SheetGrid grid, int row, Cell first)
    {
        if (first.Column > 0)
            return MeasureLabel().IsMatch(SheetGrid.Squeezed(grid[row, 0]));
        return grid.Row(row).Any()
            && grid.Row(row).All(cell => cell.Text.Length == 0 || MeasureStart().IsMatch(Folding.Fold(cell.Text)));
    }

    [GeneratedRegex(
        @"^(?:基本|主要|重点|主な|個別)?(?:施策|取り?組み?)(?:の(?:方向性?|内容))?[0-9]{0,2}$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MeasureLabel();

    [GeneratedRegex(@"^\s*(?:基本|主要|重点|個別)?(?:施策|取り?組み?)\s?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex MeasureStart();
}
