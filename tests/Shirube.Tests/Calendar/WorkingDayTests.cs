using Shirube.Calendar;

namespace Shirube.Tests.Calendar;

public sealed class WorkingDayTests
{
    /// <summary>As the Cabinet Office lists them for 2024 to 2026, days put in the place of Sundays and between two included.</summary>
    [Fact]
    public void Holidays_OfThreeYears_AreThoseOfTheCalendar()
    {
        string[] expected =
        [
            "2024: 0101 0108 0211 0212 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0922 0923 1014 1103 1104 1123",
            "2025: 0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124",
            "2026: 0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123",
        ];

        foreach (var line in expected)
        {
            var first = new DateOnly(int.Parse(line[..4], System.Globalization.CultureInfo.InvariantCulture), 1, 1);
            var found = Enumerable
                .Range(0, 366)
                .Select(first.AddDays)
                .Where(day => day.Year == first.Year && WorkingDay.IsHoliday(day))
                .Select(day => day.ToString("MMdd", System.Globalization.CultureInfo.InvariantCulture));
            $"{first.Year}: {string.Join(' ', found)}".ShouldBe(line);
        }
    }

    [Theory]
    [InlineData("2026-12-28", 1, "2027-01-04")]
    [InlineData("2027-01-04", -1, "2026-12-28")]
    [InlineData("2026-05-01", 1, "2026-05-07")]
    [InlineData("2026-09-24", -1, "2026-09-18")]
    [InlineData("2026-03-31", 0, "2026-03-31")]
    public void Add_OverClosedDays_CountsWorkingDaysOnly(string from, int days, string to) =>
        WorkingDay.Add(Day(from), days).ShouldBe(Day(to));

    [Fact]
    public void OnOrBefore_AndAfter_OfAWorkingDay_AreThatDay()
    {
        WorkingDay.OnOrAfter(Day("2026-09-19")).ShouldBe(Day("2026-09-24"));
        WorkingDay.OnOrBefore(Day("2026-09-23")).ShouldBe(Day("2026-09-18"));
        WorkingDay.OnOrBefore(Day("2026-09-18")).ShouldBe(Day("2026-09-18"));
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
