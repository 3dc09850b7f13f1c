using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.People;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>停止: nobody signs in with this account any more, and who is signed in is out. <see cref="ResetAccount"/> opens it again.</summary>
public sealed class RevokeAccount(ShirubeDb db, TimeProvider clock)
{
    /// <param name="asOperator">Also for a person who works for other governments besides.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        Guid person,
        string why,
        bool asOperator = false,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        if (string.IsNullOrWhiteSpace(why))
            return new Fault("why", "ACCOUNT013");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var fault = await InsideAsync(asker, person, why, asOperator, cancel);
        if (fault is null)
            await transaction.CommitAsync(cancel);
        return fault;
    }

    /// <summary>
    /// With all posts that the person holds here, together or not at all. Who works elsewhere keeps the account: it is
    /// that government's too.
    /// </summary>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<(Fault? Fault, bool StaysOpen)> WithPostsAsync(
        Asker asker,
        Guid person,
        string why,
        CancellationToken cancel = default
    )
    {
        Fault? stays = null;
        var fault = await new RevokePerson(db, clock).ExecuteAsync(
            asker,
            person,
            why,
            async () => stays = await InsideAsync(asker, person, why, asOperator: false, cancel),
            cancel
        );
        return (fault, stays is not null);
    }

    private async Task<Fault?> InsideAsync(
        Asker asker,
        Guid person,
        string why,
        bool asOperator,
        CancellationToken cancel
    )
    {
        if (await HeldAccount.FaultAsync(db, asker, person, asOperator, clock, cancel) is { } fault)
            return fault;
        await using var accounts = AccountsDb.Beside(db);
        // A person who was only invited gets an account that is revoked: the invitation then opens nothing.
        var account = await HeldAccount.FindOrAddAsync(accounts, person, cancel);
        account.RevokedAt = clock.GetUtcNow();
        account.InvitationHash = null;
        await HeldAccount.EndSessionsAsync(accounts, account, clock.GetUtcNow(), cancel);
        await accounts.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("account.revoked", $"/governments/{asker.Government}/people/{person}") with
            {
                Why = why.Trim(),
            },
            cancel
        );
        return null;
    }
}
