using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.Permissions;

namespace Shirube.Tasks;

/// <summary>引き継ぐ: gives all open tasks of a person who moves to another person.</summary>
public sealed class HandOverTasks(ShirubeDb db, TimeProvider clock)
{
    /// <returns>How many were handed over, or what stands in the way.</returns>
    /// <exception cref="NotPermittedException">The asker hands over another's tasks and does not manage people.</exception>
    public async Task<(int Count, Fault? Fault)> ExecuteAsync(
        Asker asker,
        Guid from,
        Guid to,
        CancellationToken cancel = default
    )
    {
        asker.Require(from == asker.Person ? Act.KeepTasks : Act.ManagePeople);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TaskLock.TakeAsync(db, government, cancel);
        if (!await TaskLock.IsHereAsync(db, to, clock, cancel))
            return (0, new Fault("to", "TASK002"));
        var tasks = await db.WorkTasks.Where(task => task.PersonId == from && task.DoneAt == null).ToListAsync(cancel);
        foreach (var task in tasks)
            task.GiveTo(to, null);
        if (tasks.Count > 0)
            Notify.Add(
                db,
                government,
                [to],
                NotificationKind.TasksHandedOver,
                "/",
                clock.GetUtcNow(),
                $"{tasks.Count}",
                tasks[0].Title
            );
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("task.handedOver", $"/governments/{government}/hand-over/{from}") with
            {
                After = AuditValues.Of(("to", to), ("tasks", string.Join(' ', tasks.Select(task => task.Number)))),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (tasks.Count, null);
    }
}
