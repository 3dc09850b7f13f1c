using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Notifications;

/// <summary>
/// アカウントの知らせ: tells a person what was done to the own account, so that what the person did not do is noticed;
/// and administrators when the account for emergencies was used.
/// </summary>
public static class AccountNews
{
    private const string Account = "/account";

    /// <param name="act">As the audit trail calls it; of most there is nothing to tell.</param>
    public static async Task TellAsync(
        ShirubeDb db,
        GovernmentCode government,
        Guid person,
        string act,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (KindOf(act) is not { } kind)
            return;
        var isForAll = kind == NotificationKind.BreakGlassUsed;
        var people = isForAll ? await AdministratorsAsync(db, government, JapanDay.Of(now), cancel) : [person];
        var subject = isForAll ? $"/governments/{government}/audit" : Account;
        Notify.Add(db, government, people, kind, subject, now);
    }

    private static NotificationKind? KindOf(string act) =>
        act switch
        {
            "account.password-changed" => NotificationKind.PasswordChanged,
            "account.reset" or "account.password-given" => NotificationKind.PasswordReset,
            "account.codes-added" or "account.passkey-added" => NotificationKind.FactorAdded,
            "account.codes-removed" or "account.passkey-removed" => NotificationKind.FactorRemoved,
            "account.recovery-code-used" => NotificationKind.RecoveryCodeUsed,
            "account.locked-out" => NotificationKind.AccountLocked,
            "account.break-glass-used" => NotificationKind.BreakGlassUsed,
            _ => null,
        };

    /// <summary>The context may have been made for a person rather than for the government, which the database is told apart.</summary>
    private static Task<List<Guid>> AdministratorsAsync(
        ShirubeDb db,
        GovernmentCode government,
        DateOnly day,
        CancellationToken cancel
    ) =>
        db
            .Posts.IgnoreQueryFilters()
            .Where(post => post.GovernmentCode == government && post.Role == Role.Administrator)
            .Where(post => post.ValidFrom <= day && (post.ValidUntil == null || post.ValidUntil >= day))
            .Select(post => post.PersonId)
            .Distinct()
            .ToListAsync(cancel);
}
