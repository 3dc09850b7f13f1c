namespace Shirube.Documents.Comparison;

/// <summary>基本事項 of two plans.</summary>
internal static class FactComparison
{
    public static IEnumerable<ComparisonRow> Rows(IReadOnlyList<ComparedFact> old, IReadOnlyList<ComparedFact> now) =>
        from fact in Enum.GetValues<PlanFact>()
        let before = old.FirstOrDefault(one => one.Fact == fact)
        let after = now.FirstOrDefault(one => one.Fact == fact)
        where before?.Text is not null || after?.Text is not null
        select before?.IsBlank == true ? Alone(ChangeKind.Added, fact, after!.Text!)
        : after?.IsBlank == true ? Alone(ChangeKind.Removed, fact, before!.Text!)
        : Row(fact, before?.Text, after?.Text);

    /// <summary>The other side has certainly nothing there.</summary>
    private static ComparisonRow Alone(ChangeKind kind, PlanFact fact, string text) =>
        new(
            RowSubject.Fact,
            kind,
            PlaceOf(fact),
            kind == ChangeKind.Removed ? [new(text, true)] : [],
            kind == ChangeKind.Added ? [new(text, true)] : []
        )
        {
            Fact = fact,
        };

    private static Place PlaceOf(PlanFact fact) => new(null, [ComparisonText.Of(fact)]);

    private static ComparisonRow Row(PlanFact fact, string? before, string? after)
    {
        var place = PlaceOf(fact);
        var row = new ComparisonRow(RowSubject.Fact, ChangeKind.Unclear, place, Whole(before), Whole(after))
        {
            Fact = fact,
            OpenOld = before is null ? [place.Label] : [],
            OpenNew = after is null ? [place.Label] : [],
        };
        if (before is null || after is null)
            return row;
        if (before == after)
            return row with { Kind = ChangeKind.Same };
        if (ScriptChunks.Fold(before) == ScriptChunks.Fold(after))
            return row with { Kind = ChangeKind.Rewritten };
        // A date or an amount of which only digits changed is read as a whole.
        return
            fact is PlanFact.Name or PlanFact.Area or PlanFact.ProjectName or PlanFact.Authors
            && WordDiff.Runs(before, after) is var (old, now)
            ? row with
            {
                Kind = ChangeKind.Changed,
                Old = old,
                New = now,
            }
            : row with
            {
                Kind = ChangeKind.Changed,
                Old = [new(before, true)],
                New = [new(after, true)],
            };
    }

    private static Run[] Whole(string? text) => [new(text ?? ComparisonText.Open, false)];
}
