using Microsoft.AspNetCore.Identity;
using Shirube.People;

namespace Shirube.Web.Accounts;

/// <summary>
/// アカウント: how one <see cref="Person"/> signs in; its id is the person's. Name and address are the person's own and
/// not kept twice.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Locked by an administrator until an administrator says otherwise; null while it is open.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The password was chosen by somebody else and serves to choose one's own.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Hash of the invitation that may set a new password; null when none may.</summary>
    public string? InvitationHash { get; set; }

    /// <summary>The key of the person's code generator, encrypted; null without one.</summary>
    public string? TotpKey { get; set; }

    /// <summary>The last step of 30 seconds whose code was taken: no code is taken twice.</summary>
    public long? LastTotpStep { get; set; }

    /// <summary>緊急用: signs in by password and code also while only the organisation's provider may.</summary>
    public bool IsBreakGlass { get; set; }

    /// <summary>Ends every session that carries the stamp of before.</summary>
    public void Restamp() => SecurityStamp = Guid.NewGuid().ToString("N");

    public bool IsLockedAt(DateTimeOffset instant) => RevokedAt is not null || LockoutEnd > instant;

    public static Account Of(Guid person)
    {
        var account = new Account { Id = person };
        account.Restamp();
        return account;
    }
}
