using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>Who is invited, as what.</summary>
/// <param name="Department">Number of the department; null for a post beside the departments.</param>
public sealed record NewPost(
    string Name,
    string Yomi,
    string Mail,
    Role Role,
    int? Department,
    DateOnly From,
    DateOnly? Until = null
);

/// <summary>招待する: gives a person a post, and a link to set a password where the person is new here.</summary>
public sealed class InvitePerson(ShirubeDb db, TimeProvider clock)
{
    /// <param name="Secret">
    /// What the link carries; shown once and kept nowhere. Null where there are faults, and for somebody who signs in
    /// already or works for another government: that person keeps the own way in.
    /// </param>
    public sealed record Outcome(Guid Person, string? Secret, IReadOnlyList<Fault> Faults);

    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Outcome> ExecuteAsync(Asker asker, NewPost invited, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var known = MailAddress.IsWritable(invited.Mail) ? await PersonOfMailAsync(invited.Mail.Trim(), cancel) : null;
        var faults = await new PostFaults(db).OfAsync(invited, known, cancel);
        if (faults.Count == 0 && known is { } somebody)
            faults.AddRange(await KnownFaultsAsync(asker, somebody, invited, cancel));
        if (faults.Count > 0)
            return new(Guid.Empty, null, faults);
        var person = known ?? Added(invited);
        var post = new Post
        {
            GovernmentCode = government,
            Number = await NextPost.NumberAsync(db, government, cancel),
            PersonId = person,
            DepartmentNumber = invited.Department,
            Role = invited.Role,
            ValidFrom = invited.From,
            ValidUntil = invited.Until,
        };
        db.Add(post);
        await db.SaveChangesAsync(cancel);
        var secret = await SignInLink.MayBeMadeAsync(db, person, JapanDay.Today(clock), cancel)
            ? await SignInLink.MakeAsync(db, person, clock.GetUtcNow(), cancel)
            : null;
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry(
                secret is null ? "post.given" : "person.invited",
                $"/governments/{government}/people/{person}"
            ) with
            {
                After = PostValues.Of(post),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return new(person, secret, []);
    }

    /// <summary>Somebody of another government may be known already; the database says the number, not the name.</summary>
    private async Task<Guid?> PersonOfMailAsync(string mail, CancellationToken cancel) =>
        await db.Database.SqlQuery<Guid?>($"select person_of_mail({mail}) as \"Value\"").SingleAsync(cancel);

    /// <summary>
    /// Nobody appoints himself, and nobody gets a post because an address was mistyped or is registered to somebody else.
    /// </summary>
    private async Task<IEnumerable<Fault>> KnownFaultsAsync(
        Asker asker,
        Guid known,
        NewPost invited,
        CancellationToken cancel
    )
    {
        if (known == asker.PersonOrNull)
            return [new Fault("mail", "PEOPLE038")];
        var isNamed = await db
            .Database.SqlQuery<bool>($"select is_named({known}, {Storable.Text(invited.Name)}) as \"Value\"")
            .SingleAsync(cancel);
        return isNamed ? [] : [new Fault("name", "PEOPLE039", Arguments: invited.Mail.Trim())];
    }

    private Guid Added(NewPost invited)
    {
        var person = new Person
        {
            PersonId = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = Storable.Text(invited.Name.Trim()),
            Yomi = Storable.Text(invited.Yomi.Trim()),
            Mail = invited.Mail.Trim(),
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(person);
        return person.PersonId;
    }
}
