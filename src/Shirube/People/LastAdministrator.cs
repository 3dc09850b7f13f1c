using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>A government that has lost its last administrator can only be opened again from the command line.</summary>
internal static class LastAdministrator
{
    /// <summary>
    /// Whether there is an administrator after that day, when these posts end on it, for as long as there was to be one:
    /// another whose own last day is known does not do in the place of one without.
    /// </summary>
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
        var next = until.AddDays(1);
        var others = await db
            .Posts.AsNoTracking()
            .HeldBetween(next, null)
            .Where(post => post.GovernmentCode == asker.Government && post.Role == Role.Administrator)
            .Where(post => !numbers.Contains(post.Number))
            .ToListAsync(cancel);
        var after = others.ConvertAll(post => new Days(post.ValidFrom, post.ValidUntil ?? DateOnly.MaxValue));
        var before = ending
            .Where(post => post.Role == Role.Administrator)
            .Select(post => new Days(post.ValidFrom, LastOf(post, until) ?? DateOnly.MaxValue));
        var last = LastCovered(after, next);
        return last >= next && last >= LastCovered([.. after, .. before], next);
    }

    /// <summary>As it was before the move that ended it, if one did.</summary>
    private static DateOnly? LastOf(Post post, DateOnly until) =>
        post.EndedIn is not null && post.ValidUntil <= until ? post.UntilBefore : post.ValidUntil;

    /// <summary>The last of the days without a gap from this one on; the day before where it is not covered itself.</summary>
    private static DateOnly LastCovered(IReadOnlyCollection<Days> posts, DateOnly day)
    {
        while (posts.Where(post => post.From <= day && post.Until >= day).ToList() is { Count: > 0 } held)
        {
            var last = held.Max(post => post.Until);
            if (last == DateOnly.MaxValue)
                return last;
            day = last.AddDays(1);
        }
        return day.AddDays(-1);
    }

    private sealed record Days(DateOnly From, DateOnly Until);
}
