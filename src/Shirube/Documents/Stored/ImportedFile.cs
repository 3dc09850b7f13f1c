using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>A file that is to be imported.</summary>
/// <param name="FileName">Name without folders.</param>
public sealed record ImportedFile(string FileName, byte[] Content)
{
    /// <summary>Whose document it is; null to take the first of the governments that the document names.</summary>
    public GovernmentCode? Government { get; init; }

    /// <summary>What a person put right before anything was stored.</summary>
    public IReadOnlyList<ValueCorrection> Corrections { get; init; } = [];

    internal string? CorrectedOr(string pointer, string? read) =>
        Corrections.LastOrDefault(correction => correction.Pointer == pointer) is { } given ? given.Value : read;
}

/// <summary>A value that a person puts in place of what was read.</summary>
/// <param name="Pointer">JSON pointer in the reading, for example <c>/indicators/0/baseline</c>.</param>
/// <param name="Value">As a person types it; null or blank for no value.</param>
/// <param name="Person">Who typed it, where that is not the one who asks: the other editor of a draft.</param>
public sealed record ValueCorrection(string Pointer, string? Value, string Reason, Guid? Person = null);

public enum ImportEffect
{
    /// <summary>A document that was not there.</summary>
    Created,

    /// <summary>A new version of a document that was there.</summary>
    NewVersion,

    /// <summary>This very file was there already; nothing changed.</summary>
    Unchanged,

    /// <summary>This very file was there already; the corrections are new.</summary>
    Corrected,
}

/// <param name="Name">Of the document.</param>
/// <param name="Address">Of its page, from the root of the site.</param>
public sealed record ImportOutcome(ImportEffect Effect, VersionKey Version, string Name, string Address)
{
    /// <summary>What became of the corrections of the version before.</summary>
    public IReadOnlyList<CarriedCorrection> Corrections { get; init; } = [];
}
