using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Web.Asking;

namespace Shirube.Web.Accounts;

/// <summary>サインアウト: of this browser, of another one, or of every one.</summary>
internal sealed class SignOut(Store store, TimeProvider clock)
{
    public Task HereAsync(SignedIn signedIn, string from, CancellationToken cancel) =>
        OneAsync(signedIn, signedIn.Session, from, cancel);

    /// <param name="session">One of the person's own; of others nothing ends.</param>
    public async Task OneAsync(SignedIn signedIn, Guid session, string from, CancellationToken cancel)
    {
        await using var work = await AccountWork.BeginAsync(store, clock, signedIn.Person, from, cancel);
        var ended = await work
            .Accounts.Sessions.Where(row => row.SessionId == session && row.AccountId == signedIn.Person)
            .Where(row => row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(its => its.EndedAt, work.Now), cancel);
        if (ended > 0)
            await work.RecordAsync("account.signed-out", after: null, cancel);
        await work.CommitAsync(cancel);
    }

    public async Task EverywhereAsync(SignedIn signedIn, string from, CancellationToken cancel)
    {
        await using var work = await AccountWork.BeginAsync(store, clock, signedIn.Person, from, cancel);
        var account = await work.Accounts.Users.SingleAsync(row => row.Id == signedIn.Person, cancel);
        await HeldAccount.EndSessionsAsync(work.Accounts, account, work.Now, cancel);
        await work.Accounts.SaveChangesAsync(cancel);
        await work.RecordAsync("account.signed-out-everywhere", after: null, cancel);
        await work.CommitAsync(cancel);
    }
}
