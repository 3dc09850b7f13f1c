using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Web.Accounts;

/// <summary>パスワードでのサインイン: the first step where a code generator is enrolled, the only one otherwise.</summary>
internal sealed class SignInByPassword(Store store, AccountSettings settings, Passwords passwords, TimeProvider clock)
{
    /// <summary>Answers the same, and about as fast, whether the name or the password is wrong or the account locked.</summary>
    public async Task<SignInStep> ExecuteAsync(string mail, string password, Caller caller, CancellationToken cancel)
    {
        var account = await FindAsync(mail, cancel);
        var isOpen =
            account?.IsLockedAt(clock.GetUtcNow()) == false && (account.IsBreakGlass || !settings.ProviderOnly);
        var (isRight, isOld) = passwords.Verify(account?.PasswordHash, password);
        if (!isRight || !isOpen)
        {
            var reason = account is null || isOpen ? FailedSignIn.Password : FailedSignIn.Locked;
            await FailedSignIn.RecordAsync(store, settings, clock, account, reason, caller.From, cancel);
            return SignInStep.Refused("mail", "ACCOUNT020");
        }
        if (account!.TotpKey is not null)
            return new(account, null, null);
        await using var work = await AccountWork.BeginAsync(store, clock, account.Id, caller.From, cancel);
        if (isOld)
            await RehashAsync(work, account, password, cancel);
        var session = await SessionStart.BeginAsync(work, settings, account, Factors.Password, caller, cancel);
        await work.CommitAsync(cancel);
        return new(account, session, null);
    }

    private async Task<Account?> FindAsync(string mail, CancellationToken cancel)
    {
        await using var accounts = AccountsDb.Over(store.Connections);
        return await accounts.FindByMailAsync(mail.Trim(), cancel);
    }

    /// <summary>More iterations are set now than when the password was chosen.</summary>
    private async Task RehashAsync(AccountWork work, Account account, string password, CancellationToken cancel)
    {
        var hash = passwords.HashOf(password);
        await work
            .Accounts.Users.Where(row => row.Id == account.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(its => its.PasswordHash, hash), cancel);
    }
}
