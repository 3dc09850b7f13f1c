namespace Shirube.Calendar;

/// <summary>日本の日付: a day is a day in Japan, wherever the server stands.</summary>
public static class JapanDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    public static DateOnly Today(TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>The instant, in UTC, at which the day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>The instant as Japan writes it: <c>2026-04-01T09:00:00+09:00</c>.</summary>
    public static DateTimeOffset TimeAt(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>What a clock in Japan shows.</summary>
    public static TimeOnly ClockAt(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
