using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Shirube.Web.Accounts;

/// <summary>パスワード: kept as PBKDF2 with SHA-512 and a salt of their own.</summary>
public sealed class Passwords(AccountSettings settings)
{
    private readonly PasswordHasher<Account> hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = settings.Iterations })
    );
    private readonly Lazy<string> nobodys = new(() =>
        new PasswordHasher<Account>(
            Options.Create(new PasswordHasherOptions { IterationCount = settings.Iterations })
        ).HashPassword(new Account(), Guid.NewGuid().ToString())
    );

    public string HashOf(string password) => hasher.HashPassword(null!, password);

    /// <summary>Takes as long for nobody's password as for somebody's, so that the time tells nothing.</summary>
    /// <param name="hash">Null where there is no account, or one without a password.</param>
    /// <returns>Whether it is the one, and whether its hash is of fewer iterations than are set now.</returns>
    public (bool IsRight, bool IsOld) Verify(string? hash, string password)
    {
        var result = hasher.VerifyHashedPassword(null!, hash ?? nobodys.Value, password);
        return (
            hash is not null && result != PasswordVerificationResult.Failed,
            result == PasswordVerificationResult.SuccessRehashNeeded
        );
    }
}
