using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Governments;
using Shirube.People;

namespace Shirube.Tasks;

/// <summary>One change of a government's tasks and calendar at a time: their numbers have no gaps.</summary>
internal static class TaskLock
{
    public static Task TakeAsync(ShirubeDb db, GovernmentCode government, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"tasks " + government.Value}, 0))",
            cancel
        );

    /// <summary>Who can be given a task: whoever works for the government today.</summary>
    public static Task<bool> IsHereAsync(ShirubeDb db, Guid person, TimeProvider clock, CancellationToken cancel)
    {
        var today = JapanDay.Today(clock);
        return db
            .Posts.HeldBetween(today, today)
            .AnyAsync(post => post.GovernmentCode == db.Scope.Government && post.PersonId == person, cancel);
    }
}
