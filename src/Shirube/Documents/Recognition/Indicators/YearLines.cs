using Shirube.Calendar;
using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Years that only their neighbours make certain: a bare 2025 after 2024, 「7年度」 after 「令和6年度」.</summary>
internal static class YearLines
{
    public static void Resolve(TableGrid grid)
    {
        for (var row = 0; row < grid.Rows; row++)
        {
            CarryEra(grid, row);
            SettleBareYears(grid, row);
        }
    }

    /// <summary>What is still undecided after both directions: a year only in a row of headings, else a figure.</summary>
    public static void TakeAsFigures(TableGrid grid)
    {
        for (var row = 0; row < grid.Rows; row++)
        {
            foreach (var (column, cell) in grid.Row(row))
            {
                if (!cell.Sense.MayBeFigure || cell.Sense.Year is not { } year)
                    continue;
                if (IsAmongHeadings(grid, row, column))
                    continue;
                var part = new FigurePart(year.Year, FigureState.Final);
                cell.Sense = new CellSense(CellKind.Figure) { Figure = new FigureCell([part]) };
            }
        }
    }

    private static void CarryEra(TableGrid grid, int row)
    {
        FiscalYear? before = null;
        foreach (var (_, cell) in grid.Row(row))
        {
            var sense = cell.Sense;
            if (sense is { Kind: CellKind.Head, YearOfEra: { } nth } && before is { } year && IsNext(year, nth))
            {
                cell.Sense = sense with { Year = year + 1, YearOfEra = null };
                cell.YearRule = "era-carried";
            }
            before = cell.Sense.Year ?? before;
        }
    }

    private static bool IsNext(FiscalYear year, int nth) => year.Year + 1 - 2018 == nth || year.Year + 1 - 1988 == nth;

    /// <summary>Bare four-digit numbers in a row are years when nothing else is there to head them and they rise evenly.</summary>
    private static void SettleBareYears(TableGrid grid, int row)
    {
        var bare = new List<(int Column, GridCell Cell)>();
        var named = false;
        foreach (var (column, cell) in grid.Row(row))
        {
            var sense = cell.Sense;
            if (sense.MayBeFigure && sense.Year is not null)
                bare.Add((column, cell));
            else if (sense.Figure is { IsDash: false } || sense.HasTime)
                return;
            else
                named |=
                    grid.IsAnchor(row, column)
                    && (sense.Kind is CellKind.Text or CellKind.Label || sense.Role != FigureRole.None);
        }
        if (bare.Count < 2 || !RisesEvenly(bare))
            return;
        foreach (var (column, _) in bare)
        {
            if (IsHeadedByTime(grid, row, column) || (named && IsHeadedByRole(grid, row, column)))
                return;
        }
        foreach (var (_, cell) in bare)
            cell.Sense = cell.Sense with { MayBeFigure = false };
    }

    private static bool RisesEvenly(List<(int Column, GridCell Cell)> bare)
    {
        var step = bare[1].Cell.Sense.Year!.Value - bare[0].Cell.Sense.Year!.Value;
        if (step is 0 or > 10 or < -10)
            return false;
        for (var i = 2; i < bare.Count; i++)
        {
            if (bare[i].Cell.Sense.Year!.Value - bare[i - 1].Cell.Sense.Year!.Value != step)
                return false;
        }
        return true;
    }

    private static bool IsAmongHeadings(TableGrid grid, int row, int column)
    {
        if (IsHeadedByTime(grid, row, column) || IsHeadedByTime(grid.Transposed, column, row))
            return false;
        var axes = 0;
        foreach (var (_, cell) in grid.Row(row))
        {
            if (cell.Sense.Figure is not null)
                return false;
            if (cell.Sense.IsAxis && !cell.Sense.MayBeFigure)
                axes++;
        }
        return axes > 0;
    }

    private static bool IsHeadedByTime(TableGrid grid, int row, int column)
    {
        for (var above = 0; above < row; above++)
        {
            if (grid[above, column]?.Sense is { HasTime: true, MayBeFigure: false })
                return true;
        }
        return false;
    }

    private static bool IsHeadedByRole(TableGrid grid, int row, int column)
    {
        for (var above = 0; above < row; above++)
        {
            if (grid[above, column]?.Sense is { IsAxis: true, MayBeFigure: false })
                return true;
        }
        return false;
    }
}
