using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>A file as it was handed in.</summary>
public sealed class SourceFile
{
    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>64 hexadecimal digits, lower case.</summary>
    public required string Sha256 { get; init; }
    public required string FileName { get; init; }
    public DocumentFormat Format { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }
    public required byte[] Content { get; init; }
    public DateTimeOffset ImportedAt { get; init; }
}

/// <summary>The running text of one page, lines parted by <c>\n</c>, so that any passage can be shown.</summary>
public sealed class SourcePage
{
    public GovernmentCode GovernmentCode { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Page { get; init; }

    /// <summary>Number of the page's first line in the whole document, from 1.</summary>
    public int FirstLine { get; init; }
    public required string Text { get; init; }
}
