using System.Threading.RateLimiting;

namespace Shirube.Web.Accounts;

/// <summary>How often a minute somebody may try to sign in, counted by network address and by name; each node counts for itself.</summary>
internal sealed class SignInRate(AccountSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> addresses = PerMinute(settings.AttemptsPerAddress);
    private readonly PartitionedRateLimiter<string> names = PerMinute(settings.AttemptsPerName);

    /// <param name="name">The mail address that was typed, or the number of the person whose code is asked.</param>
    public bool Allows(string address, string? name) =>
        Takes(addresses, address) && (name is null || Takes(names, name.Trim().ToUpperInvariant()));

    public void Dispose()
    {
        addresses.Dispose();
        names.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> limiter, string of)
    {
        using var lease = limiter.AttemptAcquire(of);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> PerMinute(int attempts) =>
        PartitionedRateLimiter.Create<string, string>(of =>
            RateLimitPartition.GetFixedWindowLimiter(
                of,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = TimeSpan.FromMinutes(1) }
            )
        );
}
