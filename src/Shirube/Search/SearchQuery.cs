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
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, int Total, bool IsMore)
{
    public static readonly SearchPage Empty = new([], 0, false);
}

/// <summary>A passage in which all terms stand.</summary>
/// <param name="Name">Of the document.</param>
/// <param name="Place">Within its version: a JSON pointer of the reading, or <c>/lines/N</c> of its text.</param>
/// <param name="Passage">Around the first place where a term stands, as written.</param>
public sealed record SearchHit(
    SubjectKey Subject,
    string Name,
    SearchKind Kind,
    string Place,
    bool IsNewest,
    bool IsApproved,
    int? FirstYear,
    int? LastYear,
    IReadOnlyList<PassagePart> Passage
);

/// <summary>A stretch of a passage.</summary>
/// <param name="IsHit">It is what was looked for.</param>
public sealed record PassagePart(string Text, bool IsHit);
