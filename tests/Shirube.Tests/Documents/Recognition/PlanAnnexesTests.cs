using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition.Annexes;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Documents.Recognition;

/// <summary>Schedules and funding plans as offices print them themselves.</summary>
public class PlanAnnexesTests
{
    [Fact]
    public void Fill_FundingWithYearsAcrossTheTop_ReadsYenOfEachSource()
    {
        var read = Read(
            """
            ## 財源内訳

            （単位：百万円）

            | 区分 | 令和6年度 | 令和7年度 | 合計 |
            | --- | --- | --- | --- |
            | 国庫支出金 | 1.5 | 20 | 21.5 |
            | 企業版ふるさと納税 | - | 3 | 3 |
            | 一般財源 | 1,000 | 4 | 1,004 |
            | 合計 | 1,001.5 | 27 | 1,028.5 |
            """
        );

        read.Funding.Select(amount => (amount.Year.Year, amount.Source, amount.Yen.Value))
            .ShouldBe([
                (2024, FundingSource.Grant, 1_500_000m),
                (2024, FundingSource.GeneralFunds, 1_000_000_000m),
                (2025, FundingSource.Grant, 20_000_000m),
                (2025, FundingSource.Donation, 3_000_000m),
                (2025, FundingSource.GeneralFunds, 4_000_000m),
            ]);
        read.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("（単位：千円）", "| 年度 | 交付金 | 県費 |", "| 2026年度 | 10 | 5 |")]
    [InlineData("", "| 年度 | 交付金 | 寄附 |", "| 2026年度 | 10 | 5 |")]
    [InlineData("（単位：千円）", "| 年度 | 交付金 | 計 |", "| 2026年度 | 10 | 15 |")]
    [InlineData("（単位：千円）", "| 年度 | 交付金 | 計 |", "| 2026年度 | 約10 | 10 |")]
    public void Fill_FundingThatIsNotCertain_LeavesItOpenAndSaysSo(string unit, string head, string row)
    {
        var read = Read($"## 財源計画\n\n{unit}\n\n{head}\n| --- | --- | --- |\n{row}\n");

        read.Funding.ShouldBeEmpty();
        read.Findings.ShouldHaveSingleItem().Code.ShouldBe("PLAN011");
    }

    [Fact]
    public void Fill_ScheduleOfArrowsAndMonths_ReadsTheMonthsOfEachItem()
    {
        var read = Read(
            """
            ## 事業スケジュール

            | 取組内容 | 2026年度 | 2027年度 | 備考 |
            | --- | --- | --- | --- |
            | 拠点の整備 | 10月～3月 | → | 県 |
            | 講座 |  | 7月 |  |
            | 広報 | 4月～6月 | 4月～6月 |  |
            """
        );

        read.Schedule.Select(item => (item.Name.Value, item.From?.Value, item.To?.Value, item.Note?.Value))
            .ShouldBe([
                ("拠点の整備", new DateOnly(2026, 10, 1), new DateOnly(2028, 3, 1), "県"),
                ("講座", new DateOnly(2027, 7, 1), new DateOnly(2027, 7, 1), null),
                ("広報", null, null, null),
            ]);
        var said = read.Findings.ShouldHaveSingleItem();
        (said.Code, said.Arguments[0]).ShouldBe(("PLAN012", "広報"));
    }

    [Fact]
    public void Fill_TableOfKpisUnderItsOwnHeading_IsNoAnnex()
    {
        var document = Document(
            "## 数値目標\n\n| 指標 | 2026年度 | 2027年度 |\n| --- | --- | --- |\n| 来館者数 | 10 | 20 |\n"
        );

        PlanAnnexes.In(document).Rest.ShouldBe(document);
    }

    private static Reading Read(string markdown) =>
        PlanAnnexes.In(Document(markdown)).Fill(new Reading { Kind = ReadingKind.Plan });

    private static SourceDocument Document(string markdown) =>
        DocumentReader.Read("計画.md", Encoding.UTF8.GetBytes(markdown));
}
