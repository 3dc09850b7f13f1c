using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>How a person signs in, for lists of people; says nothing that helps to sign in.</summary>
/// <param name="HasPassword">False between an invitation or reset and its use, and for who comes by the provider only.</param>
public sealed record FoundAccount(
    Guid Person,
    bool HasPassword,
    bool HasCodes,
    int Passkeys,
    bool MustChangePassword,
    bool IsBreakGlass,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastSignIn
);

/// <summary>アカウントの有無: who of these people has one.</summary>
public sealed class FindAccount(ShirubeDb db)
{
    /// <param name="people">Those whom the asker may see: the tables of accounts do not ask.</param>
    /// <exception cref="NotPermittedException">The asker does not manage people: it says who is open to attack.</exception>
    public async Task<IReadOnlyDictionary<Guid, FoundAccount>> ExecuteAsync(
        Asker asker,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        await using var accounts = AccountsDb.Beside(db);
        return await accounts
            .Users.Where(account => people.Contains(account.Id))
            .Select(account => new FoundAccount(
                account.Id,
                account.PasswordHash != null,
                account.TotpKey != null,
                accounts.UserPasskeys.Count(passkey => passkey.UserId == account.Id),
                account.MustChangePassword,
                account.IsBreakGlass,
                account.LockoutEnd,
                account.RevokedAt,
                accounts
                    .Sessions.Where(session => session.AccountId == account.Id)
                    .Max(row => (DateTimeOffset?)row.StartedAt)
            ))
            .ToDictionaryAsync(account => account.Person, cancel);
    }
}
