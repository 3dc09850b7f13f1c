using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Audit;

/// <summary>監査証跡: where operations write what they did, inside their own transaction.</summary>
public sealed class AuditTrail(ShirubeDb db, TimeProvider clock)
{
    /// <summary>
    /// Seals the entry to the last one of its trail and adds it; it is stored when the caller's transaction is. Other
    /// operations on the same trail wait from here until then, so this comes last in an operation.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open: the entry would outlive a failed operation.</exception>
    public async Task AppendAsync(AuditEntry entry, CancellationToken cancel = default)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("An audit entry belongs into the transaction of what it records.");
        var trail = entry.Government?.Value ?? AuditRecord.Installation;
        var head = await LockedHeadAsync(trail, cancel);
        var unsealed = new AuditRecord
        {
            Trail = trail,
            Number = head.Number + 1,
            At = AuditRecord.ToMicrosecond(clock.GetUtcNow()),
            Person = entry.Person,
            From = Storable.Text(entry.From),
            Act = entry.Act,
            Subject = Storable.Text(entry.Subject),
            Why = Storable.TextOrNull(entry.Why),
            Before = Storable.TextOrNull(entry.Before),
            After = Storable.TextOrNull(entry.After),
            PreviousHash = head.Hash,
            Hash = "",
        };
        var record = unsealed.Sealed();
        db.Add(record);
        head.MoveTo(record);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<AuditHead> LockedHeadAsync(string trail, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into audit_head (trail, number, hash, expired_number, expired_hash)
            values ({trail}, 0, {AuditRecord.BeforeFirst}, 0, {AuditRecord.BeforeFirst})
            on conflict (trail) do nothing
            """,
            cancel
        );
        var head = await db
            .AuditHeads.FromSql($"select * from audit_head where trail = {trail} for update")
            .SingleAsync(cancel);
        // A head that this context saw earlier may have moved since.
        await db.Entry(head).ReloadAsync(cancel);
        return head;
    }
}
