using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;

namespace Shirube.Web.Accounts;

/// <summary>コードでのサインイン: the second step, by the code of the app or by one of the recovery codes.</summary>
internal sealed class SignInByCode(Store store, AccountSettings settings, Secrets secrets, TimeProvider clock)
{
    /// <param name="stamp">The account's when the password was right; since then it may have been changed or locked.</param>
    public async Task<SignInStep> ExecuteAsync(
        Guid person,
        string stamp,
        string typed,
        bool isRecovery,
        Caller caller,
        CancellationToken cancel
    )
    {
        var account = await FindAsync(person, cancel);
        if (account?.TotpKey is null || account.SecurityStamp != stamp)
            return SignInStep.Refused("code", "ACCOUNT026");
        if (account.IsLockedAt(clock.GetUtcNow()))
        {
            await FailAsync(account, FailedSignIn.Locked, caller, cancel);
            return SignInStep.Refused("code", isRecovery ? "ACCOUNT022" : "ACCOUNT021");
        }
        await using (var work = await AccountWork.BeginAsync(store, clock, account.Id, caller.From, cancel))
        {
            if (
                await (
                    isRecovery
                        ? TakesRecoveryAsync(work, account, typed, cancel)
                        : TakesAsync(work, account, typed, cancel)
                )
            )
            {
                var factor = Factors.Of(account, settings, Factors.Totp);
                var session = await SessionStart.BeginAsync(work, settings, account, factor, caller, cancel);
                await work.CommitAsync(cancel);
                return new(account, session, null);
            }
        }
        await FailAsync(account, FailedSignIn.Code, caller, cancel);
        return SignInStep.Refused("code", isRecovery ? "ACCOUNT022" : "ACCOUNT021");
    }

    /// <summary>Of two that come with the same code at once, the database lets one through.</summary>
    private async Task<bool> TakesAsync(AccountWork work, Account account, string typed, CancellationToken cancel)
    {
        if (Totp.StepOf(secrets.UnprotectKey(account.TotpKey!), typed, clock.GetUtcNow()) is not { } step)
            return false;
        return await work
                .Accounts.Users.Where(row => row.Id == account.Id)
                .Where(row => row.LastTotpStep == null || row.LastTotpStep < step)
                .ExecuteUpdateAsync(row => row.SetProperty(its => its.LastTotpStep, step), cancel) == 1;
    }

    private static async Task<bool> TakesRecoveryAsync(
        AccountWork work,
        Account account,
        string typed,
        CancellationToken cancel
    )
    {
        var hash = RecoveryCode.HashOf(typed);
        var codes = work.Accounts.RecoveryCodes.Where(code => code.AccountId == account.Id);
        if (await codes.Where(code => code.CodeHash == hash).ExecuteDeleteAsync(cancel) == 0)
            return false;
        await work.RecordAsync(
            "account.recovery-code-used",
            AuditValues.Of(("left", await codes.CountAsync(cancel))),
            cancel
        );
        return true;
    }

    private async Task<Account?> FindAsync(Guid person, CancellationToken cancel)
    {
        await using var accounts = AccountsDb.Over(store.Connections);
        return await accounts.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person, cancel);
    }

    private Task FailAsync(Account account, string reason, Caller caller, CancellationToken cancel) =>
        FailedSignIn.RecordAsync(store, settings, clock, account, reason, caller.From, cancel);
}
