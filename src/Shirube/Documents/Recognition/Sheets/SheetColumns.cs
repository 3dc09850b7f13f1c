using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>One column of a sheet as its heading names it.</summary>
/// <param name="Heading">The headings over it, joined, folded.</param>
internal sealed record SheetColumn(int Index, SheetField Field, string Heading, Cell Leaf);

/// <summary>The heading of a table: its storeys and the columns that it names.</summary>
/// <param name="First">First row of the heading.</param>
/// <param name="Height">Number of storeys.</param>
internal sealed partial record SheetColumns(int First, int Height, IReadOnlyList<SheetColumn> Columns)
{
    private const int FewestFields = 4;
    private const int MostStoreys = 4;

    public bool Has(SheetField field) => Columns.Any(column => column.Field == field);

    public SheetColumn? Of(SheetField field) => Columns.FirstOrDefault(column => column.Field == field);

    /// <summary>The rows that name most columns; they may stand before or behind the rows that they name.</summary>
    public static SheetColumns? Find(SheetGrid grid)
    {
        SheetColumns? best = null;
        var bestScore = FewestFields - 1;
        for (var first = 0; first < grid.Rows; first++)
        {
            if (first is > 20 && first < grid.Rows - 4)
                continue;
            for (var height = 1; height <= MostStoreys && first + height <= grid.Rows; height++)
            {
                if (CutsCells(grid, first, height))
                    continue;
                var columns = Named(grid, first, height);
                var score = columns.Select(column => column.Field).Distinct().Count();
                if (score <= bestScore || columns.TrueForAll(column => column.Field != SheetField.Project))
                    continue;
                (best, bestScore) = (new SheetColumns(first, height, columns), score);
            }
        }
        return best;
    }

    /// <summary>Whether a row repeats the heading, as after a page break.</summary>
    public bool IsRepeated(SheetGrid grid, int row)
    {
        var same = 0;
        for (var storey = 0; storey < Height; storey++)
        {
            same = Math.Max(
                same,
                Columns.Count(column =>
                    SheetGrid.Squeezed(grid[row, column.Index]) is { Length: > 0 } text
                    && text == SheetGrid.Squeezed(grid[First + storey, column.Index])
                )
            );
        }
        return same >= 3;
    }

    private static bool CutsCells(SheetGrid grid, int first, int height) =>
        grid.Row(first + height - 1).Any(cell => cell.Row + cell.RowSpan > first + height && cell.Text.Length > 0);

    /// <param name="title">A label that speaks for all columns, or null.</param>
    public static List<SheetColumn> Named(SheetGrid grid, int first, int height, Cell? title = null)
    {
        var columns = new List<SheetColumn>();
        for (var column = 0; column < grid.Columns; column++)
        {
            var cells = Path(grid, first, height, column);
            if (cells.Count == 0)
            {
                // A blank heading beside 指標 is the right half of a merged one: the unit's column.
                if (columns is [.., { Field: SheetField.IndicatorName } left] && left.Index == column - 1)
                    columns.Add(left with { Index = column });
                continue;
            }
            var path = cells.ConvertAll(SheetGrid.Squeezed);
            if (title is not null && SheetHeadings.Of(path) is null)
                path.Insert(0, SheetGrid.Squeezed(title));
            if (SheetHeadings.Of(path) is { } field)
                columns.Add(new SheetColumn(column, field, string.Concat(path), cells[^1]));
        }
        return columns;
    }

    /// <summary>
    /// The headings over a column from the top down. Where the format has no merged cells, a blank place beside a
    /// heading belongs to that heading as long as something stands below it.
    /// </summary>
    private static List<Cell> Path(SheetGrid grid, int first, int height, int column)
    {
        var path = new List<Cell>();
        for (var row = first; row < first + height; row++)
        {
            var cell = grid.Written(row, column);
            if (cell is null && row < first + height - 1 && grid.Written(row + 1, column) is not null)
                cell = ToTheLeft(grid, row, column);
            if (cell is not null && !path.Contains(cell))
                path.Add(cell);
        }
        return path;
    }

    private static Cell? ToTheLeft(SheetGrid grid, int row, int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            if (grid.Written(row, left) is { } cell)
                return grid.Written(row + 1, left) is null ? null : cell;
            if (grid.Written(row + 1, left) is null)
                return null;
        }
        return null;
    }

    /// <summary>千円 for 事業費（千円）; null when the heading prints no unit of money.</summary>
    public static string? MoneyUnit(string text)
    {
        var units = MoneyUnits().Matches(Folding.Squeeze(text)).Select(match => match.Groups["unit"].Value).Distinct();
        return units.ToList() is [var only] ? only : null;
    }

    [GeneratedRegex(@"(?:[(\[](?:単位[:：]?)?|単位[:：]?)(?<unit>[千百十万億]{0,2}円)", RegexOptions.CultureInvariant)]
    private static partial Regex MoneyUnits();
}
