using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Tasks;

namespace Shirube.People;

/// <summary>課を廃止する: after its last day nobody is in it any more, so those who would be are moved first.</summary>
public sealed class CloseDepartment(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, DateOnly until, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var department = await db.Departments.SingleOrDefaultAsync(known => known.Number == number, cancel);
        if (department is null)
            return new Fault("department", "PEOPLE005", Arguments: number);
        if (department.ValidUntil is { } ended)
            return new Fault("until", "PEOPLE041", Arguments: [department.Name, ended]);
        if (until < department.ValidFrom)
            return new Fault("until", "PEOPLE006", Arguments: [department.ValidFrom, until]);
        var left = await db
            .Posts.Where(post => post.GovernmentCode == government && post.DepartmentNumber == number)
            .HeldBetween(until.AddDays(1), null)
            .Select(post => post.PersonId)
            .Distinct()
            .CountAsync(cancel);
        if (left > 0)
            return new Fault("until", "PEOPLE042", Arguments: [left, until]);
        await TaskLock.TakeAsync(db, government, cancel);
        var open = await db.WorkTasks.CountAsync(
            task => task.DepartmentNumber == number && task.DoneAt == null,
            cancel
        );
        if (open > 0)
            return new Fault("until", "PEOPLE043", Arguments: open);
        department.ValidUntil = until;
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("department.closed", $"/governments/{government}/departments/{number}") with
            {
                After = AuditValues.Of(("until", until)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
