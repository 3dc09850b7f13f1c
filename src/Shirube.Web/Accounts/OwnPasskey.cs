using Microsoft.AspNetCore.Identity;

namespace Shirube.Web.Accounts;

/// <summary>パスキー: as its owner tells it from the others.</summary>
/// <param name="Id">In base 64 for addresses.</param>
internal sealed record OwnPasskey(string Id, string Name, DateTimeOffset CreatedAt)
{
    public static OwnPasskey Of(IdentityUserPasskey<Guid> passkey) =>
        new(
            Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(passkey.CredentialId),
            passkey.Data.Name ?? "",
            passkey.Data.CreatedAt
        );
}
