using Shirube.Documents;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>Values as other governments write them.</summary>
public sealed class PlanValuesTests
{
    [Theory]
    [InlineData("群馬県、群馬県桐生市", "群馬県|群馬県桐生市")]
    [InlineData("長野県上伊那郡飯島町", "長野県上伊那郡飯島町")]
    [InlineData("北海道及び北海道函館市並びに北海道小樽市", "北海道|北海道函館市|北海道小樽市")]
    [InlineData("京都府京都市\n京都府宇治市\n京都府亀岡市", "京都府京都市|京都府宇治市|京都府亀岡市")]
    [InlineData("群馬県、群馬県桐\n生市", "群馬県|群馬県桐生市")]
    [InlineData("群馬県（代表）、群馬県前橋市", "群馬県|群馬県前橋市")]
    [InlineData("群馬県　桐生市", "")]
    [InlineData("群馬県ほか３市町村", "")]
    [InlineData("群馬県の全ての市町村が共同して作成する。", "")]
    public void Authors_AreNamesAndNothingElse(string written, string expected) =>
        string.Join('|', (new PlanSample { Authors = written }).Read().Entities.Select(name => name.Value))
            .ShouldBe(expected);

    [Theory]
    [InlineData("長野県松本市の全域", "長野県松本市の全域")]
    [InlineData("群馬県桐生市の区域の一部（黒保根町）", "群馬県桐生市の区域の一部（黒保根町）")]
    [InlineData("・群馬県前橋市の全域\n・群馬県桐生市の全域", "群馬県前橋市の全域、群馬県桐生市の全域")]
    [InlineData("該当なし", null)]
    public void Area_IsRead(string written, string? expected) =>
        (
            new PlanSample { Area = written }
                .Read()
                .Area?.Value
        ).ShouldBe(expected);

    [Theory]
    [InlineData("○　地方創生推進タイプ（内閣府）：【Ａ３００７】", "A3007")]
    [InlineData("まち・ひと・しごと創生寄附活用事業に関連する寄附を行った法人に対する特例（内閣府）（A2007）", "A2007")]
    [InlineData("道整備交付金を活用する事業【A3001】", "A3001")]
    [InlineData("実践型地域雇用創造事業［Ｂ０９０２］", "B0902")]
    [InlineData("○　甲【A3007】\n\n○　乙【A2007】", null)]
    [InlineData("支援措置は別に定める。", null)]
    public void SupportMeasure_IsTheOnlyCode(string written, string? expected) =>
        (
            new PlanSample { Measure = written }
                .Read()
                .SupportMeasure?.Value
        ).ShouldBe(expected);

    [Theory]
    [InlineData("2024年4月1日から2029年3月31日まで", "2024-04-01", "2029-03-31")]
    [InlineData("令和６年４月１日　から　令和11年３月31日　まで", "2024-04-01", "2029-03-31")]
    [InlineData("令和6年（2024年）4月1日～令和11年（2029年）3月31日", "2024-04-01", "2029-03-31")]
    [InlineData("令和6年（2025年）4月1日～令和11年（2029年）3月31日", null, null)]
    [InlineData("R6.4.1～R11.3.31", "2024-04-01", "2029-03-31")]
    [InlineData("平成27年４月１日から平成32年３月31日まで", "2015-04-01", "2020-03-31")]
    [InlineData("令和６年度～令和10年度", "2024-04-01", "2029-03-31")]
    [InlineData("令和６年４月から令和11年３月まで", "2024-04-01", "2029-03-31")]
    [InlineData("交付決定の日から令和11年3月31日まで", null, null)]
    [InlineData("地域再生計画の認定の日から令和11年3月31日まで", null, "2029-03-31")]
    [InlineData("地域再生計画の認定の日から５年間", null, null)]
    [InlineData("　年　月　日から　年　月　日まで", null, null)]
    [InlineData("2029年4月1日から2024年3月31日まで", null, null)]
    [InlineData("６に同じ。", null, "2028-03-31")]
    public void ProjectPeriod_IsReadOrOpen(string written, string? start, string? end)
    {
        var reading = (new PlanSample { ProjectPeriod = written }).Read();
        Iso(reading.ProjectStart).ShouldBe(start);
        Iso(reading.ProjectEnd).ShouldBe(end);
    }

