using System.Security.Claims;

namespace Shirube.Web.Asking;

/// <summary>What the session's cookie says: who signed in, under which state of the account, and by what.</summary>
/// <param name="Stamp">The account's, which changes with its password, its factors and when it is signed out everywhere.</param>
/// <param name="Factor">password, totp, passkey, provider or break-glass.</param>
/// <param name="Session">Number of the session, which ends with its sign-out.</param>
public sealed record SignedIn(Guid Person, string Stamp, string Factor, Guid Session)
{
    public const string StampClaim = "stamp";
    public const string FactorClaim = "factor";
    public const string SessionClaim = "session";

    /// <summary>Until when at most, in seconds since 1970.</summary>
    public const string UntilClaim = "until";

    /// <summary>The provider is trusted to ask for its own.</summary>
    public bool HasSecondFactor => Factor != "password";

    /// <summary>Null for nobody.</summary>
    public static SignedIn? Of(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
        && user.FindFirstValue(StampClaim) is { } stamp
        && user.FindFirstValue(FactorClaim) is { } factor
        && Guid.TryParse(user.FindFirstValue(SessionClaim), out var session)
            ? new(person, stamp, factor, session)
            : null;
}
