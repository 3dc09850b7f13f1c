using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>
/// 個人データの消去: takes a person's name, reading, address and all means of signing in away. The number stays in posts,
/// approvals and the audit trail, which the office has to keep: they say that somebody acted, no longer who.
/// </summary>
public sealed class ErasePerson(ShirubeDb db, TimeProvider clock)
{
    /// <summary>One place where something of the person was held.</summary>
    /// <param name="Rows">How many of them this scope sees.</param>
    /// <param name="Why">Why it stays; empty where it was erased.</param>
    public sealed record Place(string What, long Rows, string Why)
    {
        public bool Stays => Why.Length > 0;
    }

    /// <param name="Fault">What stands in the way; null when it is done.</param>
    public sealed record Outcome(Fault? Fault, IReadOnlyList<Place> Places);

    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Outcome> ExecuteAsync(Asker asker, Guid number, string why, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        if (string.IsNullOrWhiteSpace(why))
            return Refused("why", "PEOPLE020");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // First of all: from here on nobody gives the person a post. What is refused below is not stored.
        if (!await AskAsync($"select erase_person({number}, {clock.GetUtcNow()}) as \"Value\"", cancel))
            return Refused("person", "PEOPLE021");
        if (await AskAsync($"select holds_post_from({number}, {JapanDay.Today(clock)}) as \"Value\"", cancel))
            return Refused("person", "PEOPLE022");
        // Another government may still have to say who acted for it.
        if (asker.PersonOrNull is not null && await AskAsync($"select worked_elsewhere({number}) as \"Value\"", cancel))
            return Refused("person", "PEOPLE023");
        await db.Database.ExecuteSqlAsync($"select void_invitations({number})", cancel);
        var places = await PlacesAsync(number, cancel);
        foreach (var held in HeldData.All.Where(held => !held.StaysOnErasure && held.Table != "person"))
            await new PersonExtract(db).DeleteAsync(held, number, cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("person.erased", $"/governments/{asker.Government}/people/{number}") with
            {
                Why = why.Trim(),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return new(null, places);
    }

    private async Task<List<Place>> PlacesAsync(Guid person, CancellationToken cancel)
    {
        var places = new List<Place>();
        foreach (var held in HeldData.All)
            places.Add(new(held.What, await new PersonExtract(db).CountAsync(held, person, cancel), held.Why));
        return places;
    }

    private Task<bool> AskAsync(FormattableString sql, CancellationToken cancel) =>
        db.Database.SqlQuery<bool>(sql).SingleAsync(cancel);

    private static Outcome Refused(string field, string code) => new(new Fault(field, code), []);
}