    [Theory]
    [InlineData("地域再生計画の認定の日から2029年3月31日まで", "certification", "2029-03-31")]
    [InlineData("認定の日から５年間", "certification", null)]
    [InlineData("令和２年度から令和６年度まで（５年間）", "2020-04-01", "2025-03-31")]
    [InlineData("平成27年４月１日～平成32年３月31日", "2015-04-01", "2020-03-31")]
    [InlineData("５－２の⑧に同じ。", "2023-04-01", "2028-03-31")]
    public void PlanPeriod_IsReadOrOpen(string written, string? start, string? end)
    {
        var reading = (new PlanSample { PlanPeriod = written }).Read();
        (
            reading.PlanStart is { } read ? read.Value.Date?.ToString("yyyy-MM-dd", null) ?? "certification" : null
        ).ShouldBe(start);
        Iso(reading.PlanEnd).ShouldBe(end);
        reading.Findings.Any(finding => finding is { Code: "PLAN003", Pointer: "/planEnd" }).ShouldBe(end is null);
    }

    [Theory]
    [InlineData("総事業費　54,321千円", 54_321_000L)]
    [InlineData("・　法第５条第４項第１号イに関する事業【Ａ３００７】\n\n総事業費\n\n86,050\n\n千円", 86_050_000L)]
    [InlineData("総事業費：１２億３，４００万円", 1_234_000_000L)]
    [InlineData("総事業費 1.5億円", 150_000_000L)]
    [InlineData("総事業費（千円）：86,050", 86_050_000L)]
    [InlineData("（単位：千円）\n\n総事業費 86,050", 86_050_000L)]
    [InlineData("総事業費 250百万円（令和6年度 100百万円、令和7年度 150百万円）", 250_000_000L)]
    [InlineData("総事業費 86050000円", 86_050_000L)]
    [InlineData("総事業費 86,050", null)]
    [InlineData("総事業費\t40,000\t46,050\t86,050", null)]
    [InlineData("令和6年度 総事業費 10,000千円\n\n令和7年度 総事業費 20,000千円", null)]
    [InlineData("総事業費の約3.6％を目標とする。", null)]
    public void TotalCost_IsInYenOrOpen(string written, long? yen) =>
        (
            new PlanSample { Cost = written }
                .Read()
                .TotalCostYen?.Value
        ).ShouldBe(yen);

    [Theory]
    [InlineData("１に同じ。", "霧降町里山まるごと仕事づくりプロジェクト")]
    [InlineData("「１」に同じ", "霧降町里山まるごと仕事づくりプロジェクト")]
    [InlineData("森と暮らす\nまちづくり事業", "森と暮らすまちづくり事業")]
    [InlineData("", null)]
    public void ProjectName_FollowsAReference(string written, string? expected)
    {
        var reading = (new PlanSample { ProjectName = written }).Read();
        (reading.ProjectName?.Value).ShouldBe(expected);
        if (written.Contains('同', StringComparison.Ordinal))
            reading.ProjectName!.Evidence.From.ShouldBe(["/title"]);
    }

    [Fact]
    public void Verification_ByLabels_IsRead()
    {
        var verification = (new PlanSample { Authors = "長野県松本市" }).Read().Verification.ShouldHaveSingleItem();
        verification.Entity!.Value.ShouldBe("長野県松本市");
        verification.Month!.Value.ShouldBe(7);
        verification
            .Seats.Select(seat => (seat.Sector.Value, seat.Count?.Value))
            .ShouldBe([("商工会", 2), ("信用金庫", 1)]);
        verification.Publication!.Value.ShouldBe("県ホームページで公表");
    }

    [Fact]
    public void Verification_InProse_IsRead()
    {
        var sample = new PlanSample
        {
            Authors = "長野県松本市",
            Evaluation =
                "毎年度９月に外部有識者による効果検証を行い、翌年度以降の取組方針を決定する。検証後速やかに本市公式ホームページで公表する。",
        };
        var verification = sample.Read().Verification.ShouldHaveSingleItem();
        verification.Month!.Value.ShouldBe(9);
        verification.Publication!.Value.ShouldBe("検証後速やかに本市公式ホームページで公表する");
    }

    [Fact]
    public void Verification_OfTwoGovernmentsWithoutNames_StaysOpen()
    {
        var sample = new PlanSample();
        var twice = sample with { Evaluation = sample.Evaluation + "\n" + sample.Evaluation.Replace('７', '９') };
        var reading = twice.Read();
        reading.Verification.ShouldBeEmpty();
        reading.Findings.ShouldContain(finding => finding.Code == "PLAN007");
    }

    private static string? Iso(Read<DateOnly>? day) => day?.Value.ToString("yyyy-MM-dd", null);
}
