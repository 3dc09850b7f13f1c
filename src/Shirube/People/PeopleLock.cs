using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.People;

/// <summary>One change of a government's people at a time: the numbers of departments and posts have no gaps.</summary>
internal static class PeopleLock
{
    public static Task TakeAsync(ShirubeDb db, GovernmentCode government, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"people " + government.Value}, 0))",
            cancel
        );
}
