using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>アカウントの消去: password, code generator, passkeys, sessions. Goes before the person is erased.</summary>
public sealed class EraseAccount(ShirubeDb db, TimeProvider clock)
{
    /// <param name="asOperator">Also for a person who works for other governments besides.</param>
    /// <returns>What stands in the way, or null when there is none any more.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        Guid person,
        bool asOperator = false,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await HeldAccount.FaultAsync(db, asker, person, asOperator, clock, cancel) is { } fault)
            return fault;
        await using var accounts = AccountsDb.Beside(db);
        // What hangs on the account goes with it.
        await accounts.Users.Where(account => account.Id == person).ExecuteDeleteAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("account.erased", $"/governments/{asker.Government}/people/{person}"),
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
