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
    [InlineData("（単位：千円）", "| 年度 | 交付金 | 国費 |", "| 2026年度 | 10 | 5 |")]
    [InlineData("（単位：千円）", "| 年度 | 交付金 | 寄附 |", "| 2026年度 | 10 | 5 |\n| 令和8年度 | 10 | 5 |")]
    [InlineData("（単位：千円）", "| 年度 | 交付金 | 計 |", "| 2026年度 | 1.2345 | 1.2345 |")]
    public void Fill_FundingThatIsNotCertain_LeavesItOpenAndSaysSo(string unit, string head, string row)
    {
        var read = Read($"## 財源計画\n\n{unit}\n\n{head}\n| --- | --- | --- |\n{row}\n");

        read.Funding.ShouldBeEmpty();
        read.Findings.ShouldHaveSingleItem().Code.ShouldBe("PLAN011");
    }

    [Theory]
    [InlineData("億円", 100_000_000)]
    [InlineData("千万円", 10_000_000)]
    public void Fill_FundingInAnyUnitOfMoney_ReadsYen(string unit, decimal yen) =>
        Read($"## 財源計画\n\n（単位：{unit}）\n\n| 年度 | 交付金 |\n| --- | --- |\n| 2026年度 | 2 |\n")
            .Funding.ShouldHaveSingleItem()
            .Yen.Value.ShouldBe(2 * yen);

    [Fact]
    public void Fill_AmountOverTwoYears_LeavesBothOpen()
    {
        var read = Read(
            "計画.html",
            """
            <h2>財源計画</h2><p>（単位：千円）</p><table>
            <tr><td>年度</td><td>交付金</td><td>寄附</td></tr>
            <tr><td>2026年度</td><td rowspan="2">10</td><td>1</td></tr><tr><td>2027年度</td><td>2</td></tr>
            <tr><td>2028年度</td><td>3</td><td>4</td></tr></table>
            """
        );

        read.Funding.Select(amount => amount.Yen.Value).ShouldBe([3_000m, 4_000m]);
        read.Findings.Select(finding => finding.Code).ShouldBe(["PLAN011", "PLAN011"]);
    }

    [Theory]
    [InlineData("10", "5", 0)]
    [InlineData("10", null, 2)]
    public void Fill_SourceOverTwoColumns_IsReadWhereOneAmountStandsBelow(string first, string? second, int amounts)
    {
        var body = second is null ? $"<td colspan=\"2\">{first}</td>" : $"<td>{first}</td><td>{second}</td>";
        var read = Read(
            "計画.html",
            $"""
            <h2>財源計画</h2><p>（単位：千円）</p><table>
            <tr><td>年度</td><td colspan="2">交付金</td><td>寄附</td></tr>
            <tr><td>2026年度</td>{body}<td>1</td></tr></table>
            """
        );

        read.Funding.Count.ShouldBe(amounts);
        read.Findings.Count.ShouldBe(amounts == 0 ? 1 : 0);
    }

    [Theory]
    [InlineData("民間資金の割合の目標　6年目　150％")]
    [InlineData("民間資金の割合の目標　6年目　3％\n\n民間資金の割合の目標　6年目　4％")]
    public void Fill_ShareThatIsNotCertain_LeavesItOpenAndSaysSo(string lines)
    {
        var read = Read($"## 財源計画\n\n{lines}\n\n民間資金の割合の目標　7年目　5％\n");

        read.PrivateShares.ShouldHaveSingleItem().NthYear.ShouldBe(7);
        var said = read.Findings.ShouldHaveSingleItem();
        (said.Code, said.Pointer).ShouldBe(("PLAN011", "/privateShares"));
    }

    [Theory]
    [InlineData("区分", "来館者数", "10", "20")]
    [InlineData("項目", "満足度", "3.5", "")]
    public void Fill_TableOfKpisUnderASchedulesHeading_IsNoAnnex(string head, string name, string first, string second)
    {
        var document = Document(
            $"## 年次計画\n\n| {head} | 2026年度 | 2027年度 |\n| --- | --- | --- |\n| {name} | {first} | {second} |\n"
        );

        PlanAnnexes.In(document).Rest.ShouldBe(document);
    }

    [Fact]
    public void Fill_ScheduleWithABlankPeriod_ReadsTheMonthsUnderTheYears()
    {
        var read = Read(
            "## 工程表\n\n| 取組 | 期間 | 2026年度 |\n| --- | --- | --- |\n| 整備 |  | 7月 |\n| 講座 | 未定 | 8月 |\n"
        );

        read.Schedule.Select(item => item.From?.Value).ShouldBe([new DateOnly(2026, 7, 1), null]);
        read.Findings.ShouldHaveSingleItem().Arguments[0].ShouldBe("講座");
    }

    [Theory]
    [InlineData("## 別紙　実施体制")]
    [InlineData("別紙2　実施体制")]
    [InlineData("## 参考資料1　実施体制")]
    [InlineData("【別添】")]
    public void Fill_AnnexBehindTheTree_IsNoPartOfTheLastNode(string heading)
    {
        var read = Read($"## 別紙1　施策体系\n\n### 施策1　販路\n\n別紙のとおり\n\n{heading}\n\n体制は次による。\n");

        read.Tree.ShouldHaveSingleItem().Text!.Value.ShouldBe("別紙のとおり");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public void Fill_WeightThatIsNone_LeavesItOpenAndSaysSo(string weight)
    {
        var read = Read($"## 別添　施策体系\n\n### 施策1　販路\n\n販路を開く。\n\n（評価の重み）{weight}\n");

        var node = read.Tree.ShouldHaveSingleItem();
        (node.Weight, node.Text!.Value).ShouldBe((null, "販路を開く。"));
        read.Findings.ShouldHaveSingleItem().Code.ShouldBe("PLAN013");
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

    private static Reading Read(string markdown) => Read("計画.md", markdown);

    private static Reading Read(string name, string text) =>
        PlanAnnexes
            .In(DocumentReader.Read(name, Encoding.UTF8.GetBytes(text)))
            .Fill(new Reading { Kind = ReadingKind.Plan });

    private static SourceDocument Document(string markdown) =>
        DocumentReader.Read("計画.md", Encoding.UTF8.GetBytes(markdown));
}
