using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>One document as lists show it, with what its newest version holds.</summary>
public sealed record ListedDocument
{
    public required Document Document { get; init; }

    /// <summary>Number of the newest version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>決裁: number of the approval that decided the newest version; null where that was imported.</summary>
    public int? Approval { get; init; }

    /// <summary>KPIs of a plan or of the projects of a sheet.</summary>
    public required int Indicators { get; init; }

    /// <summary>Findings of that severity as they were when the version was imported.</summary>
    public required int Errors { get; init; }

    /// <inheritdoc cref="Errors"/>
    public required int Warnings { get; init; }

    /// <summary>Corrections of the newest version.</summary>
    public required int Corrections { get; init; }

    /// <summary>共同: the other governments that make the plan together with the one that keeps it.</summary>
    public required IReadOnlyList<GovernmentCode> JointWith { get; init; }

    /// <summary>The government keeps it, or is one of those who make it.</summary>
    public bool IsOf(GovernmentCode government) =>
        Document.GovernmentCode == government || JointWith.Contains(government);
}
