using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Audit;

/// <summary>監査記録の保存年数を定める</summary>
public sealed class SetRetention(ShirubeDb db, TimeProvider clock)
{
    /// <summary>For how many years records are kept; null for ever.</summary>
    public async Task<int?> YearsAsync(CancellationToken cancel = default) =>
        await db.AuditRetentions.Select(set => (int?)set.Years).SingleOrDefaultAsync(cancel);

    /// <param name="years">Null to keep the records for ever.</param>
    /// <param name="seen">The years that stood there when the asker looked; others since are not overwritten.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not change settings.</exception>
    public async Task<Fault?> ExecuteAsync(Asker asker, int? years, int? seen, CancellationToken cancel = default)
    {
        asker.Require(Act.ChangeSettings);
        if (years is < AuditRetention.YearsAtLeast or > AuditRetention.YearsAtMost)
            return new Fault("years", "AUDIT001", Arguments: [AuditRetention.YearsAtLeast, AuditRetention.YearsAtMost]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var trail = asker.Government?.Value ?? AuditRecord.Installation;
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"retention " + trail}, 0))",
            cancel
        );
        var now = await db.AuditRetentions.SingleOrDefaultAsync(set => set.Trail == trail, cancel);
        if (now?.Years != seen)
            return new Fault("years", "AUDIT002", Arguments: now?.Years.ToString(CultureInfo.CurrentCulture) ?? "―");
        if (years is null && now is not null)
            db.Remove(now);
        else if (years is { } kept && now is not null)
            now.Years = kept;
        else if (years is { } first)
            db.Add(new AuditRetention { Trail = trail, Years = first });
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("audit.retention-set", AuditAddress.Of(asker)) with
            {
                Before = AuditValues.Of(("years", seen)),
                After = AuditValues.Of(("years", years)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
