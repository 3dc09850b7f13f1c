using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;

namespace Shirube.Web.Accounts;

/// <summary>
/// 失敗したサインイン: counted and recorded. Does the same work where there is no such account, so that the time tells
/// nothing.
/// </summary>
internal static class FailedSignIn
{
    public const string Password = "password";
    public const string Code = "code";
    public const string Locked = "locked";

    /// <param name="account">Null where nobody is known by the name that was typed; the name itself is not kept.</param>
    /// <param name="reason">One of the above, for the audit trail alone.</param>
    public static async Task RecordAsync(
        Store store,
        AccountSettings settings,
        TimeProvider clock,
        Account? account,
        string reason,
        string from,
        CancellationToken cancel
    )
    {
        await using var work = await AccountWork.BeginAsync(store, clock, account?.Id, from, cancel);
        var until = clock.GetUtcNow() + settings.LockOut;
        var isLocked = await CountAsync(work, settings, reason == Locked ? null : account?.Id, until, cancel);
        await work.RecordHereAsync("account.sign-in-failed", AuditValues.Of(("reason", reason)), cancel);
        if (isLocked)
            await work.RecordAsync("account.locked-out", AuditValues.Of(("until", until.ToString("O"))), cancel);
        await work.CommitAsync(cancel);
    }

    /// <summary>In one statement: of many attempts at once none is left out.</summary>
    /// <returns>True when this was one too many.</returns>
    private static async Task<bool> CountAsync(
        AccountWork work,
        AccountSettings settings,
        Guid? account,
        DateTimeOffset until,
        CancellationToken cancel
    )
    {
        var rests = await work
            .Db.Database.SqlQuery<bool>(
                $"""
                update account set
                    access_failed_count = case when access_failed_count + 1 >= {settings.LockOutCount} then 0
                        else access_failed_count + 1 end,
                    lockout_end = case when access_failed_count + 1 >= {settings.LockOutCount} then {until}
                        else lockout_end end
                where person_id = {account ?? Guid.Empty}
                returning access_failed_count = 0 as "Value"
                """
            )
            .ToListAsync(cancel);
        return rests is [true];
    }
}
