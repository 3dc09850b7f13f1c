using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Tasks;

/// <summary>仕事を済みにする: by the one whose it is, by anybody of its department, or by who made it.</summary>
public sealed class FinishTask(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, CancellationToken cancel = default)
    {
        asker.Require(Act.KeepTasks);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TaskLock.TakeAsync(db, asker.Government!.Value, cancel);
        var task = await db.WorkTasks.Of(asker).SingleOrDefaultAsync(known => known.Number == number, cancel);
        if (task is null)
            return new Fault(null, "TASK004");
        if (task.DoneAt is not null)
            return new Fault(null, "TASK005");
        (task.DoneBy, task.DoneAt) = (asker.Person, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("task.done", $"/governments/{asker.Government}/tasks/{number}"),
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
