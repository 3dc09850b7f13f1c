using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.People;

/// <summary>人を指す: finds those whom somebody means by a number, a mail address or a whole name, among those whom the scope sees.</summary>
public static class PersonNamed
{
    /// <returns>Two where it means several.</returns>
    public static async Task<IReadOnlyList<Guid>> FindAsync(
        ShirubeDb db,
        string named,
        CancellationToken cancel = default
    )
    {
        var plain = named.Trim();
        if (Guid.TryParse(plain, out var number))
            return await db
                .People.Where(person => person.PersonId == number)
                .Select(person => person.PersonId)
                .ToListAsync(cancel);
        var found = await db
            .People.FromSql($"select * from person where lower(mail) = lower({plain}) or name = {plain}")
            .Select(person => person.PersonId)
            .Take(2)
            .ToListAsync(cancel);
        return found;
    }
}
