using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>
/// いまのパスワードの確認: before what would shut the owner out. Who sits at an open browser without knowing the password
/// does not get further by guessing either: wrong ones count as at sign-in.
/// </summary>
internal static class OwnPassword
{
    /// <returns>Null where it is right, and for an account that has none.</returns>
    public static async Task<Fault?> FaultAsync(
        Store store,
        AccountSettings settings,
        Passwords passwords,
        TimeProvider clock,
        Asker asker,
        string present,
        CancellationToken cancel
    )
    {
        await using var accounts = AccountsDb.Over(store.Connections);
        var account = await accounts.Users.AsNoTracking().SingleAsync(row => row.Id == asker.Person, cancel);
        if (account.PasswordHash is null)
            return null;
        var isLocked = account.IsLockedAt(clock.GetUtcNow());
        if (passwords.Verify(account.PasswordHash, present).IsRight && !isLocked)
            return null;
        var reason = isLocked ? FailedSignIn.Locked : FailedSignIn.Password;
        await FailedSignIn.RecordAsync(store, settings, clock, account, reason, asker.From, cancel);
        return new Fault("present", "ACCOUNT006");
    }
}
