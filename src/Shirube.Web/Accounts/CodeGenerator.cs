using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Web.Asking;

namespace Shirube.Web.Accounts;

/// <summary>認証アプリの登録: enrols and removes the generator of codes that a person's own account asks for.</summary>
internal sealed class CodeGenerator(Store store, AccountSettings settings, Secrets secrets, TimeProvider clock)
{
    /// <param name="Codes">The recovery codes, shown once; empty where there is a fault.</param>
    public sealed record Outcome(Account? Account, AccountSession? Session, IReadOnlyList<string> Codes, Fault? Fault);

    /// <param name="key">That the app was given; only a code made with it shows that the app has it.</param>
    public async Task<Outcome> EnrolAsync(
        Asker asker,
        SignedIn signedIn,
        string key,
        string typed,
        Caller caller,
        CancellationToken cancel
    )
    {
        asker.Require(Act.KeepOwnAccount);
        if (Totp.StepOf(key, typed, clock.GetUtcNow()) is not { } step)
            return new(null, null, [], new Fault("code", "ACCOUNT021"));
        await using var work = await AccountWork.BeginAsync(store, clock, asker.Person, asker.From, cancel);
        var account = await work.Accounts.Users.SingleAsync(row => row.Id == asker.Person, cancel);
        if (await NeededFactor.FaultAsync(work, account, signedIn, cancel) is { } lacking)
            return new(null, null, [], lacking);
        account.TotpKey = secrets.ProtectKey(key);
        account.LastTotpStep = step;
        // Whoever else is signed in was so by less than is asked from now on.
        await HeldAccount.EndSessionsAsync(work.Accounts, account, work.Now, cancel);
        var codes = await RenewCodesAsync(work, asker.Person, cancel);
        await work.RecordAsync("account.codes-added", after: null, cancel);
        var session = await SessionStart.BeginAsync(work, settings, account, Factors.Totp, caller, cancel);
        await work.CommitAsync(cancel);
        return new(account, session, codes, null);
    }

    /// <returns>Null where it is done.</returns>
    public async Task<Fault?> RemoveAsync(Asker asker, CancellationToken cancel)
    {
        asker.Require(Act.KeepOwnAccount);
        await using var work = await AccountWork.BeginAsync(store, clock, asker.Person, asker.From, cancel);
        var account = await work.Accounts.Users.SingleAsync(row => row.Id == asker.Person, cancel);
        var hasPasskey = await work.Accounts.UserPasskeys.AnyAsync(row => row.UserId == asker.Person, cancel);
        if (!hasPasskey && await NeededFactor.IsByAsync(work, cancel))
            return new Fault("present", "ACCOUNT029");
        account.TotpKey = null;
        account.LastTotpStep = null;
        await work.Accounts.RecoveryCodes.Where(row => row.AccountId == asker.Person).ExecuteDeleteAsync(cancel);
        await work.Accounts.SaveChangesAsync(cancel);
        await work.RecordAsync("account.codes-removed", after: null, cancel);
        await work.CommitAsync(cancel);
        return null;
    }

    /// <summary>New recovery codes; those of before open nothing any more.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Asker asker, CancellationToken cancel)
    {
        asker.Require(Act.KeepOwnAccount);
        await using var work = await AccountWork.BeginAsync(store, clock, asker.Person, asker.From, cancel);
        var codes = await RenewCodesAsync(work, asker.Person, cancel);
        await work.Accounts.SaveChangesAsync(cancel);
        await work.RecordAsync("account.recovery-codes-made", AuditValues.Of(("count", codes.Count)), cancel);
        await work.CommitAsync(cancel);
        return codes;
    }

    private static async Task<List<string>> RenewCodesAsync(AccountWork work, Guid person, CancellationToken cancel)
    {
        await work.Accounts.RecoveryCodes.Where(row => row.AccountId == person).ExecuteDeleteAsync(cancel);
        var codes = Enumerable.Range(0, RecoveryCode.PerAccount).Select(_ => RecoveryCode.New()).ToList();
        foreach (var code in codes)
            work.Accounts.Add(new RecoveryCode { AccountId = person, CodeHash = RecoveryCode.HashOf(code) });
        return codes;
    }
}
