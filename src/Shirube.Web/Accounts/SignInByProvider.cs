using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Web.Accounts;

/// <summary>
/// 所属団体の認証でのサインイン: the first time by the verified address, which was invited here; from then on by the
/// provider's own name for the person, so that an address that passes to somebody else opens nothing.
/// </summary>
internal sealed class SignInByProvider(Store store, AccountSettings settings, TimeProvider clock)
{
    /// <param name="mail">Null where the provider does not say that it is verified.</param>
    public async Task<SignInStep> ExecuteAsync(
        string issuer,
        string subject,
        string? mail,
        Caller caller,
        CancellationToken cancel
    )
    {
        var person = await FindAsync(issuer, subject, mail, cancel);
        await using var work = await AccountWork.BeginAsync(store, clock, person, caller.From, cancel);
        if (person is null || await AccountAsync(work, person.Value, issuer, subject, cancel) is not { } account)
        {
            await work.RecordHereAsync("account.sign-in-failed", """{"reason":"provider"}""", cancel);
            await work.CommitAsync(cancel);
            return new(null, null, null);
        }
        var session = await SessionStart.BeginAsync(work, settings, account, Factors.Provider, caller, cancel);
        await work.CommitAsync(cancel);
        return new(account, session, null);
    }

    private async Task<Guid?> FindAsync(string issuer, string subject, string? mail, CancellationToken cancel)
    {
        await using var accounts = AccountsDb.Over(store.Connections);
        var login = await accounts
            .UserLogins.AsNoTracking()
            .SingleOrDefaultAsync(row => row.LoginProvider == issuer && row.ProviderKey == subject, cancel);
        if (login is not null || mail is null)
            return login?.UserId;
        return await accounts
            .Database.SqlQuery<Guid?>($"select person_of_mail({mail.Trim()}) as \"Value\"")
            .SingleAsync(cancel);
    }

    /// <summary>Null for one that is revoked, and for a person whom the provider knows by another name already.</summary>
    private static async Task<Account?> AccountAsync(
        AccountWork work,
        Guid person,
        string issuer,
        string subject,
        CancellationToken cancel
    )
    {
        var account = await HeldAccount.FindOrAddAsync(work.Accounts, person, cancel);
        if (account.RevokedAt is not null)
            return null;
        var logins = await work
            .Accounts.UserLogins.Where(row => row.UserId == person && row.LoginProvider == issuer)
            .ToListAsync(cancel);
        if (logins.Count > 0)
            return logins.Exists(row => row.ProviderKey == subject) ? account : null;
        work.Accounts.Add(
            new IdentityUserLogin<Guid>
            {
                LoginProvider = issuer,
                ProviderKey = subject,
                UserId = person,
            }
        );
        await work.Accounts.SaveChangesAsync(cancel);
        await work.RecordAsync("account.provider-linked", after: null, cancel);
        return account;
    }
}
