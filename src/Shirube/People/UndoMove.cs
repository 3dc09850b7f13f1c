using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>人事異動を取り消す: the whole step as one, before its first day and while nobody changed one of its posts since.</summary>
public sealed class UndoMove(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(Asker asker, int step, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var posts = await db
            .Posts.Where(post => post.GovernmentCode == government)
            .Where(post => post.MovedIn == step || post.EndedIn == step)
            .ToListAsync(cancel);
        var begun = posts.Where(post => post.MovedIn == step).ToList();
        if (begun.Count == 0 || begun.TrueForAll(post => post.ValidUntil < post.ValidFrom))
            return new Fault("step", "PEOPLE050", Arguments: step);
        var first = begun.Min(post => post.ValidFrom);
        if (first <= JapanDay.Today(clock))
            return new Fault("step", "PEOPLE051", Arguments: [step, first]);
        var ended = posts.Where(post => post.EndedIn == step).ToList();
        var changed = begun
            .Where(post => post.ValidUntil is not null || post.EndedIn is not null)
            .Concat(ended.Where(post => begun.All(next => post.ValidUntil != LastBefore(next, post))))
            .ToList();
        if (changed.Count > 0)
            return new Fault("step", "PEOPLE052", Arguments: [step, await NamesAsync(changed, cancel)]);
        if (await ClosedAsync(ended, cancel) is { } closed)
            return new Fault("step", "PEOPLE053", Arguments: [step, closed.Name, closed.ValidUntil]);
        foreach (var post in begun)
            post.EndOn(post.ValidFrom.AddDays(-1));
        foreach (var post in ended)
            post.TakeBackEnd();
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("person.move-undone", $"/governments/{government}/moves") with
            {
                Before = AuditValues.Of(("step", step), ("from", first)),
                After = AuditValues.Of(("posts", string.Join(' ', posts.Select(post => post.Number)))),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The last day that the move gave the person's earlier post.</summary>
    private static DateOnly? LastBefore(Post next, Post earlier) =>
        next.PersonId == earlier.PersonId ? next.ValidFrom.AddDays(-1) : null;

    /// <summary>A department that would have people again after its last day.</summary>
    private async Task<Department?> ClosedAsync(List<Post> ended, CancellationToken cancel)
    {
        var numbers = ended.Select(post => post.DepartmentNumber).OfType<int>().ToList();
        var closing = await db
            .Departments.AsNoTracking()
            .Where(known => numbers.Contains(known.Number) && known.ValidUntil != null)
            .ToListAsync(cancel);
        return closing.FirstOrDefault(known =>
            ended.Any(post => post.DepartmentNumber == known.Number && !known.IsOpenUntil(post.UntilBefore))
        );
    }

    private async Task<string> NamesAsync(List<Post> posts, CancellationToken cancel)
    {
        var people = posts.Select(post => post.PersonId).Distinct().ToList();
        var names = await db
            .People.Where(person => people.Contains(person.PersonId))
            .Select(person => person.Name)
            .ToListAsync(cancel);
        return string.Join('、', names);
    }
}
