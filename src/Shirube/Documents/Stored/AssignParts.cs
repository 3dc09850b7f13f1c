using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Documents.Stored;

/// <summary>分担を定める: says which author of a joint plan keeps which indicator.</summary>
public sealed class AssignParts(ShirubeDb db, TimeProvider clock)
{
    /// <param name="keepers">By the indicator's place in the reading, from 0; the document's own government takes a part back.</param>
    /// <returns>What stands in the way, or null when it is as asked.</returns>
    /// <exception cref="NotPermittedException">The asker shares no documents.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        VersionKey version,
        IReadOnlyDictionary<int, GovernmentCode> keepers,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ShareDocuments);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (version.Government != asker.Government)
            return new Fault(null, "SHARE002");
        await VersionLock.TakeAsync(db, version, cancel);
        var shares = await db
            .Shares.Where(share =>
                share.GovernmentCode == version.Government && share.DocumentNumber == version.Document
            )
            .Select(share => share.SharedWith)
            .ToListAsync(cancel);
        var indicators = await db.Indicators.In(version).CountAsync(cancel);
        var parts = await db.DocumentParts.In(version).ToDictionaryAsync(part => part.IndicatorPosition, cancel);
        foreach (var (position, keeper) in keepers)
        {
            if (position < 0 || position >= indicators || (keeper != version.Government && !shares.Contains(keeper)))
                return new Fault($"part{position}", "SHARE004");
            if (parts.TryGetValue(position, out var known))
            {
                if (known.KeptBy == keeper)
                    continue;
                db.Remove(known);
                // Before the new one, which has the same key.
                await db.SaveChangesAsync(cancel);
            }
            else if (keeper == version.Government)
                continue;
            if (keeper != version.Government)
                db.Add(version.Own(new DocumentPart { IndicatorPosition = position, KeptBy = keeper }));
            await db.SaveChangesAsync(cancel);
            await new DocumentAudit(db, clock).AppendAsync(
                asker,
                "part.assigned",
                version,
                entry =>
                    entry with
                    {
                        Before = AuditValues.Of(("indicator", position + 1), ("keptBy", known?.KeptBy)),
                        After = AuditValues.Of(("indicator", position + 1), ("keptBy", keeper)),
                    },
                cancel
            );
        }
        await transaction.CommitAsync(cancel);
        return null;
    }
}
