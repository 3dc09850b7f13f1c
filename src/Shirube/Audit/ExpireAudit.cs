using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Audit;

/// <summary>
/// 保存期間の過ぎた監査記録を消す: from the old end only, in the database's own function, which looks up the years and the
/// day itself; the role that serves cannot delete. The head of the trail keeps the last removed number and its hash, so
/// that what remains is still verified against it.
/// </summary>
public sealed class ExpireAudit(ShirubeDb db, TimeProvider clock)
{
    internal const string Act = "audit.expired";

    /// <summary>The number of the last record of which the record tells that it expired; null where it tells of none.</summary>
    internal static long? LastIn(AuditRecord record)
    {
        using var told = JsonDocument.Parse(record.After ?? "{}");
        return
            told.RootElement.TryGetProperty("last", out var last)
            && long.TryParse(last.GetString(), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private sealed record Removed(long ExpiredFrom, long ExpiredTo);

    /// <returns>The first and the last number removed; null where nothing had expired.</returns>
    /// <exception cref="NotPermittedException">The asker does not change settings.</exception>
    public async Task<(long First, long Last)?> ExecuteAsync(Asker asker, CancellationToken cancel = default)
    {
        asker.Require(Permissions.Act.ChangeSettings);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var removed = await db
            .Database.SqlQuery<Removed>(
                $"select expired_from as \"ExpiredFrom\", expired_to as \"ExpiredTo\" from expire_audit()"
            )
            .ToListAsync(cancel);
        if (removed is not [var range])
            return null;
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("audit.expired", AuditAddress.Of(asker)) with
            {
                After = AuditValues.Of(("first", range.ExpiredFrom), ("last", range.ExpiredTo)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (range.ExpiredFrom, range.ExpiredTo);
    }
}
