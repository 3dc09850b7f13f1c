using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>役職を終える: gives a post its last day, or another one while that day has not passed.</summary>
public sealed class EndPost(ShirubeDb db, TimeProvider clock)
{
    /// <param name="until">The last day on which the post is held.</param>
    /// <param name="seen">The last day that stood there when the asker looked; another one since is not overwritten.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int number,
        DateOnly until,
        DateOnly? seen,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var post = await db.Posts.SingleOrDefaultAsync(
            held => held.GovernmentCode == government && held.Number == number,
            cancel
        );
        if (post is null)
            return new Fault("post", "PEOPLE030", Arguments: number);
        if (post.ValidUntil != seen)
            return new Fault("until", "PEOPLE033", Arguments: post.ValidUntil);
        if (post.ValidUntil is { } last && !IsOpen(post.ValidFrom, last, JapanDay.Today(clock)))
            return new Fault("until", "PEOPLE031", Arguments: last);
        if (until < post.ValidFrom)
            return new Fault("until", "PEOPLE006", Arguments: [post.ValidFrom, until]);
        var isShorter = post.ValidUntil is null || until < post.ValidUntil;
        if (isShorter && !await LastAdministrator.StaysAsync(db, asker, [post], until, cancel))
            return new Fault("until", "PEOPLE032", Arguments: until);
        var before = PostValues.Of(post);
        post.ValidUntil = until;
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("post.ended", $"/governments/{government}/people/{post.PersonId}") with
            {
                Before = before,
                After = PostValues.Of(post),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Whether the last day may still become another one.</summary>
    public static bool IsOpen(DateOnly from, DateOnly? until, DateOnly today) =>
        until is null || (until >= today && until >= from);
}
