using Shirube.Governments;

namespace Shirube.Approvals;

/// <summary>経過: one act on an approval. Never changed, never removed.</summary>
public sealed class ApprovalEntry
{
    public GovernmentCode GovernmentCode { get; init; }
    public int ApprovalNumber { get; init; }

    /// <summary>Counts from 1 within the approval.</summary>
    public int Number { get; init; }
    public ApprovalAct Act { get; init; }
    public ApprovalState To { get; init; }
    public int Round { get; init; }

    /// <summary>0 for the drafter's own acts.</summary>
    public int StepPosition { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Reason or opinion.</summary>
    public string? Said { get; init; }
}
