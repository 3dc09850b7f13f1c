using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>What a person would ask about is left open instead of being taken for a number.</summary>
public class DoubtfulFigureTests
{
    private const string Head =
        "# KPI\n\n| 指標 | 単位 | 基準値（R5） | 目標値（R6） | 目標値（R7） |\n|---|---|---|---|---|\n";

    [Theory]
    [InlineData("1.250", "人")]
    [InlineData("1.250", "円")]
    [InlineData("10 120", "人")]
    [InlineData("1　400", "人")]
    [InlineData("3 5", "件")]
    public void Recognise_CellThatMayBeTwoNumbersOrThousands_LeavesItOpenWithAFinding(string cell, string unit)
    {
        var proposal = Recognise($"| 参加者数 | {unit} | 900 | {cell} | 1,500 |\n");

        proposal.Indicators[0].Targets[0].Figure.ShouldBeNull();
        proposal.Indicators[0].Targets[1].Figure!.Value.ShouldBe(1500);
        proposal.Findings.ShouldContain(finding => finding.Code == "KPI031");
    }

    /// <summary>Of a rate three places are no thousands.</summary>
    [Fact]
    public void Recognise_ThreePlacesOfARate_AreRead() =>
        Recognise("| 特化係数 | 倍 | 1.001 | 1.250 | 1.300 |\n")
            .Indicators[0]
            .Targets[0]
            .Figure!.Value.ShouldBe(1.250m);

    [Fact]
    public void Recognise_FootnoteAsSuperscript_IsNoDigit() =>
        PlanIndicators
            .Recognise(
                DocumentReader.Read(
                    "plan.html",
                    Encoding.UTF8.GetBytes(
                        "<p>KPI</p><table><tr><th>指標<th>単位<th>基準値（R5）<th>目標値（R6）"
                            + "<tr><td>企業数<td>社<td>12<td>13<sup>2</sup></table>"
                    )
                )
            )
            .Indicators[0]
            .Targets[0]
            .Figure!.Value.ShouldBe(13);

    [Fact]
    public void Recognise_SumsOfRows_AreNoKpis()
    {
        var proposal = Recognise(
            "| 移住者数 | 人 | 1 | 2 | 3 |\n| 企業数 | 社 | 4 | 5 | 6 |\n| 小計 | | 5 | 7 | 9 |\n"
                + "| 講座数 | 回 | 7 | 8 | 9 |\n| 合計 | | 12 | 15 | 18 |\n"
        );

        proposal.Indicators.Select(one => one.Name?.Value).ShouldBe(["移住者数", "企業数", "講座数"]);
        proposal.Indicators.Select(one => one.Baseline?.Value).ShouldBe([1m, 4m, 7m]);
    }

    private static IndicatorProposal Recognise(string rows) =>
        PlanIndicators.Recognise(DocumentReader.Read("plan.md", Encoding.UTF8.GetBytes(Head + rows)));
}
