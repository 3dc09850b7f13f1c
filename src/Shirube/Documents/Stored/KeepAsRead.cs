using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Documents.Stored;

/// <summary>記載のままにする: decides that what a new version says stands, and not the correction of the version before.</summary>
public sealed class KeepAsRead(ShirubeDb db, TimeProvider clock)
{
    /// <param name="pointer">Of the value in this version.</param>
    /// <exception cref="Permissions.NotPermittedException">The asker puts no values right.</exception>
    /// <exception cref="DocumentRefusedException">Nothing is open there, no reason, or another government's value.</exception>
    public async Task ExecuteAsync(
        Asker asker,
        VersionKey version,
        string pointer,
        string reason,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.CorrectValues);
        Decision.Check(reason, pointer);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await VersionLock.TakeAsync(db, version, cancel);
        await DocumentRight.RequireAsync(db, asker, version, pointer, cancel);
        await ApprovalFreeze.RequireOpenAsync(db, version, pointer, cancel);
        var left =
            await db
                .LeftCorrections.In(version)
                .FirstOrDefaultAsync(one => one.Pointer == pointer && one.DecidedAt == null, cancel)
            ?? throw new DocumentRefusedException("CORRECT001", pointer);
        left.DecidedBy = "";
        (left.DecidedByPerson, left.DecidedFor) = (asker.PersonOrNull, asker.Government);
        left.DecidedReason = Storable.Text(reason.Trim());
        left.DecidedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        await new DocumentAudit(db, clock).AppendAsync(
            asker,
            "value.kept",
            version,
            entry =>
                entry with
                {
                    Why = reason.Trim(),
                    After = AuditValues.Of(("pointer", pointer), ("value", left.ReadNow)),
                },
            cancel
        );
        await transaction.CommitAsync(cancel);
    }
}
