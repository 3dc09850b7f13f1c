using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Documents.Stored;

/// <summary>記載のままにする: decides that what a new version says stands, and not the correction of the version before.</summary>
public sealed class KeepAsRead(ShirubeDb db, TimeProvider clock)
{
    /// <param name="pointer">Of the value in this version.</param>
    /// <exception cref="DocumentRefusedException">Nothing is open there, or no author or reason.</exception>
    public async Task ExecuteAsync(
        VersionKey version,
        string pointer,
        Decision decision,
        CancellationToken cancel = default
    )
    {
        decision.Check(pointer);
        var left =
            await db
                .LeftCorrections.In(version)
                .FirstOrDefaultAsync(one => one.Pointer == pointer && one.DecidedAt == null, cancel)
            ?? throw new DocumentRefusedException("CORRECT001", pointer);
        left.DecidedBy = Storable.Text(decision.Author.Trim());
        left.DecidedReason = Storable.Text(decision.Reason.Trim());
        left.DecidedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
    }
}
