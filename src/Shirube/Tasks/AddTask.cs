using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.Permissions;

namespace Shirube.Tasks;

/// <param name="Person">Either this or the department; neither for the asker.</param>
public sealed record NewTask(string Title, DateOnly? Due, Guid? Person = null, int? Department = null);

/// <summary>仕事を加える: for oneself, for a colleague, or for a department.</summary>
public sealed class AddTask(ShirubeDb db, TimeProvider clock)
{
    /// <returns>Its number, or what is wrong.</returns>
    public async Task<(int? Number, IReadOnlyList<Fault> Faults)> ExecuteAsync(
        Asker asker,
        NewTask wanted,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.KeepTasks);
        var government = asker.Government!.Value;
        var person = wanted.Person ?? (wanted.Department is null ? asker.Person : null);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TaskLock.TakeAsync(db, government, cancel);
        var faults = await FaultsAsync(wanted, cancel);
        if (faults.Count > 0)
            return (null, faults);
        var task = new WorkTask
        {
            GovernmentCode = government,
            Number = (await db.WorkTasks.MaxAsync(known => (int?)known.Number, cancel) ?? 0) + 1,
            Title = Storable.Text(wanted.Title.Trim()),
            Due = wanted.Due,
            MadeBy = asker.Person,
            MadeAt = clock.GetUtcNow(),
        };
        task.GiveTo(person, wanted.Department);
        db.Add(task);
        if (person is { } other && other != asker.Person)
            Notify.Add(db, government, [other], NotificationKind.TaskGiven, "/", task.MadeAt, task.Title);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("task.added", $"/governments/{government}/tasks/{task.Number}") with
            {
                After = AuditValues.Of(
                    ("title", task.Title),
                    ("due", task.Due),
                    ("person", person),
                    ("department", wanted.Department)
                ),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (task.Number, []);
    }

    private async Task<List<Fault>> FaultsAsync(NewTask wanted, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        if (wanted.Title.Trim().Length is 0 or > WorkTask.TitleMaxLength)
            faults.Add(new Fault("title", "TASK001", Arguments: WorkTask.TitleMaxLength));
        if (wanted.Person is { } person && !await TaskLock.IsHereAsync(db, person, clock, cancel))
            faults.Add(new Fault("person", "TASK002"));
        if (
            wanted.Department is { } number
            && !await db.Departments.AnyAsync(known => known.Number == number && known.ValidUntil == null, cancel)
        )
            faults.Add(new Fault("person", "TASK003"));
        return faults;
    }
}
