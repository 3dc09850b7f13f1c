namespace Shirube.Web.Hosting;

/// <summary>A day is a day in Japan, wherever the server stands.</summary>
internal static class JapanTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    public static TimeOnly ClockOf(DateTime utc) => TimeOnly.FromDateTime(utc + Offset);
}
