namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Puts rows of tab-parted text that lost blank places back under their columns. Copying and trimming drop the blanks
/// at a line's ends, so that a row with fewer cells than the table has columns may begin, or go on, further right than
/// it stands. The kinds of the cells in whole rows tell; where they leave two answers, the row's figures stay open.
/// </summary>
internal sealed class TabRows
{
    private readonly record struct Shift(int Kept, int By);

    private readonly int width;
    private readonly bool[] holdsFigures;
    private readonly bool[] holdsTexts;

    private TabRows(List<List<(Cell Cell, CellSense Sense)>> rows)
    {
        width = rows.Max(row => row.Count);
        holdsFigures = new bool[width];
        holdsTexts = new bool[width];
        foreach (var row in rows.Where(row => row.Count == width))
        {
            for (var column = 0; column < width; column++)
            {
                var sense = row[column].Sense;
                var isBeside = IsHeading(sense) && IsRowHeading(row, column);
                holdsFigures[column] |= IsFigure(sense) || (IsHeading(sense) && !isBeside);
                holdsTexts[column] |= isBeside || sense.Kind is CellKind.Text or CellKind.Label or CellKind.Unit;
            }
        }
    }

    /// <summary>The cells in their columns, and the first cells of rows whose figures have no certain column.</summary>
    public static (IReadOnlyList<Cell> Cells, IReadOnlyList<Cell> Open) Align(IReadOnlyList<Cell> cells)
    {
        var rows = cells
            .GroupBy(cell => cell.Row)
            .Select(row => row.OrderBy(cell => cell.Column).Select(cell => (cell, CellSense.Of(cell.Text))).ToList())
            .ToList();
        if (rows.Count < 2 || rows.TrueForAll(row => row.Count == rows[0].Count))
            return (cells, []);
        var columns = new TabRows(rows);
        var aligned = new List<Cell>();
        var open = new List<Cell>();
        foreach (var row in rows)
        {
            var shift = columns.Place(row);
            if (shift is null)
            {
                // A heading that may stand over other columns leaves every figure below it without a place.
                if (row.Exists(cell => IsHeading(cell.Item2)) && !HasFigure(row))
                    return (cells, [.. rows.Where(HasFigure).Select(r => r[0].cell)]);
                open.Add(row[0].cell);
            }
            var (kept, by) = shift ?? new Shift(row.Count, 0);
            aligned.AddRange(row.Select((cell, i) => i < kept ? cell.cell : cell.cell with { Column = i + by }));
        }
        return (aligned, open);
    }

    private static bool HasFigure(List<(Cell Cell, CellSense Sense)> row) => row.Exists(cell => IsFigure(cell.Sense));

    /// <summary>Null when the row fits in no way, or in more than one.</summary>
    private Shift? Place(List<(Cell Cell, CellSense Sense)> row)
    {
        var asWritten = new Shift(row.Count, 0);
        if (
            row.Count == width
            || Fits(row, asWritten)
            || !row.Exists(cell => IsFigure(cell.Sense) || IsHeading(cell.Sense))
        )
            return asWritten;
        var found = new List<Shift>();
        for (var by = 1; by <= width - row.Count; by++)
        {
            for (var kept = row.Count - 1; kept >= 0; kept--)
            {
                var shift = new Shift(kept, by);
                if (Fits(row, shift) && !found.Exists(other => IsSame(row, other, shift)))
                    found.Add(shift);
            }
        }
        return found is [var only] ? only : null;
    }

    private bool Fits(List<(Cell Cell, CellSense Sense)> row, Shift shift)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var column = i < shift.Kept ? i : i + shift.By;
            var sense = row[i].Sense;
            if (IsFigure(sense) || IsHeading(sense) && !IsRowHeading(row, i))
            {
                if (holdsTexts[column] && !holdsFigures[column])
                    return false;
            }
            else if (
                sense.Kind is CellKind.Text or CellKind.Label or CellKind.Unit
                && holdsFigures[column]
                && !holdsTexts[column]
            )
                return false;
        }
        return true;
    }

    /// <summary>Two shifts that give every figure and heading the same column.</summary>
    private static bool IsSame(List<(Cell Cell, CellSense Sense)> row, Shift left, Shift right)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var isPlaced = IsFigure(row[i].Sense) || IsHeading(row[i].Sense) && !IsRowHeading(row, i);
            if (isPlaced && (i < left.Kept ? 0 : left.By) != (i < right.Kept ? 0 : right.By))
                return false;
        }
        return true;
    }

    /// <summary>目標値 or 実績値 before the figures of its row.</summary>
    private static bool IsRowHeading(List<(Cell Cell, CellSense Sense)> row, int index) =>
        row.Skip(index + 1).Any(cell => IsFigure(cell.Sense));

    private static bool IsFigure(CellSense sense) => sense.Figure is { IsDash: false };

    private static bool IsHeading(CellSense sense) => sense.IsAxis;
}
