using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;

namespace Shirube.Approvals;

/// <summary>The people and departments that can be members of a route today.</summary>
public sealed record Approvers(
    IReadOnlyList<(Guid Number, string Name)> People,
    IReadOnlyList<(int Number, string Name)> Departments
)
{
    public static async Task<Approvers> OfAsync(ShirubeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = JapanDay.Today(clock);
        var people = await (
            from person in db.People
            where
                person.ErasedAt == null
                && ApproverStanding.Posts(db, today).Any(post => post.PersonId == person.PersonId)
            orderby person.Yomi, person.Name
            select new { person.PersonId, person.Name }
        ).ToListAsync(cancel);
        var departments = await db
            .Departments.Where(known => known.ValidUntil == null || today <= known.ValidUntil)
            .OrderBy(known => known.Number)
            .Select(known => new { known.Number, known.Name })
            .ToListAsync(cancel);
        return new(
            [.. people.Select(person => (person.PersonId, person.Name))],
            [.. departments.Select(known => (known.Number, known.Name))]
        );
    }
}
