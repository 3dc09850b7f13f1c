using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Shirube.Web.Accounts;

/// <summary>Encrypts what the database or the browser keeps for us: each purpose reads only its own.</summary>
internal sealed class Secrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector keys = protection.CreateProtector("Shirube.Totp");
    private readonly ITimeLimitedDataProtector carried = protection
        .CreateProtector("Shirube.Carried")
        .ToTimeLimitedDataProtector();

    /// <summary>The key of a code generator, for the account's row.</summary>
    public string ProtectKey(string key) => keys.Protect(key);

    public string UnprotectKey(string text) => keys.Unprotect(text);

    /// <summary>Something for the browser to bring back within the time, for this purpose.</summary>
    public string Carry(string purpose, string text, TimeSpan time) =>
        carried.CreateProtector(purpose).Protect(text, time);

    /// <summary>Null where it is not ours, of another purpose or too old.</summary>
    public string? Read(string purpose, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return carried.CreateProtector(purpose).Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
