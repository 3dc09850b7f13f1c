using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Documents.Stored;

/// <summary>Holds a version until the transaction ends: what one looks at, no other can correct or approve meanwhile.</summary>
internal static class VersionLock
{
    // Not the row itself: who keeps a part of a joint plan may not lock what is another's. 0010_approvals.sql takes the same.
    public static Task TakeAsync(ShirubeDb db, VersionKey version, CancellationToken cancel)
    {
        var key = $"version {version.Government}/{version.Document}/{version.Version}";
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", cancel);
    }
}
