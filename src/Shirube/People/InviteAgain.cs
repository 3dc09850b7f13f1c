using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>招待し直す: a new link for somebody who has not set a password yet; the earlier ones no longer open anything.</summary>
public sealed class InviteAgain(ShirubeDb db, TimeProvider clock)
{
    /// <returns>The secret of the link, or what stands in the way.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<(string? Secret, Fault? Fault)> ExecuteAsync(
        Asker asker,
        Guid person,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        var today = JapanDay.Today(clock);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        if (!await WorksHereAsync(db, asker, person, today, cancel))
            return (null, new Fault("person", "PEOPLE035"));
        if (await SignInLink.CanSignInAsync(db, person, cancel))
            return (null, new Fault("person", "PEOPLE036"));
        if (asker.PersonOrNull is not null && await SignInLink.WorksElsewhereAsync(db, person, today, cancel))
            return (null, new Fault("person", "PEOPLE037"));
        var secret = await SignInLink.MakeAsync(db, person, clock.GetUtcNow(), cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("person.invited-again", $"/governments/{government}/people/{person}"),
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (secret, null);
    }

    /// <summary>Holds a post of the asker's government, today or later.</summary>
    public static Task<bool> WorksHereAsync(
        ShirubeDb db,
        Asker asker,
        Guid person,
        DateOnly today,
        CancellationToken cancel
    ) =>
        db
            .Posts.HeldBetween(today, null)
            .AnyAsync(post => post.GovernmentCode == asker.Government && post.PersonId == person, cancel);
}
