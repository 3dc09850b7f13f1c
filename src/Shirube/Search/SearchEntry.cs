using Shirube.Governments;

namespace Shirube.Search;

/// <summary>What the passages of a search belong to. The names are stored.</summary>
public enum SearchSubject
{
    /// <summary>A version of a document.</summary>
    Document,

    /// <summary>計画案: version 0.</summary>
    Draft,
}

/// <summary>One version of a document, or a plan that is being written.</summary>
public readonly record struct SubjectKey(GovernmentCode Government, SearchSubject Subject, int Number, int Version)
{
    public static SubjectKey Of(Documents.Stored.VersionKey version) =>
        new(version.Government, SearchSubject.Document, version.Document, version.Version);
}

/// <summary>A passage as it is put into the index.</summary>
/// <param name="Place">Within its version: a JSON pointer of the reading, or <c>/lines/N</c> of its text.</param>
public sealed record SearchEntry(SearchKind Kind, string Place, string Written)
{
    public string Folded => field ??= FoldedText.Fold(Written);

    /// <param name="at">When the version came to be.</param>
    internal long RankAt(DateTimeOffset at) =>
        ((long)SearchKinds.WeightOf(Kind, Place) << 40) + Math.Clamp(at.ToUnixTimeSeconds(), 0, (1L << 40) - 1);

    internal int[] KeysIn(GovernmentCode government) =>
        [.. SearchKeys.Of(Folded), SearchKeys.Of(government), SearchKeys.Of(Kind)];
}

/// <summary>All passages of one version, and what is asked of every one of them.</summary>
/// <param name="At">When it was imported or last written.</param>
/// <param name="Years">First and last fiscal year of its period.</param>
public sealed record IndexedSubject(
    SubjectKey Key,
    DateTimeOffset At,
    bool IsNewest,
    (int? First, int? Last) Years,
    IReadOnlyList<SearchEntry> Entries
);
