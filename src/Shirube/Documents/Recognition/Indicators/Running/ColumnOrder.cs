namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Rows in the order in which the text of the columns runs through them, and whether the columns run from the first
/// year to the last or backwards.
/// </summary>
/// <param name="Rows">Index of the row that is printed first, second, ….</param>
/// <param name="Parts">For each printed row the token of each year, first year first.</param>
/// <param name="Totals">For each printed row the token of its total.</param>
internal sealed record ColumnOrder(
    IReadOnlyList<int> Rows,
    IReadOnlyList<IReadOnlyList<int>> Parts,
    IReadOnlyList<int> Totals
);

/// <summary>
/// Puts rows that sums have proved into their printed order. In a table that was written out column by column, figures
/// that follow one another in the text are of one column and go down through the rows. Each order of the rows, with the
/// years rising forwards or backwards through the text, is laid over the whole text; the one that needs the fewest cuts
/// is taken only where every other order needs clearly more and neighbouring rows follow one another in three columns of four.
/// </summary>
internal sealed class ColumnOrderSearch
{
    private const int NodeLimit = 300_000;
    private const int MostRows = 6;
    private const int Refuted = 1_000_000;
    private const int Baseline = -1;
    private const decimal AnyBaseline = decimal.MinValue;

    /// <summary>Below it, a sum holds by chance once in some twenty exchanges.</summary>
    private const decimal SmallTotal = 20;

    /// <summary>So many more cuts must any other order need.</summary>
    private const int Margin = 2;

    private readonly IReadOnlyList<IndicatorToken> figures;
    private readonly bool[] startsRun;
    private readonly SummedRows rows;
    private readonly int years;
    private readonly decimal[][] queues;
    private readonly int[] next;
    private readonly int[] position;
    private readonly bool[] totalTaken;
    private readonly Dictionary<decimal, int> baselines;
    private readonly (int Row, int Column)[] cells;

    /// <summary>The row whose total is taken for misprinted: any figure may stand in it. −1 for none.</summary>
    private int free = -1;
    private decimal[] taken = [];
    private bool fitsWithMisprint;
    private int bestCuts = int.MaxValue;
    private int bestOfOrder;
    private (int Row, int Column)[]? bestCells;
    private int nodes;

    private ColumnOrderSearch(IReadOnlyList<IndicatorToken> figures, bool[] startsRun, SummedRows rows)
    {
        this.figures = figures;
        this.startsRun = startsRun;
        this.rows = rows;
        years = rows.Rows[0].Parts.Count;
        queues = new decimal[rows.Rows.Count][];
        next = new int[rows.Rows.Count];
        position = new int[rows.Rows.Count];
        totalTaken = new bool[rows.Rows.Count];
        baselines = rows.Baselines.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        cells = new (int, int)[figures.Count];
    }

    /// <param name="startsRun">True for a figure that other text parts from the figure before it.</param>
    /// <returns>Null when no order is clearly the best, or when the search met its limit.</returns>
    /// <param name="fitsWithMisprint">True when no order is given because a misprinted total would fit as well.</param>
    public static ColumnOrder? Find(
        IReadOnlyList<IndicatorToken> figures,
        bool[] startsRun,
        SummedRows rows,
        out bool fitsWithMisprint
    )
    {
        fitsWithMisprint = false;
        if (rows.Rows.Count > MostRows)
            return null;
        var search = new ColumnOrderSearch(figures, startsRun, rows);
        var order = search.Find();
        fitsWithMisprint = search.fitsWithMisprint;
        return order;
    }

    private ColumnOrder? Find()
    {
        var found = new List<(int Cuts, bool Backwards, int[] Order, (int Row, int Column)[] Cells)>();
        foreach (var backwards in (bool[])[true, false])
        {
            for (var row = 0; row < queues.Length; row++)
                queues[row] = [.. backwards ? rows.Rows[row].Parts : rows.Rows[row].Parts.Reverse()];
            foreach (var order in Permutations(rows.Rows.Count))
            {
                for (var i = 0; i < order.Length; i++)
                    position[order[i]] = i;
                bestOfOrder = bestCuts == int.MaxValue ? int.MaxValue : bestCuts + Margin;
                bestCells = null;
                Place(0, 0);
                if (nodes > NodeLimit)
                    return null;
                if (bestCells is null)
                    continue;
                found.Add((bestOfOrder, backwards, [.. order], bestCells));
                bestCuts = Math.Min(bestCuts, bestOfOrder);
            }
        }
        return Choose(found);
    }

    private ColumnOrder? Choose(List<(int Cuts, bool Backwards, int[] Order, (int Row, int Column)[] Cells)> found)
    {
        var near = found.Where(one => one.Cuts < bestCuts + Margin).ToList();
        if (near.Count == 0 || near.Exists(one => !SameRows(one.Order, near[0].Order)))
            return null;
        var (_, backwards, order, best) = near.MinBy(one => one.Cuts);
        if (near.Exists(one => one.Backwards != backwards) && rows.Rows.Any(row => row.Parts.Distinct().Count() > 1))
            return null;
        if (!AreTogether(best, years) || (rows.Baselines.Count > 0 && !AreTogether(best, Baseline)))
            return null;
        for (var i = 1; i < order.Length; i++)
        {
            if (Links(best, order[i - 1], order[i]) * 4 < (years + 1) * 3)
                return null;
        }
        fitsWithMisprint = FitsWithMisprint(order, backwards, best);
        return fitsWithMisprint ? null : Build(order, backwards, best);
    }

