using Shirube.Calendar;

namespace Shirube.Plans.Writing;

/// <summary>工程表の図: the fiscal years and quarters that a schedule spans, and which of them each line takes.</summary>
public sealed class QuarterChart
{
    public const int QuartersAYear = 4;

    /// <summary>A schedule of more years is not drawn: nobody could read it, and a bar cut off would lie in a wrong year.</summary>
    public const int MostYears = 70;

    /// <summary>Up to as many years have their quarters named.</summary>
    private const int DetailedYears = 6;

    /// <summary>Up to as many years find room on paper in letters of the usual size.</summary>
    private const int PaperYears = 14;

    public QuarterChart(PlanContent content)
    {
        var facts = content.Facts;
        List<DateOnly> items = [.. content.Schedule.SelectMany(item => new[] { item.From, item.To })];
        List<DateOnly> whole = [.. items, .. new[] { facts.ProjectStart, facts.ProjectEnd }.OfType<DateOnly>()];
        // A term that is itself too long takes the chart from no item.
        var years = YearsOf(whole) is { Count: <= MostYears } all ? all : YearsOf(items);
        IsTooLong = years.Count > MostYears;
        if (!IsTooLong)
            Years = years;
    }

    private static List<FiscalYear> YearsOf(List<DateOnly> days)
    {
        if (days.Count == 0)
            return [];
        var (first, last) = (FiscalYear.Of(days.Min()), FiscalYear.Of(days.Max()));
        return [.. Enumerable.Range(0, last - first + 1).Select(year => first + year)];
    }

    /// <summary>None where there is nothing to draw, or too much.</summary>
    public IReadOnlyList<FiscalYear> Years { get; } = [];

    public bool IsTooLong { get; }

    /// <summary>Few enough years that each quarter has its column.</summary>
    public bool IsDetailed => Years.Count <= DetailedYears;

    public bool IsLong => Years.Count > PaperYears;

    public int Quarters => Years.Count * QuartersAYear;

    /// <summary>From 0, the first quarter of the first year; how many before the line, how many it takes, how many after.</summary>
    public (int Before, int Taken, int After) SpanOf(ScheduleItem item)
    {
        var (from, to) = (QuarterOf(item.From), QuarterOf(item.To));
        return (from, to - from + 1, Quarters - to - 1);
    }

    /// <summary>The cells of an empty stretch: a quarter each, or what lies in one year where quarters are not named.</summary>
    /// <param name="from">Quarter from 0.</param>
    public IEnumerable<(int Quarter, int Count)> Empty(int from, int count)
    {
        for (int at = from, end = from + count; at < end; )
        {
            var taken = IsDetailed ? 1 : Math.Min(QuartersAYear - (at % QuartersAYear), end - at);
            yield return (at, taken);
            at += taken;
        }
    }

    private int QuarterOf(DateOnly day)
    {
        var year = FiscalYear.Of(day);
        return ((year - Years[0]) * QuartersAYear) + ((day.Month + 8) % 12 / 3);
    }
}
