using Shirube.Governments;

namespace Shirube.Approvals;

/// <summary>委任: lets one approver act for another from one day to another. Not handed on: the delegate's delegate gets none of it.</summary>
public sealed class Delegation
{
    public const int MaxDays = 366;

    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government.</summary>
    public int Number { get; init; }
    public Guid FromPerson { get; init; }
    public Guid ToPerson { get; init; }
    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; earlier than <see cref="ValidFrom"/> when it was taken back before it began.</summary>
    public DateOnly ValidUntil { get; set; }
    public required string Reason { get; init; }
    public DateTimeOffset MadeAt { get; init; }

    public bool IsOpenOn(DateOnly day) => ValidFrom <= day && day <= ValidUntil;
}
