using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>緊急用アカウントの指定: keeps an account open to password and code while only the provider may sign people in.</summary>
public sealed class MarkBreakGlass(ShirubeDb db, TimeProvider clock)
{
    /// <param name="asOperator">Also for a person who works for other governments besides.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        Guid person,
        bool isBreakGlass,
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
        if (await accounts.Users.SingleOrDefaultAsync(row => row.Id == person, cancel) is not { } account)
            return new Fault("person", "ACCOUNT012");
        var before = account.IsBreakGlass;
        account.IsBreakGlass = isBreakGlass;
        await accounts.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("account.break-glass-marked", $"/governments/{asker.Government}/people/{person}") with
            {
                Why = why.Trim(),
                Before = AuditValues.Of(("breakGlass", before)),
                After = AuditValues.Of(("breakGlass", isBreakGlass)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
