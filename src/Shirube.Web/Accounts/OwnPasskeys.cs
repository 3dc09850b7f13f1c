using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Web.Asking;

namespace Shirube.Web.Accounts;

/// <summary>パスキーの登録: adds and removes those of one's own account, and signs in with one.</summary>
internal sealed class OwnPasskeys(Store store, AccountSettings settings, TimeProvider clock)
{
    private const int NameMaxLength = 60;

    /// <param name="name">By which its owner tells it from others.</param>
    public async Task<SignInStep> AddAsync(
        Asker asker,
        SignedIn signedIn,
        UserPasskeyInfo passkey,
        string name,
        Caller caller,
        CancellationToken cancel
    )
    {
        asker.Require(Act.KeepOwnAccount);
        passkey.Name = name.Length > NameMaxLength ? name[..NameMaxLength] : name;
        await using var work = await AccountWork.BeginAsync(store, clock, asker.Person, asker.From, cancel);
        var account = await work.Accounts.Users.SingleAsync(row => row.Id == asker.Person, cancel);
        if (await NeededFactor.FaultAsync(work, account, signedIn, cancel) is { } lacking)
            return new(null, null, lacking);
        await Store(work).AddOrUpdatePasskeyAsync(account, passkey, cancel);
        await HeldAccount.EndSessionsAsync(work.Accounts, account, work.Now, cancel);
        await work.RecordAsync("account.passkey-added", after: null, cancel);
        var session = await SessionStart.BeginAsync(work, settings, account, Factors.Passkey, caller, cancel);
        await work.CommitAsync(cancel);
        return new(account, session, null);
    }

    /// <param name="id">In base 64 for addresses.</param>
    /// <returns>What stands in the way, or null when it is gone.</returns>
    public async Task<Fault?> RemoveAsync(Asker asker, string id, CancellationToken cancel)
    {
        asker.Require(Act.KeepOwnAccount);
        await using var work = await AccountWork.BeginAsync(store, clock, asker.Person, asker.From, cancel);
        var account = await work.Accounts.Users.SingleAsync(row => row.Id == asker.Person, cancel);
        var own = work.Accounts.UserPasskeys.Where(row => row.UserId == asker.Person);
        var isLast = account.TotpKey is null && await own.CountAsync(cancel) == 1;
        if (isLast && await NeededFactor.IsByAsync(work, cancel))
            return new Fault("present", "ACCOUNT029");
        var credential = WebEncoders.Base64UrlDecode(id);
        if (await own.Where(row => row.CredentialId == credential).ExecuteDeleteAsync(cancel) == 0)
            return null;
        await work.RecordAsync("account.passkey-removed", after: null, cancel);
        await work.CommitAsync(cancel);
        return null;
    }

    /// <summary>
    /// A passkey is not guessed: an account that rests after wrong passwords still opens to it, one that was revoked
    /// does not.
    /// </summary>
    public async Task<SignInStep> SignInAsync(
        Account account,
        UserPasskeyInfo passkey,
        Caller caller,
        CancellationToken cancel
    )
    {
        await using var work = await AccountWork.BeginAsync(store, clock, account.Id, caller.From, cancel);
        var own = await work.Accounts.Users.SingleAsync(row => row.Id == account.Id, cancel);
        if (own.RevokedAt is not null || (settings.ProviderOnly && !own.IsBreakGlass))
        {
            await work.RecordHereAsync("account.sign-in-failed", null, cancel);
            await work.CommitAsync(cancel);
            return SignInStep.Refused("mail", "ACCOUNT027");
        }
        await Store(work).AddOrUpdatePasskeyAsync(own, passkey, cancel);
        var factor = Factors.Of(own, settings, Factors.Passkey);
        var session = await SessionStart.BeginAsync(work, settings, own, factor, caller, cancel);
        await work.CommitAsync(cancel);
        return new(own, session, null);
    }

    private static UserOnlyStore<Account, AccountsDb, Guid> Store(AccountWork work) =>
        new(work.Accounts) { AutoSaveChanges = false };
}
