namespace Shirube.Documents.Comparison;

/// <summary>基本事項 of two plans.</summary>
internal static class FactComparison
{
    public static IEnumerable<ComparisonRow> Rows(IReadOnlyList<ComparedFact> old, IReadOnlyList<ComparedFact> now) =>
        from fact in Enum.GetValues<PlanFact>()
        let before = old.FirstOrDefault(one => one.Fact == fact)?.Text
        let after = now.FirstOrDefault(one => one.Fact == fact)?.Text
        where before is not null || after is not null
        select Row(fact, before, after);

    private static ComparisonRow Row(PlanFact fact, string? before, string? after)
    {
        var place = new Place(null, [ComparisonText.Of(fact)]);
        var row = new ComparisonRow(RowSubject.Fact, ChangeKind.Unclear, place, Whole(before), Whole(after))
        {
            Fact = fact,
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
