namespace Shirube.Plans.Writing;

/// <summary>What is written under one key of the outline.</summary>
public sealed class DraftPassage : DraftPart
{
    public const int MaxLength = 100_000;

    public required string Key { get; init; }
    public required string Text { get; set; }

    /// <summary>Counts the saved texts from 1; 0 means that nothing was saved yet.</summary>
    public int Revision { get; set; }
    public Guid? SavedBy { get; set; }
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Address of the part that it began as a copy of.</summary>
    public string? CopiedFrom { get; init; }
}

/// <summary>もう一つの文: what somebody wrote on an older text than the saved one, until a person has put both together.</summary>
public sealed class DraftRival : DraftPart
{
    /// <summary>Counts from 1 within the plan.</summary>
    public int Number { get; init; }

    /// <summary>Of the passage.</summary>
    public required string Key { get; init; }
    public required string Text { get; set; }

    /// <summary>The revision that its writer had seen.</summary>
    public int BasedOn { get; init; }
    public Guid WrittenBy { get; init; }
    public DateTimeOffset WrittenAt { get; set; }
    public Guid? SettledBy { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
}

/// <summary>The state of one section.</summary>
public sealed class DraftSection : DraftPart
{
    public required string Section { get; init; }
    public SectionState State { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string? Said { get; set; }
    public Guid? SetBy { get; set; }
    public DateTimeOffset SetAt { get; set; }
}

public enum SectionState
{
    /// <summary>未着手</summary>
    NotStarted,

    /// <summary>入力中</summary>
    Writing,

    /// <summary>完了</summary>
    Done,

    /// <summary>差戻し</summary>
    SentBack,
}

/// <summary>A finding that somebody with the right let stand.</summary>
public sealed class DraftExcuse : DraftPart
{
    public int Number { get; init; }

    /// <summary>Of the finding.</summary>
    public required string Code { get; init; }

    /// <summary><see cref="PlacedFinding.Key"/>.</summary>
    public required string Finding { get; init; }
    public required string Reason { get; init; }
    public Guid? ExcusedBy { get; init; }
    public DateTimeOffset ExcusedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>What a plan held before an earlier state was put in its place.</summary>
public sealed class DraftSnapshot : DraftPart
{
    public int Number { get; init; }

    /// <summary><see cref="PlanContentJson"/>.</summary>
    public required byte[] Content { get; init; }
    public Guid? TakenBy { get; init; }
    public DateTimeOffset TakenAt { get; init; }
}
