namespace Shirube.Documents.Comparison;

/// <summary>
/// Which KPI of one plan is which of the other: by its name, then by a name that is nearly the same with the same unit,
/// then, renamed, by figures that no other has.
/// </summary>
internal static class IndicatorPairs
{
    /// <summary>Equal figures of which two KPIs are one with a new name.</summary>
    private const int LeastFigures = 3;

    /// <summary>Pairs in the order of the new plan, what it has no more behind them.</summary>
    public static IReadOnlyList<(ComparedIndicator? Old, ComparedIndicator? New)> Of(
        IReadOnlyList<ComparedIndicator> old,
        IReadOnlyList<ComparedIndicator> now
    )
    {
        var left = old.ToList();
        var found = new Dictionary<ComparedIndicator, ComparedIndicator>(ReferenceEqualityComparer.Instance);
        ByEqual(one => (KeyOf(one.Name), KeyOf(one.Unit)));
        ByEqual(one => (KeyOf(one.Name), null));
        ByLikeness();
        ByFigures();
        return
        [
            .. now.Select(one => (found.GetValueOrDefault(one), (ComparedIndicator?)one)),
            .. left.Select(one => ((ComparedIndicator?)one, (ComparedIndicator?)null)),
        ];

        IEnumerable<ComparedIndicator> Open() => now.Where(one => !found.ContainsKey(one)).ToList();

        void Pair(ComparedIndicator before, ComparedIndicator after)
        {
            found.Add(after, before);
            left.Remove(before);
        }

        void ByEqual(Func<ComparedIndicator, (string? Name, string? Unit)> key)
        {
            foreach (var after in Open())
                if (key(after).Name is not null && left.Find(one => key(one) == key(after)) is { } before)
                    Pair(before, after);
        }

        void ByLikeness()
        {
            var (before, after) = (
                left.Where(one => one.Name is not null).ToList(),
                Open().Where(one => one.Name is not null).ToList()
            );
            var pairs = LikenessPairs.Of(
                [.. before.Select(one => KeyOf(one.Name)!)],
                [.. after.Select(one => KeyOf(one.Name)!)],
                (a, b) => KeyOf(before[a].Unit) == KeyOf(after[b].Unit)
            );
            foreach (var (a, b) in pairs.Pairs.Where(pair => IsOneUnit(before[pair.Left], after[pair.Right])))
                Pair(before[a], after[b]);
        }

        void ByFigures()
        {
            foreach (var after in Open())
                if (
                    left.Where(before => HaveOneSeries(before, after)).Take(2).ToList() is [var only]
                    && Open().Count(one => HaveOneSeries(only, one)) == 1
                )
                    Pair(only, after);
        }
    }

    /// <summary>A unit that was not read contradicts nothing.</summary>
    private static bool IsOneUnit(ComparedIndicator a, ComparedIndicator b) =>
        a.Unit is null || b.Unit is null || KeyOf(a.Unit) == KeyOf(b.Unit);

    private static bool HaveOneSeries(ComparedIndicator a, ComparedIndicator b)
    {
        var (left, right) = (Figures(a), Figures(b));
        return IsOneUnit(a, b)
            && left.Count >= LeastFigures
            && left.SequenceEqual(right)
            // A row of zeros is many KPIs' row.
            && left.Select(figure => figure.Value).Distinct().Count() > 1;
    }

    private static List<(CellField, int?, object? Value)> Figures(ComparedIndicator indicator) =>
        [
            .. indicator
                .Cells.Where(cell => cell is { Field: CellField.Baseline or CellField.Target, IsOpen: false })
                .Select(cell => (cell.Field, cell.Year?.Year, cell.Value)),
        ];

    private static string? KeyOf(string? text) => text is null ? null : ScriptChunks.Fold(text).ToUpperInvariant();
}
