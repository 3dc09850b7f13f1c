using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>A government that has lost its last administrator can only be opened again from the command line.</summary>
internal static class LastAdministrator
{
    /// <summary>Whether somebody is still administrator after that day when these posts end on it.</summary>
    public static async Task<bool> StaysAsync(
        ShirubeDb db,
        Asker asker,
        IReadOnlyCollection<Post> ending,
        DateOnly until,
        CancellationToken cancel
    )
    {
        // Who gives commands on the machine can always invite another one.
        if (asker.PersonOrNull is null || !ending.Any(post => post.Role == Role.Administrator))
            return true;
        var numbers = ending.Select(post => post.Number).ToList();
        return await db.Posts.AnyAsync(
            post =>
                post.GovernmentCode == asker.Government
                && post.Role == Role.Administrator
                && !numbers.Contains(post.Number)
                && post.ValidFrom <= until.AddDays(1)
                && (post.ValidUntil == null || post.ValidUntil > until),
            cancel
        );
    }
}
