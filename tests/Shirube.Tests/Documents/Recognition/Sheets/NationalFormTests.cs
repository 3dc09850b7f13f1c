using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Indicators;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Sheets;

public sealed class NationalFormTests
{
    private static readonly RenderedDocument Sheet = new(
        new Paragraph("令和7年度　地方創生推進交付金に係る効果検証シート"),
        new Paragraph("団体名：長野県塩尻市"),
        new RenderedTable([
            [
                new("番号", RowSpan: 2),
                new("交付対象事業の名称", RowSpan: 2),
                new("交付金の種類", RowSpan: 2),
                new("所管部署", RowSpan: 2),
                new("実績額\n（円）", RowSpan: 2),
                new("うち交付金額\n（円）", RowSpan: 2),
                new("本事業における重要業績評価指標（KPI）", ColumnSpan: 5),
                new("事業効果", RowSpan: 2),
                new("外部有識者", ColumnSpan: 2),
                new("今後の方針", ColumnSpan: 2),
            ],
            ["指標", "指標値", "単位", "目標年月", "実績値", "評価", "意見", "方針", "今後の方針の理由"],
            [
                new("1", RowSpan: 3),
                new("山あいの\n働く場づくり事業", RowSpan: 3),
                new("推進交付金", RowSpan: 3),
                new("産業政策課", RowSpan: 3),
                new("12,345,678", RowSpan: 3),
                new("6,172,839", RowSpan: 3),
                "利用者数",
                "1,200",
                "人",
                "R8.3",
                "1,350",
                new("①地方創生に非常に効果的であった", RowSpan: 3),
                new("有効", RowSpan: 3),
                new("若い世代にも\n広げてほしい。", RowSpan: 3),
                new("③事業の継続", RowSpan: 3),
                new("目標を超えたため。", RowSpan: 3),
            ],
            ["空き店舗の数", "▲3", "件", "令和8年3月", "0"],
            ["満足度", "80", "%", "令和7年度", "集計中"],
            [
                "2",
                "道の駅の改修",
                "拠点整備交付金",
                "観光課",
                "-",
                "-",
                "来場者数",
                "5,000",
                "人",
                "2026年3月",
                "",
                "③地方創生に効果があった",
                "有効とは言えない",
                "-",
                "②事業内容の見直し（改善）",
                "駐車場が足りないため。",
            ],
            ["", "合計", "", "", "12,345,678", "6,172,839", "", "", "", "", "", "", "", "", "", ""],
        ])
        {
            HeaderRows = 2,
        }
    )
    {
        Paper = Paper.A3Landscape,
    };

    [Theory]
    [InlineData("html")]
    [InlineData("xlsx")]
    public void Read_SeveralIndicatorsAProject_GivesEachWithItsOwnFigures(string format)
    {
        var reading = Recogniser.Read(DocumentReader.Read("sheet." + format, SheetTableTests.Write(Sheet, format)));

        reading.Kind.ShouldBe(ReadingKind.VerificationSheet);
        reading.Entities.Single().Value.ShouldBe("長野県塩尻市");
        reading.Rows.Count.ShouldBe(2);
        var first = reading.Rows[0];
        (first.Project?.Value, first.Department?.Value, first.GrantKind?.Value, first.CostYen?.Value).ShouldBe(
            ("山あいの働く場づくり事業", "産業政策課", "推進交付金", 12_345_678m)
        );
        first
            .Indicators.Select(kpi =>
                (
                    kpi.Name?.Value,
                    kpi.Target?.Value,
                    kpi.Unit?.Value,
                    kpi.TargetYear?.Value.Year,
                    kpi.Actual?.Value,
                    kpi.State
                )
            )
            .ShouldBe([
                ("利用者数", 1200m, "人", 2025, 1350m, FigureState.Final),
                ("空き店舗の数", -3m, "件", 2025, 0m, FigureState.Final),
                ("満足度", 80m, "%", 2025, null, FigureState.Pending),
            ]);
        (first.SelfEvaluation?.Value, first.ExpertEvaluation?.Value, first.ExpertOpinion?.Value).ShouldBe(
            ("①地方創生に非常に効果的であった", "有効", "若い世代にも広げてほしい。")
        );
        (first.NextStep?.Value, first.Reason?.Value).ShouldBe(("③事業の継続", "目標を超えたため。"));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("md")]
    public void Read_DashAndBlank_AreNotFigures(string format)
    {
        var reading = Recogniser.Read(DocumentReader.Read("sheet." + format, SheetTableTests.Write(Sheet, format)));

        var second = reading.Rows[1];
        second.CostYen.ShouldBeNull();
        second.ExpertOpinion.ShouldBeNull();
        second.ExpertEvaluation?.Value.ShouldBe("有効とは言えない");
        second.NextStep?.Value.ShouldBe("②事業内容の見直し（改善）");
        second.Indicators.Single().State.ShouldBe(FigureState.NotEntered);
        second.Indicators.Single().TargetYear?.Value.Year.ShouldBe(2025);
    }
}
