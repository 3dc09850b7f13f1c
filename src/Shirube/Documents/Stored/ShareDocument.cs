using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Documents.Stored;

/// <summary>共有する: lets another government read a document of ours, or takes that back with all the parts it kept.</summary>
public sealed class ShareDocument(ShirubeDb db, TimeProvider clock)
{
    /// <param name="number">Of a document of the asker's government.</param>
    /// <param name="with">Any other government that uses this installation.</param>
    /// <returns>What stands in the way, or null when it is as asked.</returns>
    /// <exception cref="NotPermittedException">The asker shares no documents.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int number,
        GovernmentCode with,
        bool shared,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ShareDocuments);
        var government = asker.Government!.Value;
        if (with == government)
            return new Fault("with", "SHARE001");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await NewestAsync(government, number, cancel) is not { } version)
            return new Fault(null, "SHARE002");
        await VersionLock.TakeAsync(db, version, cancel);
        var known = await db.Shares.SingleOrDefaultAsync(
            share => share.GovernmentCode == government && share.DocumentNumber == number && share.SharedWith == with,
            cancel
        );
        if (known is not null == shared)
            return null;
        if (known is null)
            db.Add(
                new DocumentShare
                {
                    GovernmentCode = government,
                    DocumentNumber = number,
                    SharedWith = with,
                    SharedAt = clock.GetUtcNow(),
                }
            );
        else
            db.Remove(known);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException refused)
            when (refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            return new Fault("with", "SHARE003", Arguments: GovernmentDirectory.Find(with)?.FullName ?? with.Value);
        }
        await new DocumentAudit(db, clock).AppendAsync(
            asker,
            shared ? "document.shared" : "document.unshared",
            version,
            entry => entry with { After = AuditValues.Of(("with", with)) },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<VersionKey?> NewestAsync(GovernmentCode government, int number, CancellationToken cancel) =>
        await db.Versions.AsNoTracking().Of(government, number).FirstOrDefaultAsync(cancel) is { } newest
            ? newest.VersionKey
            : null;
}
