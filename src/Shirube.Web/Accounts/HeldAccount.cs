using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.People;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>The account of somebody who works for the asker's government, today or later, inside the asker's transaction.</summary>
internal static class HeldAccount
{
    /// <summary>
    /// Whoever can set a person's password can act as that person: an administrator may, as long as the person works
    /// for no other government.
    /// </summary>
    /// <param name="asOperator">Asked on the machine itself, by who runs the installation for all its governments.</param>
    /// <returns>What stands in the way, or null.</returns>
    public static async Task<Fault?> FaultAsync(
        ShirubeDb db,
        Asker asker,
        Guid person,
        bool asOperator,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var own = asker.Government!.Value;
        var today = JapanDay.Today(clock);
        var isOurs = await InviteAgain.WorksHereAsync(db, asker, person, today, cancel);
        if (!isOurs || !await db.People.AnyAsync(known => known.PersonId == person && known.ErasedAt == null, cancel))
            return new Fault("person", "ACCOUNT010");
        var works = db.Database.SqlQuery<bool>($"select works_beside({person}, {own.Value}, {today}) as \"Value\"");
        return !asOperator && await works.SingleAsync(cancel) ? new Fault("person", "ACCOUNT011") : null;
    }

    public static async Task<Account> FindOrAddAsync(AccountsDb accounts, Guid person, CancellationToken cancel)
    {
        if (await accounts.Users.SingleOrDefaultAsync(known => known.Id == person, cancel) is { } known)
            return known;
        var account = Account.Of(person);
        accounts.Add(account);
        return account;
    }

    /// <summary>Every browser that is signed in as the person has to sign in again.</summary>
    public static async Task EndSessionsAsync(
        AccountsDb accounts,
        Account account,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        account.Restamp();
        await accounts
            .Sessions.Where(session => session.AccountId == account.Id && session.EndedAt == null)
            .ExecuteUpdateAsync(session => session.SetProperty(row => row.EndedAt, now), cancel);
    }
}
