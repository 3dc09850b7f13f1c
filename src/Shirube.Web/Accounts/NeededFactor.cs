using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>Whether one of the person's posts asks for a second factor, in whichever government.</summary>
internal static class NeededFactor
{
    public static async Task<bool> IsByAsync(AccountWork work, CancellationToken cancel)
    {
        var today = JapanDay.Of(work.Now);
        var roles = await work
            .Db.Posts.Where(post => post.PersonId == work.Db.Scope.Person && post.ValidFrom <= today)
            .Where(post => post.ValidUntil == null || post.ValidUntil >= today)
            .Select(post => post.Role)
            .Distinct()
            .ToListAsync(cancel);
        return roles.Exists(SecondFactor.IsNeededBy);
    }
}
