using Shirube.Calendar;
using Shirube.Documents.Writing;
using Shirube.Indicators;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.HandIn;

public class IndicatorColumnsTests
{
    [Theory]
    [InlineData("令和６年度", "令和７年度", "令和８年度")]
    [InlineData("R6", "R7", "R8")]
    [InlineData("Ｒ６", "Ｒ７", "Ｒ８")]
    [InlineData("2024年度", "2025年度", "2026年度")]
    [InlineData("２０２４年度", "２０２５年度\n目標値", "２０２６年度（３年目）")]
    [InlineData("令和６年度（2024年度）", "令和７年度（2025年度）", "令和８年度（2026年度）")]
    [InlineData("1年目", "令和7年度", "FY2026")]
    public void Fill_ColumnsThatPrintTheYear_TakeTheFiguresOfThatYear(params string[] heads) =>
        FilledFrom(["事業開始前", .. heads, "累計"]).ShouldBe([("5", 1), ("10", 2), ("20", 3), ("30", 4), ("60", 5)]);

    [Fact]
    public void Fill_HeadsThatBeginAYearLater_MovesNoFigureIntoAnotherYear() =>
        FilledFrom(["事業開始前", "令和7年度（1年目）", "令和8年度（2年目）", "累計"])
            .ShouldBe([("5", 1), ("20", 2), ("30", 3), ("60", 4)]);

    [Theory]
    [InlineData("令和7年", "令和8年3月", "R7.3")]
    [InlineData("R6～R8", "令和6年度～令和8年度", "2024-2026年度")]
    [InlineData("令和6年度実績", "令和7年度実績値", "令和8年度達成率")]
    public void Fill_HeadsOfNoSingleYear_AreLeftAlone(params string[] heads)
    {
        var filling = Fill(["事業開始前", .. heads, "1年目", "累計"]);

        filling
            .Places.Select(place => place.Where)
            .ShouldNotContain(where => where.Contains("3列") || where.Contains("4列") || where.Contains("5列"));
        filling.Missing.ShouldContain("KPI1 の2年目");
    }

    [Fact]
    public void Fill_AHeadOfNoYearAtAll_IsLeftAlone() =>
        FilledFrom(["事業開始前", "○○年度（0年目）", "1年目", "累計"]).ShouldBe([("5", 1), ("10", 3), ("60", 4)]);

    /// <summary>What stands in the row of the KPI, with its column from 1.</summary>
    private static List<(string, int)> FilledFrom(string[] heads) =>
        [
            .. Fill(heads)
                .Places.Where(place => place.Where.Contains("2行", StringComparison.Ordinal))
                .Where(place => place.Where.StartsWith("表1", StringComparison.Ordinal))
                .Select(
                    (place, at) => (place.Text.Replace(".00", "", StringComparison.Ordinal), ColumnOf(place.Where) - 1)
                ),
        ];

    private static int ColumnOf(string where) =>
        int.Parse(
            where[(where.IndexOf('行', StringComparison.Ordinal) + 1)..^1],
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static FormFilling Fill(string[] heads)
    {
        var form = WordWriter.Write(
            new WrittenDocument(
                "様式",
                [
                    new WrittenHeading(2, "１　地域再生計画の名称"),
                    new WrittenParagraph("○○○○計画"),
                    new WrittenHeading(2, "３　地域再生計画の区域"),
                    new WrittenParagraph("○○○○"),
                    new WrittenTable([Row(["", .. heads]), Row(["KPI①", .. heads.Select(_ => "")])]),
                ]
            )
        );
        var plan = new PlanContent
        {
            Form = PlanForm.A2007,
            Passages = PlanContent
                .NoPassages.Add("1", "港町の計画")
                .Add("3", "港町の全域")
                .Add("5-2-8-start", "2024年4月1日")
                .Add("5-2-8-end", "2027年3月31日"),
            Indicators =
            [
                new PlanIndicator
                {
                    Number = 1,
                    Name = "来館者数",
                    Unit = "人",
                    Basis = TargetBasis.AnnualFlow,
                    Baseline = PlanFigure.Of("5"),
                    Targets =
                    [
                        .. new[] { 10, 20, 30 }.Select(
                            (value, at) => new PlanTarget(new FiscalYear(2024 + at), PlanFigure.Of($"{value}"))
                        ),
                    ],
                },
            ],
        };
        var filling = FillForm.Into(plan, "様式.docx", form);
        filling.Fault.ShouldBeNull();
        return filling;
    }

    private static WrittenRow Row(string[] texts) => new([.. texts.Select(text => new WrittenCell(text))]);
}
