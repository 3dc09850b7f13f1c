using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>すべての端末からサインアウトさせる: an administrator's act on somebody else; one's own is on /account.</summary>
public sealed class EndSessions(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(Asker asker, Guid person, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // It takes nothing away that signing in does not give back: also for who works elsewhere too.
        if (await HeldAccount.FaultAsync(db, asker, person, asOperator: true, clock, cancel) is { } fault)
            return fault;
        await using var accounts = AccountsDb.Beside(db);
        if (await accounts.Users.FindAsync([person], cancel) is not { } account)
            return new Fault("person", "ACCOUNT012");
        await HeldAccount.EndSessionsAsync(accounts, account, clock.GetUtcNow(), cancel);
        await accounts.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("account.sessions-ended", $"/governments/{asker.Government}/people/{person}"),
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
