using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents;

namespace Shirube.Tests.Documents;

public sealed class FindingWordTests
{
    [Theory]
    [InlineData(
        "ja",
        "KPI1：令和6年度（2024年度）の目標値は、事業実施期間（令和7年度（2025年度）～令和9年度（2027年度））の外にあります。"
    )]
    [InlineData("en", "KPI 1: the target of FY2024 lies outside the project period (FY2025 to FY2027).")]
    public void MessageOf_FiscalYears_AreWordedForTheOneWhoReads(string culture, string expected)
    {
        var finding = new Finding(
            "KPI102",
            Severity.Warning,
            null,
            1,
            FindingWord.Year(new FiscalYear(2024)),
            FindingWord.Year(new FiscalYear(2025)),
            FindingWord.Year(new FiscalYear(2027))
        );

        In(culture, () => FindingText.MessageOf(finding)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("ja", "値が違います（KPI1の目標値（令和7年度（2025年度）））：「3」と「4」")]
    [InlineData("en", "The values differ (KPI 1 › target（FY2025）): “3” and “4”.")]
    public void MessageOf_Field_HasItsName(string culture, string expected)
    {
        var finding = new Finding(
            "CMP001",
            Severity.Error,
            null,
            FindingWord.Field("/indicators/0/targets/2025"),
            "3",
            "4"
        );

        In(culture, () => FindingText.MessageOf(finding)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("ja", "第6章「計画期間」がありません。")]
    [InlineData("en", "Chapter 6 “period of the plan” is missing.")]
    public void MessageOf_HeadingOfTheForm_IsWordedForTheOneWhoReads(string culture, string expected) =>
        In(
                culture,
                () =>
                    FindingText.MessageOf(new Finding("PLAN101", Severity.Error, null, "6", FindingWord.Word("form.6")))
            )
            .ShouldBe(expected);

    [Fact]
    public void MessageOf_TextOfTheDocument_StaysAsItIs() =>
        FindingText.MessageOf(new Finding("PLAN104", Severity.Error, null, "year:2024")).ShouldContain("year:2024");

    private static string In(string culture, Func<string> act)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
