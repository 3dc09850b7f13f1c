using Shirube.Governments;

namespace Shirube.Notifications;

/// <summary>送信待ちのメール: a notification on its way by mail. To whom is looked up when it is sent, and stands nowhere here.</summary>
public sealed class OutgoingMail
{
    /// <summary>After which nobody waits for it any more.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(7);

    /// <summary>With the waits of <see cref="Failed"/>.</summary>
    public const int TriesOfADay = 29;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public GovernmentCode GovernmentCode { get; init; }
    public Guid NotificationId { get; init; }
    public Guid PersonId { get; init; }
    public NotificationKind Kind { get; init; }
    public required string Subject { get; init; }
    public IReadOnlyList<string> Arguments { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public int Attempts { get; private set; }
    public DateTimeOffset NextAttemptAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? GivenUpAt { get; private set; }

    /// <summary>What the mail server said last.</summary>
    public string? LastError { get; private set; }

    internal void Sent(DateTimeOffset now) => (SentAt, Attempts, LastError) = (now, Attempts + 1, null);

    internal void GivenUp(string why, DateTimeOffset now) =>
        (GivenUpAt, Attempts, LastError) = (now, Attempts + 1, why);

    /// <summary>A server that is set up wrongly refuses as one does that knows no such address: only time tells them apart.</summary>
    internal void Refused(string why, DateTimeOffset now)
    {
        if (Attempts + 1 < TriesOfADay)
            Failed(why, now);
        else
            GivenUp(why, now);
    }

    /// <summary>Tries again after 1, 2, 4 … minutes, at most an hour; a week after it was told, no more.</summary>
    internal void Failed(string why, DateTimeOffset now)
    {
        (Attempts, LastError) = (Attempts + 1, why);
        if (now - CreatedAt >= GiveUpAfter)
            GivenUpAt = now;
        else
            NextAttemptAt =
                now + TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, Math.Pow(2, Math.Min(Attempts, 10) - 1)));
    }
}
