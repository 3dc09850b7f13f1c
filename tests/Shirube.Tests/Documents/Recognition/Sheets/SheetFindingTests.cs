using Shirube.Documents;
using Shirube.Indicators;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Recognition.Sheets;

public sealed class SheetFindingTests
{
    private static Reading Read(string body) =>
        ExpectedReading.Read(
            "sheet.md",
            "効果検証\n\n|事業名|担当課|KPI|目標値|目標年度|実績値|自己評価|今後の方針|\n|-|-|-|-|-|-|-|-|\n" + body
        );

    [Fact]
    public void Read_NamesAndFiguresThatDifferInNumber_LeaveTheIndicatorsOut()
    {
        var reading = Read("|朝市|商工課|①出店数<br>②来場者数|10<br>20|令和5年度|①11|A|継続|\n");

        reading.Rows.Single().Indicators.ShouldBeEmpty();
        reading.Findings.ShouldContain(finding => finding.Code == "SHEET012");
    }

    [Theory]
    [InlineData("16万台", "15.2万", 160000, 152000)]
    [InlineData("160千台", "152,340台", 160000, 152340)]
    [InlineData("1.6億", "16万件", 160000000, null)]
    [InlineData("△31台の解消", "5", null, 5)]
    public void Read_NumberInWords_IsWorkedOutOrOpenWithAFinding(string target, string actual, int? aim, int? reached)
    {
        var reading = Read($"|朝市|商工課|貸出台数（台）|{target}|令和5年度|{actual}|A|継続|\n");

        var kpi = reading.Rows.Single().Indicators.ShouldHaveSingleItem();
        kpi.Unit!.Value.ShouldBe("台");
        (kpi.Target?.Value).ShouldBe(aim);
        (kpi.Actual?.Value).ShouldBe(reached);
        reading.Findings.Count(finding => finding.Code == "SHEET009").ShouldBe(aim is null || reached is null ? 1 : 0);
        if (target == "16万台")
            kpi.Target!.Evidence.Rule.ShouldBe("magnitude");
    }

    [Fact]
    public void Read_SeveralIndicatorsInOneCell_GivesEachItsFigures()
    {
        var reading = Read(
            "|朝市|商工課|①出店数（店）<br>②来場者数（人）|①10<br>②2,000|令和5年度|①11<br>②集計中|A|継続|\n"
        );

        reading
            .Rows.Single()
            .Indicators.Select(kpi =>
                (kpi.Name?.Value, kpi.Unit?.Value, kpi.Target?.Value, kpi.Actual?.Value, kpi.State)
            )
            .ShouldBe([
                ("出店数", "店", 10m, 11m, FigureState.Final),
                ("来場者数", "人", 2000m, null, FigureState.Pending),
            ]);
    }

    [Fact]
    public void Read_ValuesThatDifferWithinAProject_LeaveTheFieldOpen()
    {
        var reading = Read("|朝市|商工課|出店数|10|令和5年度|11|A|継続|\n|||来場者数|20|令和5年度|21|B||\n");

        reading.Rows.Single().SelfEvaluation.ShouldBeNull();
        reading.Rows.Single().Indicators.Count.ShouldBe(2);
        reading.Findings.ShouldContain(finding => finding.Code == "SHEET013");
    }

    [Fact]
    public void Read_YearWithoutEra_LeavesItOpen()
    {
        var reading = Read("|朝市|商工課|出店数|10|5年度末頃|11|A|継続|\n");

        reading.Rows.Single().Indicators.Single().TargetYear.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Code == "SHEET014");
    }

    [Fact]
    public void Read_PendingWithItsDate_IsPending()
    {
        var kpi = Read("|朝市|商工課|出店数|10|令和5年度|集計中（R5.9公表予定）|△|継続|\n").Rows.Single();

        (kpi.Indicators.Single().Actual, kpi.Indicators.Single().State).ShouldBe((null, FigureState.Pending));
        kpi.SelfEvaluation?.Value.ShouldBe("△");
    }

    [Theory]
    [InlineData("待機児童数", "0", "3", "③効果があった", true)]
    [InlineData("待機児童数", "5", "3", "③効果があった", false)]
    [InlineData("空き家の利活用件数", "10", "3", "③効果があった", false)]
    [InlineData("来場者数", "10", "3", "③効果があった", true)]
    [InlineData("来場者数", "10", "3", "④効果がなかった", false)]
    [InlineData("来場者数", "10", "3", "効果があったとは言えない", false)]
    [InlineData("転入超過数", "-338", "-2,208", "有効であった", true)]
    [InlineData("CO2排出量（千t）", "100", "120", "有効であった", true)]
    public void Check_EffectiveBesideAMissedTarget_IsSaid(
        string name,
        string target,
        string actual,
        string evaluation,
        bool isSaid
    )
    {
        var reading = Read($"|朝市|商工課|{name}|{target}|令和5年度|{actual}|{evaluation}|継続|\n");

        reading.Findings.Any(finding => finding.Code == "SHEET101").ShouldBe(isSaid);
    }
}
