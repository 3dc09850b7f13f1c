using Shirube.Documents;
using Shirube.Tests.Documents.Recognition.Plans;

namespace Shirube.Tests.Documents.Checks;

/// <summary>Every check on plans fires on a plan that has its mistake, and on no other.</summary>
public sealed class PlanChecksTests
{
    private const string Kpi =
        "【数値目標】\nＫＰＩ\t単位\t事業開始前\t2023年度増加分\t2024年度増加分\t2025年度増加分\t2026年度増加分\t2027年度増加分\t累計\n"
        + "新規雇用者数\t人\t12\t1\t2\t3\t4\t5\t15";

    private static readonly PlanSample Right = new() { Authors = "長野県松本市" };

    public static TheoryData<string, string> Mistakes() =>
        new()
        {
            { "PLAN101", Without("６　計画期間") },
            { "PLAN102", With(Right with { Authors = "長野県松本市、長野県" }) },
            { "PLAN103", With(Right with { Title = "霧降町里山まるごと仕事づくり\nプロジェクト" }) },
            { "PLAN104", With(Right with { Authors = "長野県霧降市" }) },
            { "PLAN105", With(Right with { Evaluation = Right.Evaluation.Replace("毎年度７月", "毎年度") }) },
            { "PLAN106", With(Right with { Evaluation = Right.Evaluation.Split("\n【検証結果")[0] }) },
            {
                "PLAN107",
                With(
                    Right with
                    {
                        Cost = "総事業費　54,321千円\n2023年度　10,000千円\n2024年度　10,000千円\n2025年度　10,000千円",
                    }
                )
            },
            { "PLAN110", With(Right with { ProjectPeriod = "2023年４月１日から2033年３月31日まで" }) },
            { "PLAN111", With(Right with { Measure = "○　地方創生推進タイプ（内閣府）" }) },
            { "PLAN112", With(Right with { PlanPeriod = "地域再生計画の認定の日から2027年３月31日まで" }) },
            { "PLAN115", With(Right with { Evaluation = "" }) },
            { "PLAN116", With(Right with { Authors = "長野県富士見町" }) },
            { "PLAN117", With(Right with { Cost = "別紙のとおり" }) },
            { "PLAN118", With(Right with { Title = "" }) },
            { "PLAN119", With(Right with { Area = "" }) },
            { "PLAN120", With(Right with { Authors = "" }) },
            { "PLAN121", With(Right with { ProjectPeriod = "2023年５月１日から2028年２月28日まで" }) },
            { "PLAN122", With(Right with { ProjectPeriod = "別紙のとおり" }) },
            { "PLAN123", With(Right with { PlanPeriod = "別紙のとおり" }) },
            { "PLAN131", With(Right with { ProjectName = "", Title = "霧降町里山計画" }) },
            { "PLAN132", With(Right with { PlanPeriod = "別紙のとおり" }) },
            { "PLAN133", With(Right with { Evaluation = Right.Evaluation.Split("\n【検証方法】")[0] }) },
            {
                "PLAN134",
                With(Right with { Measure = "○　寄附を行った法人に対する特例（内閣府）：【Ａ２００７】" })
                    .Replace("⑦　交付対象事業に要する経費\n\n" + Right.Cost, "④　寄附の金額の目安\n\n5,000千円")
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Check_PlanWithOneMistake_NamesIt(string code, string text)
    {
        var found = PlanSample.ReadText(text).Findings.Select(finding => finding.Code).ToList();

        found.ShouldContain(code, string.Join(' ', found));
    }

    [Fact]
    public void Check_RightPlan_FindsNothing()
    {
        var reading = PlanSample.ReadText(With(Right));

        reading.Indicators.ShouldHaveSingleItem().Targets.Count.ShouldBe(5);
        reading.Findings.Select(FindingText.MessageOf).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("KPI101", "1\t2\t3\t4\t5\t15", "1\t2\t3\t4\t5\t16")]
    [InlineData("KPI102", "2027年度増加分", "2029年度増加分")]
    [InlineData("KPI104", "12\t1\t2\t3\t4\t5\t15", "12\t13\t14\t15\t16\t17\t75")]
    [InlineData("KPI105", "新規雇用者数\t", "\t")]
    [InlineData("KPI106", "\t人\t", "\t\t")]
    [InlineData("KPI107", "増加分", "")]
    [InlineData("KPI110", "\t2027年度増加分", "")]
    [InlineData("KPI112", "\t人\t12\t1\t2\t3\t4\t5\t15", "\t％\t12\t101\t2\t3\t4\t5\t115")]
    public void Check_KpiWithOneMistake_NamesIt(string code, string right, string wrong)
    {
        var text = With(Right);
        text.ShouldContain(right);
        if (code == "KPI110")
            text = text.Replace("\t5\t15", "\t10");

        var found = PlanSample.ReadText(text.Replace(right, wrong)).Findings.Select(finding => finding.Code).ToList();

        found.ShouldContain(code, string.Join(' ', found));
    }

    [Fact]
    public void Check_KpisWithTheLastYearAlone_IsToldOnce()
    {
        var text = With(Right)
            .Replace(
                Kpi,
                "ＫＰＩ\t単位\t現状値\t2027年度\n新規雇用者数\t人\t12\t15\n来訪者数\t人\t100\t150\n移住者数\t人\t3\t9"
            );

        var told = Targets(text).ShouldHaveSingleItem();
        told.Severity.ShouldBe(Severity.Note);
        FindingText.MessageOf(told).ShouldBe("KPI1, 2, 3：目標値は、最終年度の令和9年度（2027年度）だけにあります。");
        Targets(text.Replace("Ａ３００７", "Ａ２００７")).ShouldBeEmpty();

        static List<Finding> Targets(string plan) =>
            [.. PlanSample.ReadText(plan).Findings.Where(finding => finding.Code is "KPI110" or "KPI114")];
    }

    [Fact]
    public void Check_OpenField_SaysWhetherItIsAbsentEmptyOrUnread()
    {
        Message("PLAN122", With(Right with { ProjectPeriod = "" })).ShouldContain("何も書かれていません");
        Message("PLAN122", Without("⑧　事業実施期間")).ShouldContain("この欄がありません");
        Message("PLAN122", With(Right with { ProjectPeriod = "別紙のとおり" })).ShouldContain("候補：「別紙のとおり」");
    }

    private static string Message(string code, string text) =>
        FindingText.MessageOf(PlanSample.ReadText(text).Findings.Single(finding => finding.Code == code));

    private static string With(PlanSample sample) =>
        sample.ToText().Replace("次々と生まれる町を目指す。", "次々と生まれる町を目指す。\n\n" + Kpi);

    private static string Without(string heading)
    {
        var text = With(Right);
        var from = text.IndexOf(heading, StringComparison.Ordinal);
        var to = text.IndexOf(
            "\n\n",
            text.IndexOf("\n\n", from, StringComparison.Ordinal) + 2,
            StringComparison.Ordinal
        );
        return text.Remove(from, to - from);
    }
}
