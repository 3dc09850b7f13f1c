namespace Shirube.Documents.Stored;

/// <summary>What becomes of a correction when the document is handed in anew.</summary>
public enum CarryResult
{
    /// <summary>The new version was read as the old one was: the correction holds on.</summary>
    Carried,

    /// <summary>The new version itself says what the correction put in.</summary>
    Settled,

    /// <summary>The new version says something else; a person decides.</summary>
    Changed,

    /// <summary>The new version has no such value.</summary>
    Gone,
}

/// <summary>引き継ぎ: the last correction of one value of a version, and what becomes of it in the next.</summary>
/// <param name="Correction">As it stands in the earlier version.</param>
/// <param name="Pointer">Of the same value in the new reading; null when it has none.</param>
/// <param name="ReadBefore">What was read in the earlier version, as the reading contract writes it; null for no value.</param>
/// <param name="ReadNow">What is read in the new one.</param>
public sealed record CarriedCorrection(
    CarryResult Result,
    Correction Correction,
    string? Pointer,
    string? ReadBefore,
    string? ReadNow
)
{
    /// <summary>Name of the indicator, project or government that the value is one of, as read; null for the whole.</summary>
    public string? Item { get; init; }
}
