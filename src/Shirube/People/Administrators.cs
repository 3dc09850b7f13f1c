using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>管理者: whom to ask for a permission.</summary>
public static class Administrators
{
    public static async Task<IReadOnlyList<string>> NamesAsync(
        ShirubeDb db,
        GovernmentCode government,
        DateOnly today,
        CancellationToken cancel
    ) =>
        await (
            from post in db.Posts
            join person in db.People on post.PersonId equals person.PersonId
            where post.GovernmentCode == government && post.Role == Role.Administrator && person.ErasedAt == null
            where post.ValidFrom <= today && (post.ValidUntil == null || post.ValidUntil >= today)
            orderby person.Yomi
            select person.Name
        )
            .Distinct()
            .ToListAsync(cancel);
}
