using Shirube.Calendar;

namespace Shirube.Tests.Calendar;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("令和6年度", 2024)]
    [InlineData("令和６年度", 2024)]
    [InlineData("令和元年度", 2019)]
    [InlineData("令和元", 2019)]
    [InlineData("R6", 2024)]
    [InlineData("Ｒ６", 2024)]
    [InlineData("R6年度", 2024)]
    [InlineData("R.6", 2024)]
    [InlineData("r6", null)]
    [InlineData("H32", 2020)]
    [InlineData("平成32年度", 2020)]
    [InlineData("平成27年", 2015)]
    [InlineData("2024", 2024)]
    [InlineData("2024年度", 2024)]
    [InlineData("２０２４年度", 2024)]
    [InlineData("2024 年度", 2024)]
    [InlineData("FY2024", 2024)]
    [InlineData("24", null)]
    [InlineData("6年度", null)]
    [InlineData("令和0年度", null)]
    [InlineData("令和6年度末までに", null)]
    [InlineData("20245", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void ParseFiscalYear_AnySpelling_IsTheWesternYearOrRefused(string? text, int? expected)
    {
        FiscalYear.TryParse(text, out var year).ShouldBe(expected is not null);
        if (expected is { } western)
            year.Year.ShouldBe(western);
    }

    [Fact]
    public void FiscalYearOf_DaysAroundApril_IsTheYearThatStarted()
    {
        FiscalYear.Of(new DateOnly(2025, 3, 31)).Year.ShouldBe(2024);
        FiscalYear.Of(new DateOnly(2025, 4, 1)).Year.ShouldBe(2025);
        new FiscalYear(2024).ToJapanese().ShouldBe("令和6年度（2024年度）");
        new FiscalYear(2019).ToJapanese().ShouldBe("令和元年度（2019年度）");
    }

    [Theory]
    [InlineData("令和6年4月1日", "2024-04-01", "2024-04-01")]
    [InlineData("R6.4.1", "2024-04-01", "2024-04-01")]
    [InlineData("R8.4.1", "2026-04-01", "2026-04-01")]
    [InlineData("2026/4/1", "2026-04-01", "2026-04-01")]
    [InlineData("２０２６－４－１", "2026-04-01", "2026-04-01")]
    [InlineData("2024 年 4 月 1 日", "2024-04-01", "2024-04-01")]
    [InlineData("平成31年4月30日", "2019-04-30", "2019-04-30")]
    [InlineData("令和元年5月1日", "2019-05-01", "2019-05-01")]
    [InlineData("令和4年6月", "2022-06-01", "2022-06-30")]
    [InlineData("R4年3月末", "2022-03-01", "2022-03-31")]
    [InlineData("R5.12", "2023-12-01", "2023-12-31")]
    [InlineData("H32.3", "2020-03-01", "2020-03-31")]
    [InlineData("平成27年", "2015-01-01", "2015-12-31")]
    [InlineData("H27", "2015-01-01", "2015-12-31")]
    public void ParseDate_AnySpelling_IsTheDayMonthOrYear(string text, string first, string last)
    {
        JapaneseDate.TryParse(text, out var date).ShouldBeTrue();
        date.FirstDay.ToString("o", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(first);
        date.LastDay.ToString("o", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(last);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("令和6年13月1日")]
    [InlineData("24/4/1")]
    [InlineData("４月１日")]
    [InlineData("")]
    public void ParseDate_NoSuchDayOrNoYear_IsRefused(string text) =>
        JapaneseDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void WriteDate_AroundTheChangeOfEra_NamesTheEraOfTheDay()
    {
        JapaneseDate.ToJapanese(new DateOnly(2019, 4, 30)).ShouldBe("平成31年4月30日");
        JapaneseDate.ToJapanese(new DateOnly(2019, 5, 1)).ShouldBe("令和元年5月1日");
    }

    [Fact]
    public void FindDates_InRunningText_AreFoundInOrder()
    {
        var found = JapaneseDate
            .FindAll("2024年4月1日から2029 年 3 月 31 日まで、R5.12時点")
            .Select(date => date.Date)
            .ToList();
        found[0].Date.ShouldBe(new DateOnly(2024, 4, 1));
        found[1].Date.ShouldBe(new DateOnly(2029, 3, 31));
        found[2].ShouldBe(new JapaneseDate(2023, 12, null));
    }
}
