using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Web.Asking;

namespace Shirube.Web.Accounts;

/// <summary>二つ目の確認手段: what is asked of who adds or removes one.</summary>
internal static class NeededFactor
{
    /// <summary>The first one is added by the password alone, a further one only by who gave one that is there.</summary>
    /// <returns>Null where nothing stands in the way.</returns>
    public static async Task<Fault?> FaultAsync(
        AccountWork work,
        Account account,
        SignedIn signedIn,
        CancellationToken cancel
    )
    {
        if (signedIn.HasSecondFactor)
            return null;
        var hasOne =
            account.TotpKey is not null
            || await work.Accounts.UserPasskeys.AnyAsync(row => row.UserId == account.Id, cancel);
        return hasOne ? new Fault("code", "ACCOUNT028") : null;
    }

    /// <summary>Whether one of the person's posts asks for a second factor, in whichever government.</summary>
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
