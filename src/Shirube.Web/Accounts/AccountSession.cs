namespace Shirube.Web.Accounts;

/// <summary>セッション: one sign-in on one browser, until it ends.</summary>
public sealed class AccountSession
{
    public const int AgentMaxLength = 200;

    public Guid SessionId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>What the person proved to be by; raised when a second factor is given.</summary>
    public required string Factor { get; set; }

    /// <summary>The network address.</summary>
    public required string From { get; init; }

    /// <summary>What the browser says it is.</summary>
    public required string Agent { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Whatever is done until then, a new sign-in is due.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
