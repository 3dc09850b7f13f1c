using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>Which version of which document of which government.</summary>
public readonly record struct VersionKey(GovernmentCode Government, int Document, int Version)
{
    /// <summary>Makes a row one of this version.</summary>
    public T Own<T>(T part)
        where T : VersionPart
    {
        part.GovernmentCode = Government;
        part.DocumentNumber = Document;
        part.VersionNumber = Version;
        return part;
    }

    /// <summary>A row of this version for each item; its position is the index in the reading's JSON.</summary>
    public IEnumerable<T> Each<TRead, T>(IEnumerable<TRead> items, Func<TRead, int, T> row)
        where T : VersionPart
    {
        var key = this;
        return items.Select((item, position) => key.Own(row(item, position)));
    }
}

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
