using System.Globalization;
using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>KPIs that stand in lists instead of tables.</summary>
public class ListedIndicatorsTests
{
    [Theory]
    [InlineData("・新規就農者数：24人（令和5年度）→ 30人（令和9年度）", "新規就農者数 人 24@2023 2027=30")]
    [InlineData("1. **観光入込客数**：約120万人（R5） ⇒ 150万人（R10）", "観光入込客数 万人 120@2023 2028=150")]
    [InlineData("○ 農業産出額　　45億円（R1）　→　50億円（R6）", "農業産出額 億円 45@2019 2024=50")]
    [InlineData("・転出超過数：▲121人（R5）→0人（R10）", "転出超過数 人 -121@2023 2028=0")]
    [InlineData("・交流人口【令和5年度】3,200人 → 【令和10年度】4,000人", "交流人口 人 3200@2023 2028=4000")]
    [InlineData("・訓練参加者数：令和5年度 120人 → 令和10年度 200人", "訓練参加者数 人 120@2023 2028=200")]
    [InlineData("・満足度（％）：現状（R5）45.2 目標（R10）60.0", "満足度 ％ 45.2@2023 2028=60.0")]
    [InlineData("・企業数　現状値 10社（R5）、目標値 12社（R10）", "企業数 社 10@2023 2028=12")]
    [InlineData("町内就業者数　目標値：4,500人（令和10年度）", "町内就業者数 人 @ 2028=4500")]
    [InlineData("登録件数\n　現状値：12件（R5）\n　目標値：40件（R10）", "登録件数 件 12@2023 2028=40")]
    [InlineData(
        "指標名：有効求人倍率\n　基準値：1.05倍（R1）\n　目標値：1.20倍（R6）",
        "有効求人倍率 倍 1.05@2019 2024=1.20"
    )]
    [InlineData("・区画面積　現状値 3,200㎥ → 目標値 4,000㎥", "区画面積 ㎥ 3200@ ")]
    [InlineData("・市民1人当たりごみ排出量：900g（R5）→850g（R10）", "市民1人当たりごみ排出量 g 900@2023 2028=850")]
    public void Recognise_List_GivesNameUnitBaselineAndTarget(string list, string expected) =>
        Read("【重要業績評価指標（KPI）】\n" + list).ShouldBe([expected]);

    /// <summary>Nothing says surely what these figures are.</summary>
    [Theory]
    [InlineData("（１）主な取組の実績\n・入込客数：100人（R4）→ 120人（R5）")]
    [InlineData("・宿泊者数：10人（R10）→ 5人（R5）")]
    [InlineData("・区域面積 10ha（R5）→20ha（R10）→30ha（R15）")]
    [InlineData("・移住者数　目標値：○○人（令和10年度）")]
    [InlineData("・満足度\n令和５年度の現状は次のとおりである。\n目標値：60%（R10）")]
    [InlineData("５ 地域再生を図るために行う事業\n・人口：100人（R1）→90人（R9）")]
    [InlineData("・参加者数：30人")]
    [InlineData("イ 社会増減数 ▲121人 0人 基本目標２")]
    [InlineData("基本目標１\n施策目標２（R5）")]
    [InlineData("社会増減数\n観光消費額\n現状値：12（R5）")]
    [InlineData("観光消費額\n現状値：-338 67.4（R5）")]
    [InlineData("観光消費額\n事業開始前 338")]
    public void Recognise_DoubtfulList_GivesNothing(string list) =>
        Read("【重要業績評価指標（KPI）】\n" + list).ShouldBeEmpty();

    /// <summary>億円 before, 百万円 behind the arrow: neither is the KPI's unit, and neither figure is given.</summary>
    [Fact]
    public void Recognise_TwoUnitsInOneLine_LeavesBothFiguresOpen()
    {
        var proposal = Propose("【KPI】\n・出荷額 1,200億円（R4）→ 1,500百万円（R9）");

        proposal.Indicators.ShouldHaveSingleItem().Baseline.ShouldBeNull();
        proposal.Indicators[0].Targets.ShouldAllBe(target => target.Figure == null);
        proposal.Findings.ShouldContain(finding => finding.Code == "KPI037");
    }

    /// <summary>The heading of one column may hold both: 現状値 → 目標値.</summary>
    [Fact]
    public void Recognise_ArrowInHeadingOfTable_GivesBaselineAndTarget() =>
        Read("# KPI\n\n| 指標 | 現状値 → 目標値 |\n|---|---|\n| 企業数 | 5社（R5） → 8社（R10） |\n", "plan.md")
            .ShouldBe(["企業数 社 5@2023 2028=8"]);

    private static IndicatorProposal Propose(string text, string file = "plan.txt") =>
        PlanIndicators.Recognise(DocumentReader.Read(file, Encoding.UTF8.GetBytes(text)));

    private static List<string> Read(string text, string file = "plan.txt") =>
        [
            .. Propose(text, file)
                .Indicators.Select(one =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{one.Name?.Value} {one.Unit?.Value} {one.Baseline?.Value}@{one.BaselineYear?.Value.Year} {string.Join(' ', one.Targets.Select(target => $"{target.Year.Year}={target.Figure?.Value.ToString(CultureInfo.InvariantCulture)}"))}"
                    )
                ),
        ];
}
