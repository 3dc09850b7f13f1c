using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;

namespace Shirube.Tests.Documents.Recognition.Indicators;

public class IndicatorTextTests
{
    /// <summary>A page whose table was written out column by column, from the right, in pieces.</summary>
    private const string Scattered = """
        【数値目標】

        2024年度
        増加分

        （１年目）

        2025年度
        増加分

        2026年度
        増加分

        2027年度
        増加分

        500

        7

        90

        400

        7

        ＫＰＩ③

        ＫＰＩ①

        1,600

        28

        320

        本事業は、背景を踏まえて、産業面のデジタル化と人材面のデジタル化の両輪の取組を進めるもの
        である。

        ＫＰＩ② 参加企業数

        事業開始前
        （現時点）

        ＫＰＩ増加分
        の累計

        120

        0

        3

        80

        400

        7

        80

        300

        7

        70

        ５ 地域再生を図るために行う事業
        """;

    [Fact]
    public void Recognise_ColumnsInPieces_GivesWhatSumsAndRisingYearsForce()
    {
        var proposal = Recognise(Scattered);

        proposal
            .Indicators.Select(indicator => indicator.Targets.Select(target => target.Figure?.Value))
            .ShouldBe([
                [300m, 400m, 400m, 500m],
                [7m, 7m, 7m, 7m],
                [70m, 80m, 80m, 90m],
            ]);
        proposal.Indicators.Select(indicator => indicator.Total?.Value).ShouldBe([1600m, 28m, 320m]);
        proposal
            .Indicators.SelectMany(indicator => indicator.Targets)
            .ShouldAllBe(target => target.Figure!.Evidence.IsDerived);
    }

    [Fact]
    public void Recognise_ColumnsInPieces_LeavesBaselinesOpenAndNamesTheRivals()
    {
        var proposal = Recognise(Scattered);

        proposal.Indicators.ShouldAllBe(indicator => indicator.Baseline == null);
        var finding = proposal.Findings.Single(finding => finding.Code == "KPI052");
        finding.Arguments.ShouldBe(["120, 3, 0"]);
    }

    [Fact]
    public void Recognise_NoTableAtAll_GivesNothing() =>
        Recognise("【数値目標】\n別紙のとおり。\n５ 事業\n").ShouldBe(IndicatorProposal.None);

    private static IndicatorProposal Recognise(string text) =>
        IndicatorText.Recognise(DocumentReader.Read("plan.txt", Encoding.UTF8.GetBytes(text)));
}
