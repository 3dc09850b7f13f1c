using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Audit;

/// <summary>What is wrong with a trail.</summary>
public enum AuditFault
{
    /// <summary>A field of the record is no longer what was sealed.</summary>
    Altered,

    /// <summary>The record with this number is not there.</summary>
    Removed,

    /// <summary>The record does not follow the one before it: one of the two was put in another's place.</summary>
    Unlinked,

    /// <summary>The note of the last record says otherwise than the record itself.</summary>
    HeadMoved,

    /// <summary>What is there is whole, but what was written down has expired: there is nothing left to hold it against.</summary>
    ExpiredBefore,
}

/// <summary>The state of one trail.</summary>
/// <param name="Records">How many records were looked at and found whole.</param>
/// <param name="LastHash">To be written down elsewhere: a later run can be held against it.</param>
/// <param name="At">Number of the first record that is not whole; null when all are.</param>
public sealed record AuditVerdict(string Trail, long Records, string LastHash, long? At, AuditFault? Fault)
{
    /// <summary>Number of the last record that was found whole; to be written down with its hash.</summary>
    public long LastNumber { get; init; }

    public bool IsWhole => Fault is null;
}

/// <summary>監査記録の検証: works every hash out again and names the first record that was altered or removed.</summary>
public sealed class VerifyAudit(ShirubeDb db)
{
    /// <summary>The trails that there are: the installation's, and one a government. Whatever the scope.</summary>
    public static async Task<IReadOnlyList<string>> TrailsAsync(ShirubeDb db, CancellationToken cancel = default) =>
        await db.Database.SqlQuery<string>($"select audit_trails as \"Value\" from audit_trails()").ToListAsync(cancel);

    /// <summary>Reads record by record, so that a trail of years needs no more memory than one of a day.</summary>
    /// <param name="expected">A number and hash that were written down at an earlier time.</param>
    public async Task<AuditVerdict> ExecuteAsync(
        string trail,
        (long Number, string Hash)? expected = null,
        CancellationToken cancel = default
    )
    {
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(head => head.Trail == trail, cancel);
        var (number, hash) = (head?.ExpiredNumber ?? 0, head?.ExpiredHash ?? AuditRecord.BeforeFirst);
        var whole = 0L;
        // What expired is told by a record that is kept; and a government that is here was registered by one.
        var isTold = number == 0;
        if (head is null && await IsRegisteredAsync(trail, cancel))
            return Verdict(1, AuditFault.Removed);
        var isBefore = expected?.Number < number;
        if (expected?.Number == number && expected?.Hash != hash)
            return Verdict(number, AuditFault.Altered);
        var records = db.AuditRecords.AsNoTracking().Where(record => record.Trail == trail).OrderBy(r => r.Number);
        await foreach (var record in records.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var fault = FaultOf(record, number + 1, hash);
            if (fault is null && expected is { } noted && noted.Number == record.Number && noted.Hash != record.Hash)
                fault = AuditFault.Altered;
            if (fault is not null)
                return Verdict(fault == AuditFault.Removed ? number + 1 : record.Number, fault);
            (number, hash) = (record.Number, record.Hash);
            isTold |= record.Act == ExpireAudit.Act && ExpireAudit.LastIn(record) == head!.ExpiredNumber;
            whole++;
        }
        if (!isTold)
            return Verdict(1, AuditFault.Removed);
        var last = Math.Max(head?.Number ?? 0, expected?.Number ?? 0);
        if (number < last)
            return Verdict(number + 1, AuditFault.Removed);
        return number == (head?.Number ?? 0) && hash == (head?.Hash ?? AuditRecord.BeforeFirst)
            ? isBefore
                ? Verdict(expected?.Number, AuditFault.ExpiredBefore)
                : Verdict(null, null)
            : Verdict(number, AuditFault.HeadMoved);

        AuditVerdict Verdict(long? at, AuditFault? fault) => new(trail, whole, hash, at, fault) { LastNumber = number };
    }

    private async Task<bool> IsRegisteredAsync(string trail, CancellationToken cancel) =>
        GovernmentCode.TryParse(trail, out var code)
        && await db.Governments.AnyAsync(known => known.GovernmentCode == code, cancel);

    private static AuditFault? FaultOf(AuditRecord record, long number, string previous) =>
        record.Number != number ? AuditFault.Removed
        : record.Hash != record.Digest() ? AuditFault.Altered
        : record.PreviousHash != previous ? AuditFault.Unlinked
        : null;
}
