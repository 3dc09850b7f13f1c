using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.People;

/// <summary>The names that stand for the numbers of people, as far as the asker may see them.</summary>
public sealed class PeopleNames(IReadOnlyDictionary<Guid, string> names)
{
    public static async Task<PeopleNames> OfAsync(ShirubeDb db, IEnumerable<Guid?> people, CancellationToken cancel)
    {
        var asked = people.OfType<Guid>().ToHashSet();
        return new(
            await db
                .People.Where(person => asked.Contains(person.PersonId) && person.ErasedAt == null)
                .ToDictionaryAsync(person => person.PersonId, person => person.Name, cancel)
        );
    }

    /// <summary>Null for one who is not seen, or was erased.</summary>
    public string? Of(Guid? person) => person is { } number ? names.GetValueOrDefault(number) : null;
}
