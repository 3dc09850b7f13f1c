using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Plans.Writing;

namespace Shirube.Approvals;

/// <summary>
/// 決裁の対象: a kind of thing that can be put through a route. A later kind (an edition of KPIs, a publication) adds one
/// line to <see cref="All"/> and asks <see cref="ApprovalFreeze"/> where it changes its content.
/// </summary>
/// <param name="Kind">As it is stored: <c>documentVersion</c>.</param>
/// <param name="HoldAsync">
/// Finds the subject by its address and holds it until the transaction ends, so that nothing changes it meanwhile;
/// null when the government has no such thing.
/// </param>
/// <param name="FamilyOf">The beginning that addresses of all its versions share: what was approved before is among them.</param>
/// <param name="Differences">From the bytes approved before to those of now.</param>
public sealed record ApprovalSubject(
    string Kind,
    Func<ShirubeDb, GovernmentCode, string, CancellationToken, Task<SubjectContent?>> HoldAsync,
    Func<string, string> FamilyOf,
    Func<byte[], byte[], IEnumerable<Difference>> Differences
)
{
    public static readonly IReadOnlyList<ApprovalSubject> All = [DocumentVersionSubject.Kind, PlanSubject.Kind];

    /// <summary>What follows from the decision, in its transaction; null where nothing does.</summary>
    public Func<ShirubeDb, TimeProvider, Asker, DecidedContent, CancellationToken, Task>? OnDecidedAsync { get; init; }

    /// <summary>Null for a kind that cannot be approved.</summary>
    public static ApprovalSubject? Of(string kind) => All.FirstOrDefault(subject => subject.Kind == kind);
}

/// <summary>What a subject is called, and what it holds now in its kind's canonical form.</summary>
public sealed record SubjectContent(string Name, byte[] Bytes)
{
    /// <summary>Why it cannot be put through a route as it is now; null when it can.</summary>
    public Fault? Fault { get; init; }
}

/// <summary>What was decided.</summary>
/// <param name="Address">Of the subject.</param>
/// <param name="Approval">Number of the approval.</param>
public sealed record DecidedContent(string Address, int Approval, byte[] Bytes);

/// <param name="Place">In the kind's own terms: a JSON pointer.</param>
public sealed record Difference(string Place, string? Item, int? Year, string? Before, string? After);
