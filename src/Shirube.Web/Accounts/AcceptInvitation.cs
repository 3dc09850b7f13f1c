using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.People;

namespace Shirube.Web.Accounts;

/// <summary>招待を受ける: sets a password once, the first time or after a reset, and signs in with it.</summary>
internal sealed class AcceptInvitation(Store store, AccountSettings settings, Passwords passwords, TimeProvider clock)
{
    /// <param name="Person">Null where the invitation opens nothing.</param>
    /// <param name="HasAccount">The person has a password already, which an invitation by another government leaves alone.</param>
    /// <param name="IsByProvider">Only the organisation's provider signs people in; a password would open nothing.</param>
    public sealed record Found(Person? Person, bool HasAccount, bool IsByProvider = false);

    /// <param name="Fault">Null where it is done.</param>
    public sealed record Outcome(Account? Account, AccountSession? Session, Fault? Fault);

    public async Task<Found> FindAsync(string secret, Caller caller, CancellationToken cancel)
    {
        await using var work = await BeginAsync(secret, caller, cancel);
        return await FindAsync(work, secret, cancel);
    }

    public async Task<Outcome> ExecuteAsync(string secret, NewPassword chosen, Caller caller, CancellationToken cancel)
    {
        await using var work = await BeginAsync(secret, caller, cancel);
        var found = await FindAsync(work, secret, cancel);
        if (found.Person is not { } person || found.HasAccount || found.IsByProvider)
            return new(null, null, new Fault(null, "ACCOUNT030"));
        if (chosen.Check(settings, person.Mail, person.Name) is { } wrong)
            return new(null, null, wrong);
        var hash = Invitation.HashOf(secret);
        // Of two at once one sets the password.
        var used = await work
            .Db.Invitations.Where(row => row.SecretHash == hash && row.UsedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(its => its.UsedAt, work.Now), cancel);
        if (used == 0)
            return new(null, null, new Fault(null, "ACCOUNT030"));
        var account = await HeldAccount.FindOrAddAsync(work.Accounts, person.PersonId, cancel);
        account.PasswordHash = passwords.HashOf(chosen.Text);
        account.MustChangePassword = false;
        account.InvitationHash = null;
        account.Restamp();
        await work.Accounts.SaveChangesAsync(cancel);
        await work.RecordAsync("account.password-set", after: null, cancel);
        // With a code generator the invitation alone does not sign in.
        var session = account.TotpKey is null
            ? await SessionStart.BeginAsync(work, settings, account, Factors.Password, caller, cancel)
            : null;
        await work.CommitAsync(cancel);
        return new(account, session, null);
    }

    private async Task<AccountWork> BeginAsync(string secret, Caller caller, CancellationToken cancel)
    {
        await using var db = store.NewContext(Scope.None);
        var hash = Invitation.HashOf(secret);
        var person = await db
            .Database.SqlQuery<Guid?>($"select person_of_invitation({hash}) as \"Value\"")
            .SingleAsync(cancel);
        return await AccountWork.BeginAsync(store, clock, person, caller.From, cancel);
    }

    private async Task<Found> FindAsync(AccountWork work, string secret, CancellationToken cancel)
    {
        var hash = Invitation.HashOf(secret);
        var invitation = await work
            .Db.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.SecretHash == hash, cancel);
        if (invitation?.IsOpenAt(work.Now) != true)
            return new(null, false);
        var person = await work
            .Db.People.AsNoTracking()
            .SingleAsync(row => row.PersonId == invitation.PersonId, cancel);
        var account = await work
            .Accounts.Users.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == person.PersonId, cancel);
        if (person.ErasedAt is not null || account?.RevokedAt is not null)
            return new(null, false);
        return new(
            person,
            account is null ? !await MayOpenAsync(work, invitation, cancel) : account.InvitationHash != hash,
            settings.ProviderOnly && account?.IsBreakGlass != true
        );
    }

    /// <summary>
    /// Whoever works for two governments before the first sign-in is opened by the first invitation only: the second
    /// government is not to choose the password of somebody who acts for the first.
    /// </summary>
    private static async Task<bool> MayOpenAsync(AccountWork work, Invitation invitation, CancellationToken cancel)
    {
        var day = JapanDay.Of(work.Now);
        var governments = await work
            .Db.Posts.Where(post => post.PersonId == invitation.PersonId)
            .Where(post => post.ValidUntil == null || post.ValidUntil >= day)
            .Select(post => post.GovernmentCode)
            .Distinct()
            .CountAsync(cancel);
        return governments < 2
            || !await work.Db.Invitations.AnyAsync(
                row => row.PersonId == invitation.PersonId && row.CreatedAt < invitation.CreatedAt,
                cancel
            );
    }
}
