using Shirube.Calendar;
using Shirube.Governments;

namespace Shirube.Tasks;

/// <summary>年間予定: what the government's year holds: 9月 有識者会議.</summary>
public sealed class CalendarEntry
{
    public const int TitleMaxLength = 200;

    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government.</summary>
    public int Number { get; init; }
    public required string Title { get; init; }
    public int Month { get; init; }

    /// <summary>Null for one that only has a month.</summary>
    public int? Day { get; init; }

    /// <summary>Null for every year.</summary>
    public FiscalYear? Year { get; init; }

    /// <summary>Null for one that is in the calendar.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Its day in a fiscal year, the month's last where it has none or the month is shorter.</summary>
    public DateOnly DayIn(FiscalYear year)
    {
        var western = Month >= 4 ? year.Year : year.Year + 1;
        var last = DateTime.DaysInMonth(western, Month);
        return new DateOnly(western, Month, Math.Min(Day ?? last, last));
    }
}

/// <summary>One year's entry that is done with.</summary>
public sealed class CalendarDone
{
    public GovernmentCode GovernmentCode { get; init; }
    public int EntryNumber { get; init; }
    public FiscalYear Year { get; init; }
    public Guid DoneBy { get; init; }
    public DateTimeOffset DoneAt { get; init; }
}
