using System.Security.Cryptography;
using Shirube.Governments;

namespace Shirube.Approvals;

/// <summary>What an approval is about, byte for byte, as it was when it was drafted. Never changed, never removed.</summary>
public sealed class ApprovedContent
{
    public GovernmentCode GovernmentCode { get; init; }
    public int ApprovalNumber { get; init; }

    /// <summary>Counts from 1 within the approval: each time that the drafter takes the content anew.</summary>
    public int Edition { get; init; }

    /// <summary>In the canonical form of its kind: the same content is always the same bytes.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>SHA-256 of <see cref="Bytes"/>, 64 small hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
    public DateTimeOffset FrozenAt { get; init; }

    /// <summary>The decided approval that <see cref="ContentDifference"/>s are against; null for the first.</summary>
    public int? AgainstApproval { get; init; }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>新旧: one place in which the content differs from what was approved before.</summary>
public sealed class ContentDifference
{
    public GovernmentCode GovernmentCode { get; init; }
    public int ApprovalNumber { get; init; }
    public int Edition { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Position { get; init; }

    /// <summary>In the kind's own terms: a JSON pointer.</summary>
    public required string Place { get; init; }

    /// <summary>Name of the indicator, project or chapter; null for the whole.</summary>
    public string? Item { get; init; }

    /// <summary>The fiscal year of a figure.</summary>
    public int? Year { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }

    public Difference Difference => new(Place, Item, Year, Before, After);
}

/// <summary>添付: a file that goes with an edition of an approval.</summary>
public sealed class ApprovalAttachment
{
    public GovernmentCode GovernmentCode { get; init; }
    public int ApprovalNumber { get; init; }
    public int Edition { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Number { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }
    public long Size { get; init; }
}

/// <summary>The bytes of attachments, each once a government.</summary>
public sealed class AttachedFile
{
    public GovernmentCode GovernmentCode { get; init; }
    public required string Sha256 { get; init; }
    public required byte[] Content { get; init; }
}
