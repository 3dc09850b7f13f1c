using Shirube.Calendar;

namespace Shirube.Plans.Writing;

/// <summary>工程表の図: the fiscal years and quarters that a schedule spans, and which of them each line takes.</summary>
public sealed class QuarterChart
{
    public const int QuartersAYear = 4;
    public const int MostYears = 20;

    public QuarterChart(PlanContent content)
    {
        var facts = content.Facts;
        List<DateOnly> days =
        [
            .. content.Schedule.SelectMany(item => new[] { item.From, item.To }),
            .. new[] { facts.ProjectStart, facts.ProjectEnd }.OfType<DateOnly>(),
        ];
        if (days.Count == 0)
            return;
        var (first, last) = (FiscalYear.Of(days.Min()), FiscalYear.Of(days.Max()));
        Years = [.. Enumerable.Range(0, Math.Min(last - first + 1, MostYears)).Select(year => first + year)];
    }

    public IReadOnlyList<FiscalYear> Years { get; } = [];

    public int Quarters => Years.Count * QuartersAYear;

    /// <summary>From 0, the first quarter of the first year; how many before the line, how many it takes, how many after.</summary>
    public (int Before, int Taken, int After) SpanOf(ScheduleItem item)
    {
        var from = Math.Clamp(QuarterOf(item.From), 0, Quarters - 1);
        var to = Math.Clamp(QuarterOf(item.To), from, Quarters - 1);
        return (from, to - from + 1, Quarters - to - 1);
    }

    private int QuarterOf(DateOnly day)
    {
        var year = FiscalYear.Of(day);
        return ((year - Years[0]) * QuartersAYear) + ((day.Month + 8) % 12 / 3);
    }
}
