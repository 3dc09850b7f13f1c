using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>工程表: a line for each item, a column for each fiscal year with the months in which it runs.</summary>
internal static class ScheduleGrid
{
    /// <summary>With more years than these their columns are narrow: what stands in them is parted into lines.</summary>
    private const int WideYears = 4;

    /// <summary>The longest plan that is usual.</summary>
    private const int NarrowYears = 10;

    public static IEnumerable<WrittenBlock> Of(PlanContent content)
    {
        if (content.Schedule.Count == 0)
            yield break;
        var first = FiscalYear.Of(content.Schedule.Min(item => item.From));
        var last = FiscalYear.Of(content.Schedule.Max(item => item.To));
        var years = Enumerable
            .Range(0, Math.Clamp(last - first + 1, 1, PlanContent.MostYears))
            .Select(year => first + year)
            .ToList();
        yield return new WrittenTable([
            new WrittenRow([
                new WrittenCell("取組"),
                new WrittenCell("期間"),
                .. years.Select(year => new WrittenCell(years.Count > WideYears ? $"{year}\n年度" : $"{year}年度")),
                new WrittenCell("備考"),
            ]),
            .. content.Schedule.Select(item => new WrittenRow([
                new WrittenCell(item.Name) { IsHead = true },
                new WrittenCell(Period(item)),
                .. years.Select(year => new WrittenCell(Months(item, year, years.Count))),
                new WrittenCell(item.Note),
            ])),
        ])
        {
            HeadRows = 1,
            Widths = Widths(years.Count),
            Caption = "工程表",
            IsSmall = years.Count > WideYears,
        };
    }

    /// <summary>Shares of the width that break neither a year nor a month.</summary>
    private static int[] Widths(int years)
    {
        var (item, period, note) = years switch
        {
            <= WideYears => (220, 160, 180),
            <= NarrowYears => (130, 140, 90),
            _ => (90, 110, 50),
        };
        return [item, period, .. Enumerable.Repeat((1000 - item - period - note) / years, years), note];
    }

    private static string Period(ScheduleItem item) =>
        item.From == item.To ? Month(item.From) : $"{Month(item.From)}～\n{Month(item.To)}";

    private static string Month(DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月");

    /// <summary>4月～9月; an arrow for a whole year, nothing for a year without it.</summary>
    private static string Months(ScheduleItem item, FiscalYear year, int years)
    {
        var from = item.From > year.FirstDay ? item.From : year.FirstDay;
        var to = item.To < year.LastDay ? item.To : year.LastDay;
        if (from > to)
            return "";
        if (from.Month == 4 && to.Month == 3)
            return "→";
        var until = years > WideYears ? "\n～\n" : "\n～";
        return from.Month == to.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{from.Month}月")
            : string.Create(CultureInfo.InvariantCulture, $"{from.Month}月{until}{to.Month}月");
    }
}
