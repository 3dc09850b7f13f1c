using Shirube.Documents.Formats.Excel;

namespace Shirube.Tests.Documents.Formats.Excel;

public class NumberFormatTests
{
    [Theory]
    [InlineData("General", "1234.5", "1234.5")]
    [InlineData("General", "0.333333333333333", "0.333333333")]
    [InlineData("General", "-2208", "-2208")]
    [InlineData("General\"人\"", "12", "12人")]
    [InlineData("0", "1234.5", "1235")]
    [InlineData("#,##0", "1234567", "1,234,567")]
    [InlineData("#,##0", "0", "0")]
    [InlineData("#,##0.00", "1800", "1,800.00")]
    [InlineData("#,##0.0;[Red]-#,##0.0", "-338", "-338.0")]
    [InlineData("#,##0;\"▲\"#,##0", "-338", "▲338")]
    [InlineData("#,##0;\"△ \"#,##0", "-2208", "△ 2,208")]
    [InlineData("#,##0;▲#,##0;\"-\"", "0", "-")]
    [InlineData("#,##0_ ;[Red]\\-#,##0\\ ", "-5", "-5")]
    [InlineData("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "0", "-")]
    [InlineData("#,##0,\"千円\"", "2314625000", "2,314,625千円")]
    [InlineData("#,##0,,\"百万円\"", "2314625000", "2,315百万円")]
    [InlineData("0.0%", "0.125", "12.5%")]
    [InlineData("0%", "-0.05", "-5%")]
    [InlineData("[<=999]0\"人\";#,##0\"人（多）\"", "999", "999人")]
    [InlineData("[<=999]0\"人\";#,##0\"人（多）\"", "1000", "1,000人（多）")]
    [InlineData("[Red][<0]\"▲\"0;0", "-7", "▲7")]
    [InlineData("000", "7", "007")]
    [InlineData("#", "0", "")]
    [InlineData("0.00", "-0.001", "0.00")]
    [InlineData("[$¥-411]#,##0", "500", "¥500")]
    [InlineData("\"第\"0\"期\"", "2", "第2期")]
    [InlineData("0.###", "1.25", "1.25")]
    public void Show_Number_IsWhatTheCellShows(string code, string number, string shown) =>
        NumberFormat.Parse(code).Show(Number(number)).ShouldBe(shown);

    [Theory]
    [InlineData("yyyy/m/d", "45383", "2024/4/1")]
    [InlineData("[$-411]ggge\"年\"m\"月\"d\"日\"", "45383", "令和6年4月1日")]
    [InlineData("[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\"", "43586", "令和元年5月1日")]
    [InlineData("[$-411]ggge\"年\"m\"月\"d\"日\"", "43586", "令和1年5月1日")]
    [InlineData("[$-411]ggge\"年\"", "43585", "平成31年")]
    [InlineData("[$-411]gge.m", "45383", "令6.4")]
    [InlineData("[$-411]ge.m.d;@", "45383", "R6.4.1")]
    [InlineData("yyyy\"年\"m\"月\"", "45383", "2024年4月")]
    [InlineData("yyyy\"年度\"", "45383", "2024年度")]
    [InlineData("m/d(aaa)", "45383", "4/1(月)")]
    [InlineData("h:mm", "0.5625", "13:30")]
    [InlineData("h:mm AM/PM", "0.5625", "1:30 PM")]
    [InlineData("[h]:mm", "1.5", "36:00")]
    [InlineData("yyyy/m/d h:mm", "45383.75", "2024/4/1 18:00")]
    [InlineData("yyyy/m/d", "1", "1900/1/1")]
    [InlineData("yyyy/m/d", "99999999", "99999999")]
    public void Show_Date_IsWhatTheCellShows(string code, string serial, string shown)
    {
        NumberFormat.Parse(code).Show(Number(serial)).ShouldBe(shown);
    }

    [Fact]
    public void Show_SameSerial_DependsOnTheStartOfTheCalendar()
    {
        var format = NumberFormat.Parse(BuiltInFormats.Of(14));

        format.Show(45383).ShouldBe("2024/4/1");
        format.Show(45383, from1904: true).ShouldBe("2028/4/2");
    }

    [Theory]
    [InlineData(57, "R6.4.1")]
    [InlineData(58, "令和6年4月1日")]
    [InlineData(31, "2024年4月1日")]
    [InlineData(14, "2024/4/1")]
    public void Show_BuiltInDate_IsJapanese(int id, string shown) =>
        NumberFormat.Parse(BuiltInFormats.Of(id)).Show(45383).ShouldBe(shown);

    [Theory]
    [InlineData("\"開いたまま")]
    [InlineData("[開いたまま")]
    [InlineData("\\")]
    [InlineData(";;;;;")]
    [InlineData("")]
    [InlineData("0.0.0,,,%%E+E")]
    public void Show_BrokenFormat_NeverFails(string code) =>
        NumberFormat.Parse(code).Show(-12345.678m).ShouldNotBeNull();

    private static decimal Number(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
