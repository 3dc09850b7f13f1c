using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.People;

internal static class NextPost
{
    /// <summary>Under <see cref="PeopleLock"/>: the next number of a post in the government.</summary>
    public static async Task<int> NumberAsync(ShirubeDb db, GovernmentCode government, CancellationToken cancel) =>
        (
            await db.Posts.Where(post => post.GovernmentCode == government).MaxAsync(post => (int?)post.Number, cancel)
            ?? 0
        ) + 1;
}
