namespace Shirube.Documents.Recognition.Sheets;

/// <summary>One row of a flattened sheet: its marks, and where it begins and ends in the text.</summary>
internal sealed record FlatRow(int From, int To, IReadOnlyList<FlatMark> Marks)
{
    public FlatMark? Goal => Of(FlatMarkKind.Goal);
    public FlatMark? Numbers => Of(FlatMarkKind.Numbers);
    public FlatMark? Evaluation => Of(FlatMarkKind.Evaluation);
    public FlatMark? NextStep => Of(FlatMarkKind.NextStep);

    /// <summary>Whether the row stands clear of its neighbours: what lies between two rows belongs to one of them.</summary>
    public bool BeginsClearly { get; init; } = true;
    public bool EndsClearly { get; init; } = true;

    private FlatMark? Of(FlatMarkKind kind) => Marks.FirstOrDefault(mark => mark.Kind == kind);
}

/// <summary>Deals the marks out to rows: a row ends where a mark comes that it has already passed.</summary>
internal static class FlatRows
{
    public static IReadOnlyList<FlatRow> Deal(SheetText text, IReadOnlyList<FlatMark> marks)
    {
        var groups = new List<List<FlatMark>>();
        foreach (var mark in marks)
        {
            if (groups.Count == 0 || groups[^1][^1].Kind >= mark.Kind)
                groups.Add([]);
            groups[^1].Add(mark);
        }
        // A number or a goal alone, far from any evaluation, is part of the running text or of the heading.
        groups.RemoveAll(group => !group.Exists(mark => mark.Kind is FlatMarkKind.Evaluation or FlatMarkKind.NextStep));
        var hasGoals = groups.Exists(group => group[0].Kind == FlatMarkKind.Goal);
        return [.. groups.Select((group, i) => Row(text, groups, i, hasGoals))];
    }

    private static FlatRow Row(SheetText text, List<List<FlatMark>> groups, int i, bool hasGoals)
    {
        var next = i + 1 < groups.Count ? groups[i + 1] : null;
        return new FlatRow(
            Start(text, groups, i),
            next is null ? text.Text.Length : Start(text, groups, i + 1),
            groups[i]
        )
        {
            BeginsClearly = !hasGoals || groups[i][0].Kind == FlatMarkKind.Goal,
            EndsClearly = next is null || !hasGoals || next[0].Kind == FlatMarkKind.Goal,
        };
    }

    /// <summary>A row without a goal begins with the block in front of, or around, its numbers.</summary>
    private static int Start(SheetText text, List<List<FlatMark>> groups, int i)
    {
        var first = groups[i][0];
        if (first.Kind == FlatMarkKind.Goal)
            return first.From;
        var before = i == 0 ? 0 : groups[i - 1][^1].To;
        var blocks = text.Blocks(before, first.From);
        return blocks.Count == 0 ? first.From : blocks[^1].From;
    }
}
