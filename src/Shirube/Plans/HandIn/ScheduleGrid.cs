using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>工程表: a line for each item, a column for each fiscal year with the months in which it runs.</summary>
internal static class ScheduleGrid
{
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
                .. years.Select(year => new WrittenCell($"{year}年度")),
                new WrittenCell("備考"),
            ]),
            .. content.Schedule.Select(item => new WrittenRow([
                new WrittenCell(item.Name) { IsHead = true },
                new WrittenCell(Period(item)),
                .. years.Select(year => new WrittenCell(Months(item, year))),
                new WrittenCell(item.Note),
            ])),
        ])
        {
            HeadRows = 1,
            Widths = [22, 16, .. years.Select(_ => Math.Max(4, 44 / years.Count)), 18],
            Caption = "工程表",
        };
    }

    private static string Period(ScheduleItem item) =>
        item.From == item.To ? Month(item.From) : $"{Month(item.From)}～{Month(item.To)}";

    private static string Month(DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月");

    /// <summary>4月～9月; an arrow for a whole year, nothing for a year without it.</summary>
    private static string Months(ScheduleItem item, FiscalYear year)
    {
        var from = item.From > year.FirstDay ? item.From : year.FirstDay;
        var to = item.To < year.LastDay ? item.To : year.LastDay;
        if (from > to)
            return "";
        if (from.Month == 4 && to.Month == 3)
            return "→";
        return from.Month == to.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{from.Month}月")
            : string.Create(CultureInfo.InvariantCulture, $"{from.Month}月～{to.Month}月");
    }
}
