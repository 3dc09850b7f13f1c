namespace Shirube.Documents.Comparison;

/// <summary>変更の種類 of a row.</summary>
public enum ChangeKind
{
    Same,

    /// <summary>書き方だけ: another width, separator, space or cut; nothing is said otherwise.</summary>
    Rewritten,

    /// <summary>移動: the same words in another place.</summary>
    Moved,
    Changed,
    Added,
    Removed,

    /// <summary>One side was not read with certainty: whether it changed is not known.</summary>
    Unclear,
}

/// <summary>Of what a row speaks.</summary>
public enum RowSubject
{
    Fact,
    Indicator,
    Text,
}

/// <summary>新旧対照表の一行</summary>
/// <param name="Old">The old side whole; empty where it has nothing.</param>
/// <param name="New">The new side whole; empty where it has nothing.</param>
public sealed record ComparisonRow(
    RowSubject Subject,
    ChangeKind Kind,
    Place Place,
    IReadOnlyList<Run> Old,
    IReadOnlyList<Run> New
)
{
    /// <summary>Of a fact's row.</summary>
    public PlanFact? Fact { get; init; }

    /// <summary>Where it stood before, when it stands in another place or order now.</summary>
    public Place? MovedFrom { get; init; }

    /// <summary>Text that says again what the rows of facts and KPIs say as values: once is enough where only changes are shown.</summary>
    public bool IsRestated { get; init; }

    /// <summary>Too long for its words to be compared: both sides are marked as a whole.</summary>
    public bool IsCapped { get; init; }

    /// <summary>Of an indicator's row: its name now, or the one that it had.</summary>
    public string? IndicatorName { get; init; }

    /// <summary>What the old side does not say or was not read with certainty: why a change cannot be judged.</summary>
    public IReadOnlyList<string> OpenOld { get; init; } = [];

    /// <summary>As <see cref="OpenOld"/>, of the new side.</summary>
    public IReadOnlyList<string> OpenNew { get; init; } = [];

    /// <summary>The cells of an indicator's row that differ; all of one that was added or removed.</summary>
    public IReadOnlyList<CellChange> Cells { get; init; } = [];

    /// <summary>An indicator's name and those cells alone; null for other rows.</summary>
    public (IReadOnlyList<Run> Old, IReadOnlyList<Run> New)? Short { get; init; }

    /// <summary>What a table shows of the two sides.</summary>
    /// <param name="whole">What stayed too, not only what changed.</param>
    public (IReadOnlyList<Run> Old, IReadOnlyList<Run> New) Sides(bool whole) =>
        whole || Kind == ChangeKind.Same ? (Old, New) : Short ?? (Old, New);

    /// <summary>
    /// 変更 with what else is to be said of it: whence it moved, that its words were not compared, why it cannot be judged.
    /// </summary>
    public string Note =>
        string.Join(
            '\n',
            (
                (string?[])
                    [
                        ComparisonText.Of(Kind),
                        MovedFrom is null ? null
                        : MovedFrom.Equals(Place) ? ComparisonText.Of("Row.MovedWithin")
                        : ComparisonText.Of("Row.MovedFrom", MovedFrom.Label),
                        IsCapped ? ComparisonText.Of("Row.Capped") : null,
                        Why("Row.UnclearOld", OpenOld),
                        Why("Row.UnclearNew", OpenNew),
                    ]
            ).Where(note => note is not null)
        );

    private static string? Why(string key, IReadOnlyList<string> open) =>
        open.Count == 0 ? null : ComparisonText.Of(key, string.Join(ComparisonText.Of("ListComma"), open));

    /// <summary>Paragraphs that one place gained or lost, or that moved there together, in one row.</summary>
    internal static IEnumerable<ComparisonRow> Joined(IEnumerable<ComparisonRow> rows)
    {
        ComparisonRow? open = null;
        foreach (var row in rows)
        {
            if (open is not null && open.IsJoinedBy(row))
                open = open with { Old = With(open.Old, row.Old), New = With(open.New, row.New) };
            else
            {
                if (open is not null)
                    yield return open;
                open = row;
            }
        }
        if (open is not null)
            yield return open;
    }

    private bool IsJoinedBy(ComparisonRow next) =>
        Kind is ChangeKind.Added or ChangeKind.Removed or ChangeKind.Moved
        && Kind == next.Kind
        && IsRestated == next.IsRestated
        && Place.Equals(next.Place)
        && Equals(MovedFrom, next.MovedFrom);

    private static IReadOnlyList<Run> With(IReadOnlyList<Run> runs, IReadOnlyList<Run> more) =>
        runs.Count == 0 || more.Count == 0 ? runs : Run.Joined([.. runs, new("\n", more[0].IsChanged), .. more]);

    public string OldText => string.Concat(Old.Select(run => run.Text));
    public string NewText => string.Concat(New.Select(run => run.Text));
}

/// <summary>One cell of an indicator on both sides; null where a side has no such cell.</summary>
public sealed record CellChange(IndicatorCell? Old, IndicatorCell? New)
{
    public CellField Field => (New ?? Old)!.Field;

    public bool IsUnclear => Old?.IsOpen == true || New?.IsOpen == true;
}
