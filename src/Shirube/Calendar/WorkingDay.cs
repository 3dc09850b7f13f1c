namespace Shirube.Calendar;

/// <summary>開庁日: days on which offices of Japanese governments are open.</summary>
/// <remarks>
/// Closed are Saturdays, Sundays, national holidays (国民の祝日に関する法律, 昭和23年法律第178号) as the law stands since 2022,
/// and 29 December to 3 January, which ordinances under 地方自治法第4条の2 usually name. Not known: other days that an
/// ordinance names, later changes of the law, and the equinoxes before they are announced each February; those are
/// computed by the approximation for 1980 to 2099.
/// </remarks>
public static class WorkingDay
{
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsYearEnd(day) && !IsHoliday(day);

    /// <summary>The day itself where it is a working day.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Is(day))
            day = day.AddDays(1);
        return day;
    }

    /// <inheritdoc cref="OnOrAfter"/>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Is(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <param name="days">Working days to go on; back where less than 0.</param>
    public static DateOnly Add(DateOnly day, int days)
    {
        for (var left = Math.Abs(days); left > 0; )
        {
            day = day.AddDays(Math.Sign(days));
            if (Is(day))
                left--;
        }
        return day;
    }

    /// <summary>国民の祝日, the day put in its place where it is a Sunday (振替休日), or a day between two of them.</summary>
    public static bool IsHoliday(DateOnly day) =>
        IsNational(day)
        || IsInPlaceOfSunday(day)
        || (day.DayOfWeek != DayOfWeek.Sunday && IsNational(day.AddDays(-1)) && IsNational(day.AddDays(1)));

    private static bool IsInPlaceOfSunday(DateOnly day)
    {
        // The first day after a Sunday's holiday that is none itself.
        for (var before = day.AddDays(-1); IsNational(before); before = before.AddDays(-1))
        {
            if (before.DayOfWeek == DayOfWeek.Sunday)
                return true;
        }
        return false;
    }

    private static bool IsYearEnd(DateOnly day) => day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };

    private static bool IsNational(DateOnly day) =>
        (day.Month, day.Day) switch
        {
            (1, 1) or (2, 11) or (2, 23) or (4, 29) or (5, 3) or (5, 4) or (5, 5) or (8, 11) or (11, 3) or (11, 23) =>
                true,
            (1, _) => IsMonday(day, 2),
            (3, _) => day.Day == Equinox(day.Year, 20.8431m),
            (7, _) => IsMonday(day, 3),
            (9, _) => IsMonday(day, 3) || day.Day == Equinox(day.Year, 23.2488m),
            (10, _) => IsMonday(day, 2),
            _ => false,
        };

    private static bool IsMonday(DateOnly day, int nth) =>
        day.DayOfWeek == DayOfWeek.Monday && (day.Day - 1) / 7 == nth - 1;

    private static int Equinox(int year, decimal of1980) =>
        (int)(of1980 + (0.242194m * (year - 1980)) - Math.Floor((year - 1980) / 4m));
}
