namespace Shirube.Documents.Stored;

/// <summary>版: one version of a document, as one file said it.</summary>
public sealed class DocumentVersion : VersionPart
{
    /// <summary>Of the source file.</summary>
    public required string Sha256 { get; init; }
    public string? Title { get; set; }

    /// <summary>The reading contract's JSON as it was read, never changed: values are found in it by JSON pointer.</summary>
    public required string Reading { get; init; }
    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>決裁: number of the approval that decided what it says; null for one that was imported.</summary>
    public int? ApprovalNumber { get; init; }

    /// <summary>Of this version's page, newest or not.</summary>
    public string Address => Document.AddressOf(GovernmentCode, DocumentNumber) + $"?version={VersionNumber}";
}
