using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Tasks;

/// <summary>One change of a government's tasks and calendar at a time: their numbers have no gaps.</summary>
internal static class TaskLock
{
    public static Task TakeAsync(ShirubeDb db, GovernmentCode government, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"tasks " + government.Value}, 0))",
            cancel
        );
}
