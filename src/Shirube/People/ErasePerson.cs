using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>
/// 個人データの消去: takes a person's name, reading and address away. The number stays in posts, approvals and the audit
/// trail, which the office has to keep: they say that somebody acted, no longer who.
/// </summary>
public sealed class ErasePerson(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(Asker asker, Guid number, string why, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        if (string.IsNullOrWhiteSpace(why))
            return new Fault("why", "PEOPLE020");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = await db.People.SingleOrDefaultAsync(known => known.PersonId == number, cancel);
        if (person is null)
            return new Fault("person", "PEOPLE021");
        if (await HoldsPostAsync(number, cancel))
            return new Fault("person", "PEOPLE022");
        person.Name = "";
        person.Yomi = "";
        person.Mail = $"erased-{number:N}";
        person.ErasedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("person.erased", $"/people/{number}") with
            {
                Why = why.Trim(),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>In any government: who still works somewhere is not erased from here.</summary>
    private async Task<bool> HoldsPostAsync(Guid person, CancellationToken cancel) =>
        await db.Database.SqlQuery<bool>($"select holds_post({person}, {Today}) as \"Value\"").SingleAsync(cancel);

    private DateOnly Today => Calendar.JapanDay.Today(clock);
}
