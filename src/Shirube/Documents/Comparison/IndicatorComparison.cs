namespace Shirube.Documents.Comparison;

/// <summary>KPI of two plans, cell by cell, as values.</summary>
internal static class IndicatorComparison
{
    public static IEnumerable<ComparisonRow> Rows(
        IReadOnlyList<ComparedIndicator> old,
        IReadOnlyList<ComparedIndicator> now
    )
    {
        var pairs = IndicatorPairs.Of(old, now);
        var kept = Kept([
            .. pairs.Where(pair => pair is { Old: not null, New: not null }).Select(pair => pair.Old!.No),
        ]);
        return pairs.Select(pair =>
            pair is { Old: { } before, New: not null } && !kept.Contains(before.No)
                ? Moved(Row(before, pair.New), before)
                : Row(pair.Old, pair.New)
        );
    }

    /// <summary>The longest run of those that follow one another as they did; the others moved.</summary>
    private static HashSet<int> Kept(int[] places)
    {
        var longest = new (int Length, int Last)[places.Length];
        for (var at = 0; at < places.Length; at++)
        {
            longest[at] = (1, -1);
            for (var before = 0; before < at; before++)
                if (places[before] < places[at] && longest[before].Length >= longest[at].Length)
                    longest[at] = (longest[before].Length + 1, before);
        }
        var kept = new HashSet<int>();
        var most = longest.Select(run => run.Length).DefaultIfEmpty().Max();
        for (var at = Array.FindIndex(longest, run => run.Length == most); at >= 0; at = longest[at].Last)
            kept.Add(places[at]);
        return kept;
    }

    private static ComparisonRow Moved(ComparisonRow row, ComparedIndicator old) =>
        row with
        {
            Kind = row.Kind is ChangeKind.Same or ChangeKind.Rewritten ? ChangeKind.Moved : row.Kind,
            MovedFrom = PlaceOf(old),
        };

    private static Place PlaceOf(ComparedIndicator indicator) =>
        new(null, [ComparisonText.Of("Indicator", indicator.No)]);

    private static ComparisonRow Row(ComparedIndicator? old, ComparedIndicator? now)
    {
        var of = now ?? old!;
        var place = PlaceOf(of);
        if (old is null || now is null)
            return new(
                RowSubject.Indicator,
                old is null ? ChangeKind.Added : ChangeKind.Removed,
                place,
                Runs(old, _ => true, _ => true, []),
                Runs(now, _ => true, _ => true, [])
            )
            {
                IndicatorName = of.Name,
                Cells =
                [
                    .. of
                        .Cells.Where(cell => !cell.IsOpen)
                        .Select(cell => old is null ? new CellChange(null, cell) : new CellChange(cell, null)),
                ],
            };
        var before = old.Cells.ToLookup(cell => (cell.Field, cell.Year?.Year));
        var after = now.Cells.ToLookup(cell => (cell.Field, cell.Year?.Year));
        var changes = before
            .Select(cell => cell.Key)
            .Union(after.Select(cell => cell.Key))
            .Select(key => new CellChange(before[key].FirstOrDefault(), after[key].FirstOrDefault()))
            .Where(change => !Equals(change.Old?.Value, change.New?.Value) && !IsAside(change))
            .ToList();
        var sure = changes.Where(change => !change.IsUnclear).ToList();
        var isRewritten = old.Cells.Select(cell => cell.Text).SequenceEqual(now.Cells.Select(cell => cell.Text));
        var name = sure.Exists(change => change.Field == CellField.Name) ? WordDiff.Runs(old.Name!, now.Name!) : null;
        return new(
            RowSubject.Indicator,
            sure.Count > 0 ? ChangeKind.Changed
                : changes.Count > 0 ? ChangeKind.Unclear
                : isRewritten ? ChangeKind.Same
                : ChangeKind.Rewritten,
            place,
            OldRuns(_ => true),
            NewRuns(_ => true)
        )
        {
            IndicatorName = of.Name,
            Cells = changes,
            OpenOld = FieldsOf(changes.Where(change => change.Old?.IsOpen == true)),
            OpenNew = FieldsOf(changes.Where(change => change.New?.IsOpen == true)),
            Short = (
                OldRuns(cell => changes.Exists(change => ReferenceEquals(change.Old, cell))),
                NewRuns(cell => changes.Exists(change => ReferenceEquals(change.New, cell)))
            ),
        };

        IReadOnlyList<Run> OldRuns(Func<IndicatorCell, bool> isShown) =>
            Runs(old, isShown, cell => sure.Exists(change => ReferenceEquals(change.Old, cell)), name?.Old ?? []);

        IReadOnlyList<Run> NewRuns(Func<IndicatorCell, bool> isShown) =>
            Runs(now, isShown, cell => sure.Exists(change => ReferenceEquals(change.New, cell)), name?.New ?? []);
    }

    /// <summary>Whatever their years.</summary>
    private static List<string> FieldsOf(IEnumerable<CellChange> changes) =>
        [.. changes.Select(change => ComparisonText.Of($"Csv.{change.Field}")).Distinct()];

    /// <summary>What only Shirube says is no difference of the plans where one side has it not yet.</summary>
    private static bool IsAside(CellChange change) =>
        change.Field is (CellField.Basis or CellField.Direction or CellField.Sum)
        && (change.Old is null || change.New is null || change.IsUnclear);

    /// <summary>A line a cell: its name, then what stands in it.</summary>
    private static IReadOnlyList<Run> Runs(
        ComparedIndicator? indicator,
        Func<IndicatorCell, bool> isShown,
        Func<IndicatorCell, bool> isChanged,
        IReadOnlyList<Run> name
    )
    {
        if (indicator is null)
            return [];
        var runs = new List<Run>();
        foreach (
            var cell in indicator.Cells.Where(cell =>
                cell.Field == CellField.Name || (isShown(cell) && !IsLeftOut(cell))
            )
        )
        {
            if (runs.Count > 0)
                runs.Add(new Run("\n", false));
            runs.Add(new Run(LabelOf(cell), false));
            if (cell.Field == CellField.Name && name.Count > 0)
                runs.AddRange(name);
            else
                runs.Add(new Run(cell.Text, isChanged(cell) && !cell.IsOpen));
        }
        return Run.Joined(runs);
    }

    /// <summary>Nobody has said it yet, or it cannot be worked out.</summary>
    private static bool IsLeftOut(IndicatorCell cell) =>
        cell.IsOpen && cell.Field is (CellField.Basis or CellField.Direction or CellField.Sum);

    private static string LabelOf(IndicatorCell cell) =>
        ComparisonText.Of(
            "Cell",
            cell.Year is { } year
                ? ComparisonText.Of($"CellField.{cell.Field}", ComparisonText.Of(year))
                : ComparisonText.Of(cell.Field)
        );
}
