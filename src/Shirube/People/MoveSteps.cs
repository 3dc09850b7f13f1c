using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>A step of moves that has not begun yet.</summary>
/// <param name="First">The first day that any of its rows names.</param>
public sealed record MoveStep(int Number, DateOnly First, int People);

/// <summary>これからの人事異動: the steps that can still be taken back.</summary>
public sealed class MoveSteps(ShirubeDb db)
{
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<IReadOnlyList<MoveStep>> ComingAsync(
        Asker asker,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        return await db
            .Posts.Where(post => post.GovernmentCode == asker.Government && post.MovedIn != null)
            .Where(post => post.ValidUntil == null || post.ValidUntil >= post.ValidFrom)
            .GroupBy(post => post.MovedIn!.Value)
            .Where(step => step.Min(post => post.ValidFrom) > today)
            .OrderBy(step => step.Key)
            .Select(step => new MoveStep(
                step.Key,
                step.Min(post => post.ValidFrom),
                step.Select(post => post.PersonId).Distinct().Count()
            ))
            .ToListAsync(cancel);
    }
}
