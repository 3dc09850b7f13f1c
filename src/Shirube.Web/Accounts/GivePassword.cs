using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>パスワードを渡す: an account with a password that somebody else chose, for offices without mail and for sample people.</summary>
public sealed class GivePassword(ShirubeDb db, TimeProvider clock, AccountSettings settings)
{
    /// <param name="mustChange">Serves only to choose one's own; only sample people may do without.</param>
    /// <param name="asOperator">Also for a person who works for other governments besides.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        Guid person,
        string password,
        bool mustChange = true,
        bool asOperator = false,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await HeldAccount.FaultAsync(db, asker, person, asOperator, clock, cancel) is { } fault)
            return fault;
        var known = await db.People.AsNoTracking().SingleAsync(known => known.PersonId == person, cancel);
        if (PasswordRules.Check(settings, password, known.Mail, known.Name) is { } wrong)
            return wrong;
        await using var accounts = AccountsDb.Beside(db);
        var account = await HeldAccount.FindOrAddAsync(accounts, person, cancel);
        var isFirst = account.PasswordHash is null;
        account.PasswordHash = new Passwords(settings).HashOf(password);
        account.MustChangePassword = mustChange && settings.ChangeAtFirst;
        account.InvitationHash = null;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        account.RevokedAt = null;
        await HeldAccount.EndSessionsAsync(accounts, account, clock.GetUtcNow(), cancel);
        await accounts.SaveChangesAsync(cancel);
        // The first password is what the person waits for, and not news of a change.
        if (!isFirst)
            await AccountNews.TellAsync(
                db,
                asker.Government!.Value,
                person,
                "account.password-given",
                clock.GetUtcNow(),
                cancel
            );
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("account.password-given", $"/governments/{asker.Government}/people/{person}") with
            {
                After = AuditValues.Of(("mustChange", account.MustChangePassword)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
