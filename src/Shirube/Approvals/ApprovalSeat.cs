using Shirube.Governments;

namespace Shirube.Approvals;

/// <summary>A step of a running approval, as the route said when it was submitted. Never changed.</summary>
public sealed class ApprovalStep
{
    public GovernmentCode GovernmentCode { get; init; }
    public int ApprovalNumber { get; init; }

    /// <summary>Of which submission.</summary>
    public int Round { get; init; }
    public int Position { get; init; }
    public StepKind Kind { get; init; }
    public required string Name { get; init; }
}

/// <summary>In what capacity somebody filled a seat.</summary>
public enum SeatHolding
{
    /// <summary>As its member.</summary>
    Own,

    /// <summary>代決: as the deputy whom the route names.</summary>
    Deputy,

    /// <summary>代決: by a delegation of its member.</summary>
    Delegate,
}

/// <summary>A member of a step of a running approval, and what came of it.</summary>
public sealed class ApprovalSeat
{
    public GovernmentCode GovernmentCode { get; init; }
    public int ApprovalNumber { get; init; }
    public int Round { get; init; }
    public int StepPosition { get; init; }
    public int Position { get; init; }
    public Guid? PersonId { get; init; }
    public int? DepartmentNumber { get; init; }
    public Guid? DeputyId { get; init; }

    /// <summary>Who agreed or decided; null while nobody did. No person fills two seats of one submission.</summary>
    public Guid? FilledBy { get; private set; }
    public DateTimeOffset? FilledAt { get; private set; }
    public SeatHolding? Holding { get; private set; }
    public string? Opinion { get; private set; }

    /// <summary>後閲: who of those stood in for has looked at it since.</summary>
    public Guid? ConfirmedBy { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public bool IsOpen => FilledBy is null;

    /// <summary>Somebody stood in, and nobody of those has looked at it yet.</summary>
    public bool AwaitsConfirmation => Holding is SeatHolding.Deputy or SeatHolding.Delegate && ConfirmedBy is null;

    internal void Fill(Guid person, SeatHolding holding, string? opinion, DateTimeOffset now) =>
        (FilledBy, Holding, Opinion, FilledAt) = (person, holding, opinion, now);

    internal void Confirm(Guid person, DateTimeOffset now) => (ConfirmedBy, ConfirmedAt) = (person, now);
}
