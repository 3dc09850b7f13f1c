using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Web.Asking;

namespace Shirube.Web.Accounts;

/// <summary>パスワードを変える: one's own. Every other browser has to sign in again.</summary>
internal sealed class ChangePassword(Store store, AccountSettings settings, Passwords passwords, TimeProvider clock)
{
    /// <param name="Fault">Null where it is done.</param>
    public sealed record Outcome(Account? Account, AccountSession? Session, Fault? Fault);

    public async Task<Outcome> ExecuteAsync(
        Asker asker,
        SignedIn signedIn,
        string present,
        NewPassword chosen,
        Caller caller,
        CancellationToken cancel
    )
    {
        asker.Require(Act.KeepOwnAccount);
        if (await OwnPassword.FaultAsync(store, settings, passwords, clock, asker, present, cancel) is { } refused)
            return new(null, null, refused);
        await using var work = await AccountWork.BeginAsync(store, clock, asker.Person, asker.From, cancel);
        var person = await work.Db.People.AsNoTracking().SingleAsync(row => row.PersonId == asker.Person, cancel);
        if (chosen.Check(settings, person.Mail, person.Name) is { } wrong)
            return new(null, null, wrong);
        if (chosen.Text == present)
            return new(null, null, new Fault("password", "ACCOUNT007"));
        var account = await work.Accounts.Users.SingleAsync(row => row.Id == asker.Person, cancel);
        account.PasswordHash = passwords.HashOf(chosen.Text);
        account.MustChangePassword = false;
        account.InvitationHash = null;
        await HeldAccount.EndSessionsAsync(work.Accounts, account, work.Now, cancel);
        var session = await SessionStart.BeginAsync(
            work,
            settings,
            account,
            signedIn.Factor,
            caller,
            cancel,
            "account.password-changed"
        );
        await work.CommitAsync(cancel);
        return new(account, session, null);
    }
}
