namespace Shirube.Audit;

/// <summary>
/// Both ends of a trail: the last record, which a trail cut off at its end no longer agrees with, and the last one
/// whose retention ended, after which the kept records begin.
/// </summary>
public sealed class AuditHead
{
    public required string Trail { get; init; }
    public long Number { get; private set; }
    public required string Hash { get; set; }

    /// <summary>0 while every record is kept.</summary>
    public long ExpiredNumber { get; private set; }
    public required string ExpiredHash { get; set; }

    internal void MoveTo(AuditRecord record) => (Number, Hash) = (record.Number, record.Hash);
}
