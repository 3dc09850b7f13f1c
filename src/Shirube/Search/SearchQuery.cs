using Shirube.Governments;

namespace Shirube.Search;

/// <summary>What is looked for, and among what; what is null does not narrow.</summary>
/// <param name="Text">As typed; see <see cref="SearchTerms"/>.</param>
/// <param name="Year">A fiscal year in the period of the plan or sheet.</param>
/// <param name="IsApproved">Versions that were approved, or those that were not.</param>
/// <param name="EveryVersion">Older versions too.</param>
public sealed record SearchQuery(
    string? Text,
    SearchKind? Kind = null,
    GovernmentCode? Government = null,
    int? Year = null,
    bool? IsApproved = null,
    bool EveryVersion = false
)
{
    public const int PageSize = 20;

    /// <summary>Hits beyond are there, but not counted.</summary>
    public const int Counted = 1000;

    /// <summary>What narrows, beside the text.</summary>
    public bool IsNarrowed => this with { Text = null } != new SearchQuery(Text: null);
}

/// <summary>One page of what was found.</summary>
/// <param name="Total">How many passages there are in all.</param>
/// <param name="IsMore">There are more than <paramref name="Total"/>.</param>
public sealed record FoundPage(IReadOnlyList<SearchHit> Hits, int Total, bool IsMore)
{
    public static readonly FoundPage Empty = new([], 0, false);
}

/// <summary>A passage in which all terms stand.</summary>
public sealed record SearchHit
{
    public required SubjectKey Subject { get; init; }

    /// <summary>Of the document, or of the plan under writing.</summary>
    public required string Name { get; init; }
    public required SearchKind Kind { get; init; }

    /// <summary>
    /// Within its version: a JSON pointer of the reading, or <c>/lines/N</c> of its text; within a plan under writing
    /// <c>/passages/KEY</c>, <c>/indicators/N/…</c> or <c>/nodes/N/…</c>.
    /// </summary>
    public required string Place { get; init; }
    public required bool IsNewest { get; init; }
    public required bool IsApproved { get; init; }

    /// <summary>Of the chapter, section or project in which it stands.</summary>
    public string? Heading { get; init; }

    /// <summary>The page of a plan under writing, below its address: <c>/sections/4-1</c>; null in a document.</summary>
    public string? Section { get; init; }

    /// <summary>Lines of the passage before the one with the first hit.</summary>
    public int LinesBefore { get; init; }

    /// <summary>Around the first place where a term stands, as written.</summary>
    public required IReadOnlyList<PassagePart> Passage { get; init; }

    /// <summary>Of the document's page in the version that was found, or of the plan's.</summary>
    public string Address =>
        Subject.Subject == SearchSubject.Draft
            ? Plans.Writing.PlanDraft.AddressOf(Subject.Government, Subject.Number) + Section
            : Documents.Stored.Document.AddressOf(Subject.Government, Subject.Number)
                + (IsNewest ? "" : $"?version={Subject.Version}");
}

/// <summary>A stretch of a passage.</summary>
/// <param name="IsHit">It is what was looked for.</param>
public sealed record PassagePart(string Text, bool IsHit);
