using System.Globalization;
using Shirube.Calendar;
using Shirube.Plans.Writing;
using Shirube.Web.Hosting;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans;

/// <summary>工程の月, as people write them.</summary>
internal static class MonthText
{
    public static string Of(DateOnly? month) =>
        month is not { } day ? ""
        : Languages.IsEnglish ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : JapaneseDate.ToJapanese(day)[..^2];

    public static string Of(ScheduleItem item) =>
        item.From == item.To ? Of(item.From) : T("Schedule.FromTo", Of(item.From), Of(item.To));
}