    /// <summary>
    /// True when another arrangement needs fewer cuts once the total of one row is taken for misprinted: then the sums
    /// may hold by chance, and nothing tells a printed figure from the one it would be exchanged for. Where the total is
    /// small, chance is likely enough that as few cuts will do.
    /// </summary>
    private bool FitsWithMisprint(int[] order, bool backwards, (int Row, int Column)[] best)
    {
        var cuts = bestCuts;
        for (var i = 0; i < order.Length; i++)
            position[order[i]] = i;
        for (var row = 0; row < queues.Length; row++)
            queues[row] = [.. backwards ? rows.Rows[row].Parts : rows.Rows[row].Parts.Reverse()];
        baselines[AnyBaseline] = rows.Baselines.Count;
        for (free = 0; free < order.Length; free++)
        {
            bestOfOrder = Math.Abs(rows.Rows[free].Total) < SmallTotal ? cuts + 1 : cuts;
            bestCells = null;
            taken = ValuesOfFreeRow(best);
            nodes = 0;
            Place(0, 0);
            if (nodes > NodeLimit || bestCells is not null)
                return true;
        }
        return false;
    }

    private decimal[] ValuesOfFreeRow((int Row, int Column)[] placed)
    {
        var values = new decimal[years + 1];
        for (var i = 0; i < placed.Length; i++)
        {
            if (placed[i].Row == free)
                values[placed[i].Column] = figures[i].Value;
        }
        return values;
    }

    /// <summary>Rows of equal figures may stand in either order: the reading is the same.</summary>
    private bool SameRows(int[] one, int[] other) =>
        one.Zip(other)
            .All(pair =>
                rows.Rows[pair.First].Total == rows.Rows[pair.Second].Total
                && rows.Rows[pair.First].Parts.SequenceEqual(rows.Rows[pair.Second].Parts)
            );

    private int Links((int Row, int Column)[] best, int upper, int lower)
    {
        var links = 0;
        for (var i = 1; i < best.Length; i++)
        {
            if (!startsRun[i] && best[i - 1] == (upper, best[i].Column) && best[i].Row == lower)
                links++;
        }
        return links;
    }

    /// <summary>
    /// The cells of a column stand together but for one, so that totals and baselines, which sums could exchange where
    /// a total is misprinted, are seen to be columns.
    /// </summary>
    private bool AreTogether((int Row, int Column)[] best, int column)
    {
        var links = 0;
        for (var i = 1; i < best.Length; i++)
        {
            if (!startsRun[i] && best[i].Column == column && best[i - 1].Column == column)
                links++;
        }
        return links >= Math.Max(1, rows.Rows.Count - 2);
    }

    private ColumnOrder Build(int[] order, bool backwards, (int Row, int Column)[] best)
    {
        var parts = order.Select(_ => new int[years]).ToArray();
        var totals = new int[order.Length];
        for (var i = 0; i < best.Length; i++)
        {
            var (row, column) = best[i];
            if (row < 0)
                continue;
            var printed = Array.IndexOf(order, row);
            if (column == years)
                totals[printed] = i;
            else
                parts[printed][backwards ? years - 1 - column : column] = i;
        }
        return new ColumnOrder(order, parts, totals);
    }

    private void Place(int index, int cuts)
    {
        if (cuts >= Math.Min(bestOfOrder, Refuted) || ++nodes > NodeLimit)
            return;
        if (index == figures.Count)
        {
            if (free >= 0 && ValuesOfFreeRow(cells).AsSpan().SequenceEqual(taken))
                return;
            bestOfOrder = cuts;
            bestCells = [.. cells];
            return;
        }
        var value = figures[index].Value;
        for (var row = 0; row < queues.Length; row++)
        {
            if (next[row] < years && (row == free || queues[row][next[row]] == value))
            {
                cells[index] = (row, next[row]);
                next[row]++;
                Place(index + 1, cuts + CutBefore(index));
                next[row]--;
            }
            if (!totalTaken[row] && (row == free || rows.Rows[row].Total == value))
            {
                cells[index] = (row, years);
                totalTaken[row] = true;
                Place(index + 1, cuts + CutBefore(index));
                totalTaken[row] = false;
            }
        }
        PlaceAsBaseline(index, cuts, value);
    }

    private void PlaceAsBaseline(int index, int cuts, decimal value)
    {
        // Which baseline is which is not known: with a free row only their number counts.
        var key = free >= 0 ? AnyBaseline : value;
        if (!baselines.TryGetValue(key, out var left) || left == 0)
            return;
        cells[index] = (Baseline, Baseline);
        baselines[key] = left - 1;
        Place(index + 1, cuts + CutBefore(index));
        baselines[key] = left;
    }

    /// <summary>
    /// 1 where the figure stands in another column than the one before it, else 0. Figures of one column that go up
    /// through the rows refute the order, and so does a total next to a baseline, as years stand between the two.
    /// Baselines have no known row.
    /// </summary>
    private int CutBefore(int index)
    {
        if (startsRun[index])
            return 0;
        var (row, column) = cells[index];
        var (rowBefore, columnBefore) = cells[index - 1];
        if (column != columnBefore)
            return Math.Min(column, columnBefore) == Baseline && Math.Max(column, columnBefore) == years ? Refuted : 1;
        return column == Baseline || position[row] > position[rowBefore] ? 0 : Refuted;
    }

    private static IEnumerable<int[]> Permutations(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        yield return order;
        while (true)
        {
            var i = count - 2;
            while (i >= 0 && order[i] > order[i + 1])
                i--;
            if (i < 0)
                yield break;
            var j = count - 1;
            while (order[j] < order[i])
                j--;
            (order[i], order[j]) = (order[j], order[i]);
            Array.Reverse(order, i + 1, count - i - 1);
            yield return order;
        }
    }
}
