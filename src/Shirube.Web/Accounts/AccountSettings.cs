using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Shirube.Web.Accounts;

/// <summary>サインインの設定: what an installation may decide about sign-in. docs/operating.md lists them.</summary>
/// <param name="MinimumLength"><c>Shirube:Password:MinimumLength</c>, in characters as people count them.</param>
/// <param name="LockOutCount"><c>Shirube:Password:LockOutCount</c>: wrong passwords or codes in a row until the account rests.</param>
/// <param name="LockOut"><c>Shirube:Password:LockOutMinutes</c>: for how long.</param>
/// <param name="ChangeAtFirst"><c>Shirube:Password:ChangeAtFirst</c>: a password that somebody else gave has to be changed.</param>
/// <param name="Iterations"><c>Shirube:Password:Iterations</c> of PBKDF2 with SHA-512; fewer than the default only in tests.</param>
/// <param name="Idle"><c>Shirube:Session:IdleMinutes</c>: without a request for so long, a session ends.</param>
/// <param name="Longest"><c>Shirube:Session:Hours</c>: a session ends then whatever is done.</param>
/// <param name="AttemptsPerAddress"><c>Shirube:SignIn:PerAddress</c>: attempts a minute from one network address, behind which a whole office may sit.</param>
/// <param name="AttemptsPerName"><c>Shirube:SignIn:PerName</c>: attempts a minute with one mail address.</param>
/// <param name="PasskeyDomain"><c>Shirube:Passkey:Domain</c>: the site's host name; null takes that of the request.</param>
/// <param name="ProviderOnly"><c>Shirube:Provider:Only</c>: passwords serve only accounts that are kept for emergencies.</param>
public sealed record AccountSettings(
    int MinimumLength,
    int LockOutCount,
    TimeSpan LockOut,
    bool ChangeAtFirst,
    int Iterations,
    TimeSpan Idle,
    TimeSpan Longest,
    int AttemptsPerAddress,
    int AttemptsPerName,
    string? PasskeyDomain,
    bool ProviderOnly
)
{
    public const int DefaultIterations = 210_000;

    /// <exception cref="FormatException">A setting is no number, or none that makes sense.</exception>
    public static AccountSettings Of(IConfiguration configuration) =>
        new(
            Number(configuration, "Shirube:Password:MinimumLength", 12, 8),
            Number(configuration, "Shirube:Password:LockOutCount", 10, 1),
            TimeSpan.FromMinutes(Number(configuration, "Shirube:Password:LockOutMinutes", 15, 1)),
            configuration["Shirube:Password:ChangeAtFirst"] is not { } change || bool.Parse(change),
            Number(configuration, "Shirube:Password:Iterations", DefaultIterations, 1),
            TimeSpan.FromMinutes(Number(configuration, "Shirube:Session:IdleMinutes", 30, 1)),
            TimeSpan.FromHours(Number(configuration, "Shirube:Session:Hours", 12, 1)),
            Number(configuration, "Shirube:SignIn:PerAddress", 300, 1),
            Number(configuration, "Shirube:SignIn:PerName", 10, 1),
            configuration["Shirube:Passkey:Domain"],
            configuration["Shirube:Provider:Only"] is { } only && bool.Parse(only)
        );

    private static int Number(IConfiguration configuration, string key, int without, int least)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return without;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new FormatException($"{key} must be a whole number of at least {least}, and is: {text}");
    }
}
