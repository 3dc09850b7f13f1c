namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>One row as the sums prove it: a total and the figures that make it, largest first; no order of years yet.</summary>
internal sealed record SummedRow(decimal Total, IReadOnlyList<decimal> Parts);

/// <summary>One way to part all figures into rows, and the figures that are left as baselines.</summary>
internal sealed record SummedRows(IReadOnlyList<SummedRow> Rows, IReadOnlyList<decimal> Baselines);

/// <summary>
/// All ways to part figures without places into rows whose parts add up to a total that is one of the figures.
/// The search is complete or says that it was not.
/// </summary>
internal sealed class SumSearch
{
    private const int NodeLimit = 200_000;
    private const int SurvivorLimit = 32;

    private readonly decimal[] values;
    private readonly int[] counts;
    private readonly int partsPerRow;
    private readonly bool hasNegative;
    private readonly List<SummedRow> rows = [];
    private readonly List<decimal> baselines = [];
    private readonly List<decimal> parts = [];
    private readonly HashSet<string> seen = [];
    private int rowsLeft;
    private int baselinesLeft;
    private int nodes;

    private SumSearch(IEnumerable<decimal> figures, int rowCount, int partsPerRow, bool hasBaselines)
    {
        var groups = figures.GroupBy(figure => figure).OrderByDescending(group => group.Key).ToList();
        values = [.. groups.Select(group => group.Key)];
        counts = [.. groups.Select(group => group.Count())];
        this.partsPerRow = partsPerRow;
        rowsLeft = rowCount;
        baselinesLeft = hasBaselines ? rowCount : 0;
        hasNegative = values.Length > 0 && values[^1] < 0;
    }

    public List<SummedRows> Survivors { get; } = [];

    /// <summary>False when a limit ended the search: then nothing that was found proves anything.</summary>
    public bool IsComplete { get; private set; } = true;

    public static SumSearch Run(IReadOnlyList<decimal> figures, int rowCount, int partsPerRow, bool hasBaselines)
    {
        var search = new SumSearch(figures, rowCount, partsPerRow, hasBaselines);
        if (figures.Count == rowCount * (partsPerRow + (hasBaselines ? 2 : 1)) && partsPerRow >= 2)
            search.Place(0, mayBeBaseline: true);
        return search;
    }

    /// <summary>Gives the largest figure that is left its part: a baseline, a total, or with negative figures a part.</summary>
    private void Place(int from, bool mayBeBaseline)
    {
        if (!Enter())
            return;
        while (from < values.Length && counts[from] == 0)
        {
            from++;
            mayBeBaseline = true;
        }
        if (from == values.Length)
        {
            Survive();
            return;
        }
        counts[from]--;
        if (mayBeBaseline && baselinesLeft > 0)
        {
            baselinesLeft--;
            baselines.Add(values[from]);
            Place(from, mayBeBaseline: true);
            baselines.RemoveAt(baselines.Count - 1);
            baselinesLeft++;
        }
        if (rowsLeft > 0)
        {
            rowsLeft--;
            AddParts(from, values[from], values[from], 0);
            if (hasNegative)
                PlaceAsPart(from);
            rowsLeft++;
        }
        counts[from]++;
    }

    /// <summary>With negative figures the largest one may exceed the total of its row.</summary>
    private void PlaceAsPart(int part)
    {
        for (var total = part + 1; total < values.Length; total++)
        {
            if (counts[total] == 0)
                continue;
            counts[total]--;
            parts.Add(values[part]);
            AddParts(part, values[total], values[total] - values[part], part);
            parts.Clear();
            counts[total]++;
        }
    }

    private void AddParts(int start, decimal total, decimal rest, int from)
    {
        var missing = partsPerRow - parts.Count;
        if (missing == 0)
        {
            if (rest == 0)
                CloseRow(start, total);
            return;
        }
        for (var i = from; i < values.Length && IsComplete; i++)
        {
            if (counts[i] == 0 || (!hasNegative && values[i] > rest))
                continue;
            if (values[i] * missing < rest || !Enter())
                return;
            counts[i]--;
            parts.Add(values[i]);
            AddParts(start, total, rest - values[i], i);
            parts.RemoveAt(parts.Count - 1);
            counts[i]++;
        }
    }

    private void CloseRow(int start, decimal total)
    {
        var mine = parts.ToList();
        rows.Add(new SummedRow(total, mine));
        parts.Clear();
        Place(start, mayBeBaseline: false);
        parts.AddRange(mine);
        rows.RemoveAt(rows.Count - 1);
    }

    private void Survive()
    {
        if (rowsLeft != 0 || baselinesLeft != 0)
            return;
        var ordered = rows.OrderByDescending(row => row.Total)
            .ThenBy(row => string.Join(' ', row.Parts), StringComparer.Ordinal)
            .ToList();
        var key = string.Join(';', ordered.Select(row => row.Total + ":" + string.Join(' ', row.Parts)));
        if (!seen.Add(key))
            return;
        Survivors.Add(new SummedRows(ordered, [.. baselines]));
        IsComplete &= Survivors.Count < SurvivorLimit;
    }

    private bool Enter()
    {
        IsComplete &= ++nodes <= NodeLimit;
        return IsComplete;
    }
}
