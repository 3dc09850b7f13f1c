using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.People;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>
/// 再設定: takes the password away, opens a locked account and gives a link to set a new one: for who forgot it, for
/// whose first invitation ran out, and for an account that was revoked.
/// </summary>
public sealed class ResetAccount(ShirubeDb db, TimeProvider clock)
{
    /// <param name="Secret">What /invitations/… carries; shown once and kept nowhere. Null where there is a fault.</param>
    public sealed record Outcome(string? Secret, Fault? Fault);

    /// <param name="why">How the person was recognised, for the audit trail.</param>
    /// <param name="withFactors">Code generator, recovery codes and passkeys too: they are lost. Only by the operator.</param>
    /// <param name="asOperator">Also for a person who works for other governments besides.</param>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Outcome> ExecuteAsync(
        Asker asker,
        Guid person,
        string why,
        bool withFactors = false,
        bool asOperator = false,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        if (string.IsNullOrWhiteSpace(why))
            return new(null, new Fault("why", "ACCOUNT013"));
        // With both in one hand, an administrator could act as any colleague.
        if (withFactors && !asOperator)
            return new(null, new Fault("why", "ACCOUNT014"));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await HeldAccount.FaultAsync(db, asker, person, asOperator, clock, cancel) is { } fault)
            return new(null, fault);
        await using var accounts = AccountsDb.Beside(db);
        var account = await HeldAccount.FindOrAddAsync(accounts, person, cancel);
        var now = clock.GetUtcNow();
        var (invitation, secret) = Invitation.New(person, now);
        account.PasswordHash = null;
        account.MustChangePassword = false;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        account.RevokedAt = null;
        account.InvitationHash = invitation.SecretHash;
        if (withFactors)
            await RemoveFactorsAsync(accounts, account, cancel);
        await HeldAccount.EndSessionsAsync(accounts, account, now, cancel);
        await accounts.SaveChangesAsync(cancel);
        db.Add(invitation);
        await db.SaveChangesAsync(cancel);
        await AccountNews.TellAsync(db, asker.Government!.Value, person, "account.reset", clock.GetUtcNow(), cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("account.reset", $"/governments/{asker.Government}/people/{person}") with
            {
                Why = why.Trim(),
                After = AuditValues.Of(("withFactors", withFactors), ("asOperator", asOperator)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return new(secret, null);
    }

    private static async Task RemoveFactorsAsync(AccountsDb accounts, Account account, CancellationToken cancel)
    {
        account.TotpKey = null;
        account.LastTotpStep = null;
        await accounts.RecoveryCodes.Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await accounts.UserPasskeys.Where(passkey => passkey.UserId == account.Id).ExecuteDeleteAsync(cancel);
    }
}
