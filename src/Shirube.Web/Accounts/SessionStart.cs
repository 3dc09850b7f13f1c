using Microsoft.EntityFrameworkCore;
using Shirube.Audit;

namespace Shirube.Web.Accounts;

/// <summary>セッションの開始: what every way to sign in ends with.</summary>
internal static class SessionStart
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <param name="act">What the audit trail calls it.</param>
    public static async Task<AccountSession> BeginAsync(
        AccountWork work,
        AccountSettings settings,
        Account account,
        string factor,
        Caller caller,
        CancellationToken cancel,
        string? act = null
    )
    {
        var now = work.Now;
        if (account.AccessFailedCount > 0 || account.LockoutEnd is not null)
            await work
                .Accounts.Users.Where(row => row.Id == account.Id)
                .ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(its => its.AccessFailedCount, 0)
                            .SetProperty(its => its.LockoutEnd, (DateTimeOffset?)null),
                    cancel
                );
        await work
            .Accounts.Sessions.Where(row => row.AccountId == account.Id && row.ExpiresAt < now - KeptFor)
            .ExecuteDeleteAsync(cancel);
        // What nobody may read any more goes when somebody comes, rather than when the next form is held.
        await work.Db.Database.ExecuteSqlAsync($"select drop_expired_forms()", cancel);
        var session = new AccountSession
        {
            SessionId = Guid.NewGuid(),
            AccountId = account.Id,
            Factor = factor,
            From = caller.From,
            Agent = caller.Agent,
            StartedAt = now,
            ExpiresAt = now + settings.Longest,
        };
        work.Accounts.Add(session);
        await work.Accounts.SaveChangesAsync(cancel);
        // It rings a bell, so only where the door is otherwise shut.
        var isEmergency = settings.ProviderOnly && account.IsBreakGlass && factor != Factors.Provider;
        act ??= isEmergency ? "account.break-glass-used" : "account.signed-in";
        await work.RecordAsync(act, AuditValues.Of(("factor", factor)), cancel);
        return session;
    }
}
