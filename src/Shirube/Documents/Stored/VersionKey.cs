using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>Which version of which document of which government.</summary>
public readonly record struct VersionKey(GovernmentCode Government, int Document, int Version);

/// <summary>A row that one version of a document says; its position is that of the value's JSON pointer.</summary>
public abstract class VersionPart
{
    public GovernmentCode GovernmentCode { get; set; }
    public int DocumentNumber { get; set; }
    public int VersionNumber { get; set; }

    public VersionKey VersionKey => new(GovernmentCode, DocumentNumber, VersionNumber);
}

public static class VersionParts
{
    /// <summary>The rows of one version.</summary>
    public static IQueryable<T> In<T>(this IQueryable<T> rows, VersionKey key)
        where T : VersionPart =>
        rows.Where(row =>
            row.GovernmentCode == key.Government
            && row.DocumentNumber == key.Document
            && row.VersionNumber == key.Version
        );
}
