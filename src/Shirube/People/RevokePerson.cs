using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>
/// 権限を取り上げる: ends all posts of a person in the government at once, today's and those to come. What the person may
/// do is asked of the posts at each request, so an open session can do nothing more here.
/// </summary>
public sealed class RevokePerson(ShirubeDb db, TimeProvider clock)
{
    /// <param name="first">What is done in the same transaction, while the posts are still held.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        Guid person,
        string why,
        Func<Task>? first = null,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        if (string.IsNullOrWhiteSpace(why))
            return new Fault("why", "PEOPLE034");
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var last = JapanDay.Today(clock).AddDays(-1);
        var posts = await db
            .Posts.Where(post => post.GovernmentCode == government && post.PersonId == person)
            .HeldBetween(last.AddDays(1), null)
            .ToListAsync(cancel);
        if (posts.Count == 0)
            return new Fault("person", "PEOPLE035");
        if (!await LastAdministrator.StaysAsync(db, asker, posts, last, cancel))
            return new Fault("person", "PEOPLE032", Arguments: last);
        if (first is not null)
            await first();
        foreach (var post in posts)
            post.EndOn(last);
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select void_invitations({person})", cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("person.revoked", $"/governments/{government}/people/{person}") with
            {
                Why = why.Trim(),
                Before = AuditValues.Of(("posts", string.Join(' ', posts.Select(post => post.Number)))),
                After = AuditValues.Of(("until", last)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
