namespace Shirube.Calendar;

/// <summary>日本の日付: a day is a day in Japan, wherever the server stands.</summary>
public static class JapanDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    public static DateOnly Today(TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>What a clock in Japan shows.</summary>
    public static TimeOnly ClockAt(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
