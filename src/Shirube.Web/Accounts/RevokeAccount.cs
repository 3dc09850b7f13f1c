using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
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
        await transaction.CommitAsync(cancel);
        return null;
    }
}
