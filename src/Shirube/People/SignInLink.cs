using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.People;

/// <summary>
/// Whoever holds the link of an invitation sets the password and is the person from then on. So an administrator is
/// given one only where it opens nothing but that administrator's own government (decision 0011).
/// </summary>
internal static class SignInLink
{
    /// <summary>For an invitation: the person has no way in and works for nobody else.</summary>
    public static async Task<bool> MayBeMadeAsync(
        ShirubeDb db,
        Guid person,
        DateOnly today,
        CancellationToken cancel
    ) => !await CanSignInAsync(db, person, cancel) && !await WorksElsewhereAsync(db, person, today, cancel);

    public static Task<bool> CanSignInAsync(ShirubeDb db, Guid person, CancellationToken cancel) =>
        db.Database.SqlQuery<bool>($"select can_sign_in({person}) as \"Value\"").SingleAsync(cancel);

    /// <summary>Holds a post, today or later, of a government other than the scope's.</summary>
    public static Task<bool> WorksElsewhereAsync(ShirubeDb db, Guid person, DateOnly today, CancellationToken cancel) =>
        db.Database.SqlQuery<bool>($"select works_elsewhere({person}, {today}) as \"Value\"").SingleAsync(cancel);

    /// <summary>A new link, after which the earlier ones no longer open anything.</summary>
    /// <returns>The secret that the link carries; shown once and kept nowhere.</returns>
    public static async Task<string> MakeAsync(ShirubeDb db, Guid person, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select void_invitations({person})", cancel);
        var (invitation, secret) = Invitation.New(person, now);
        db.Add(invitation);
        await db.SaveChangesAsync(cancel);
        // Where an account without a way in is left from before, this link is the one that opens it.
        await db.Database.ExecuteSqlAsync(
            $"update account set invitation_hash = {invitation.SecretHash}, revoked_at = null where person_id = {person}",
            cancel
        );
        return secret;
    }
}
