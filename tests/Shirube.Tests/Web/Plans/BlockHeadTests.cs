using Shirube.Web.Plans;

namespace Shirube.Tests.Web.Plans;

public sealed class BlockHeadTests
{
    private static readonly string[] Columns = ["name", "unit", "baseline", "2026", "2027"];

    [Theory]
    [InlineData("指標名\t単位\t基準値\t2026年度\t2027年度")]
    [InlineData("ＫＰＩ\t単位\t\t令和８年度\tR9")]
    [InlineData("重要業績評価指標（KPI）\t単位")]
    [InlineData("\t\t現状値\t2026\t2027年度（2年目）\t累計")]
    [InlineData("指標名\t単位\t事業開始前\t2026\t2027")]
    [InlineData("指標名\t令和8年度\t令和9年度\t基準値")]
    [InlineData("KPI\tR6")]
    [InlineData("No\t指標名\t単位\t基準値\t2026年度")]
    public void Is_OfAHeadRow_IsTrue(string row) => BlockHead.Is(row.Split('\t'), Columns, 0).ShouldBeTrue();

    [Theory]
    [InlineData("来館者数\t人\t10\t20\t30")]
    [InlineData("来館者数\t人\t\t\t")]
    [InlineData("計画の策定\t件\t未策定\t2026年度に策定\t")]
    [InlineData("KPI達成率\t%\t0\t2026\t2027")]
    [InlineData("指標の数\t単位\t3\t4\t5")]
    [InlineData("KPI計画の策定\t件\t未策定\t現状維持\t検討")]
    public void Is_OfARowOfFigures_IsFalse(string row) => BlockHead.Is(row.Split('\t'), Columns, 0).ShouldBeFalse();

    [Fact]
    public void Is_OfYearsFromAColumnOfAYearOn_IsTrue() =>
        BlockHead.Is(["2026年度", "2027年度"], Columns, 3).ShouldBeTrue();

    [Theory]
    [InlineData("指標名\t単位\t基準値\t2026年度\t2027年度", "name unit baseline 2026 2027")]
    [InlineData("指標名\t2027年度\t令和８年度\t基準値（R6）", "name 2027 2026 baseline")]
    [InlineData("No.\t指標名\t担当課\t2年目\t1年目\t単位", "- name x 2027 2026 unit")]
    [InlineData("指標名\t\t\tR8\tR9", "name unit baseline 2026 2027")]
    [InlineData("取組の成果\t単位\t現状\tR8目標\tR9", "name unit baseline 2026 2027")]
    [InlineData("指標名\t単位\t2025年度\t2026年度実績\t2026年度（実績）\t累計", "name unit x x x x")]
    [InlineData("指標名\t指標の説明\t基準年度\t基準値\t2026年度増加分１年目", "name x x baseline 2026")]
    [InlineData("指標名\t\t単位\t2026年度\t", "name x unit 2026 x")]
    [InlineData("指標名\t2026年度\t\t2027年度", "name 2026 x 2027")]
    [InlineData("指標名\t単位\t基準値\t1年目実績\t2年目実績", "name unit baseline x x")]
    [InlineData("指標名\t単位\t基準値\t1年目\t2年目までの累計", "name unit baseline 2026 x")]
    public void Columns_OfAHead_AreThoseThatItNames(string row, string places) =>
        BlockHead
            .Columns(row.Split('\t'), Columns, 0)
            .Select(place =>
                place switch
                {
                    null => "-",
                    "" => "x",
                    _ => place,
                }
            )
            .ShouldBe(places.Split(' '));
}
