using System.Security.Cryptography;
using System.Text;

namespace Shirube.People;

/// <summary>
/// 招待: lets one person set a password once, the first time or after a reset. The link's secret is kept as its hash
/// only, so that who reads the table cannot use it.
/// </summary>
public sealed class Invitation
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    /// <summary>SHA-256 of the secret, 64 small hexadecimal digits.</summary>
    public required string SecretHash { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>A new one, and the secret that its link carries and nothing else knows.</summary>
    public static (Invitation Invitation, string Secret) New(Guid person, DateTimeOffset now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return (
            new Invitation
            {
                SecretHash = HashOf(secret),
                PersonId = person,
                CreatedAt = now,
                ExpiresAt = now + ValidFor,
            },
            secret
        );
    }

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool IsOpenAt(DateTimeOffset instant) => UsedAt is null && instant < ExpiresAt;
}
