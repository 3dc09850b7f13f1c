using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.People;
using Shirube.Permissions;

namespace Shirube.Web.Accounts;

/// <summary>自分のアカウント: what its owner sees of it.</summary>
/// <param name="Sessions">Where the person is signed in now, the newest first.</param>
internal sealed record OwnAccount(
    Person Person,
    Account Account,
    int RecoveryCodes,
    IReadOnlyList<OwnPasskey> Passkeys,
    IReadOnlyList<AccountSession> Sessions
)
{
    public static async Task<OwnAccount> FindAsync(
        ShirubeDb db,
        Asker asker,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await using var accounts = AccountsDb.Beside(db);
        var id = asker.Person;
        var passkeys = await accounts.UserPasskeys.AsNoTracking().Where(row => row.UserId == id).ToListAsync(cancel);
        return new(
            await db.People.AsNoTracking().SingleAsync(row => row.PersonId == id, cancel),
            await accounts.Users.AsNoTracking().SingleAsync(row => row.Id == id, cancel),
            await accounts.RecoveryCodes.CountAsync(row => row.AccountId == id, cancel),
            [.. passkeys.Select(OwnPasskey.Of).OrderBy(passkey => passkey.CreatedAt)],
            await accounts
                .Sessions.AsNoTracking()
                .Where(row => row.AccountId == id && row.EndedAt == null && row.ExpiresAt > now)
                .OrderByDescending(row => row.StartedAt)
                .ToListAsync(cancel)
        );
    }
}
