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
    public void Is_OfAHeadRow_IsTrue(string row) => BlockHead.Is(row.Split('\t'), Columns, 0).ShouldBeTrue();

    [Theory]
    [InlineData("来館者数\t人\t10\t20\t30")]
    [InlineData("来館者数\t人\t\t\t")]
    [InlineData("計画の策定\t件\t未策定\t2026年度に策定\t")]
    [InlineData("KPI達成率\t%\t0\t2026\t2027")]
    [InlineData("指標の数\t単位\t3\t4\t5")]
    public void Is_OfARowOfFigures_IsFalse(string row) => BlockHead.Is(row.Split('\t'), Columns, 0).ShouldBeFalse();

    [Fact]
    public void Is_OfYearsFromAColumnOfAYearOn_IsTrue() =>
        BlockHead.Is(["2026年度", "2027年度"], Columns, 3).ShouldBeTrue();
}
