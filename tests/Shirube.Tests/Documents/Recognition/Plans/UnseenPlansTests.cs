using System.Globalization;
using System.Text;
using Shirube.Documents;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>Wordings and layouts of plans that once were read wrongly, or not at all.</summary>
public sealed class UnseenPlansTests
{
    [Theory]
    [InlineData("５－２　〇　第５章の特別の措置を適用して行う事業")]
    [InlineData("5-2 ○ 第５章の特別の措置を適用して行う事業")]
    [InlineData("５－２　■第５章の特別の措置を適用して行う事業")]
    [InlineData("５－２ ・法第五章の特別の措置を適用して行う事業")]
    [InlineData("５－２（第５章の特別の措置を適用して行う事業）")]
    [InlineData("５－２　【第５章の特別の措置を適用して行う事業】")]
    public void Read_MarkBetweenNumberAndTitle_KeepsTheChapter(string heading)
    {
        var text = new PlanSample().ToText().Replace("５－２　第５章の特別の措置を適用して行う事業", heading);

        var numbers = PlanSample.ReadText(text).Chapters.Select(chapter => chapter.Number).ToList();

        new[] { "5-1", "5-2", "5-2①", "5-2②", "5-2⑧" }.ShouldBeSubsetOf(numbers);
        numbers.ShouldNotContain("5-1①");
    }

    [Fact]
    public void Read_ChapterLostOnTheWay_GivesItsFieldsNoNumber()
    {
        var text = new PlanSample().ToText().Replace("５－２　第５章の特別の措置を適用して行う事業\n\n", "");

        var chapters = PlanSample.ReadText(text).Chapters;

        chapters.ShouldContain(chapter => chapter.Title.Value == "事業の名称" && chapter.Number == null);
        chapters.ShouldNotContain(chapter => chapter.Number == "5-1①" || chapter.Number == "5-1②");
    }

    [Theory]
    [InlineData("令和６年度から５か年", "2024-04-01", "2029-03-31")]
    [InlineData("令和６年度から３ヵ年", "2024-04-01", "2027-03-31")]
    [InlineData("2024年４月１日から３年間", "2024-04-01", "2027-03-31")]
    [InlineData("令和６年度～令和８年度", "2024-04-01", "2027-03-31")]
    [InlineData("2024年６月１日から３年間", "2024-06-01", null)]
    public void Read_PeriodInYears_EndsWithItsLastYear(string period, string start, string? end)
    {
        var reading = (new PlanSample() with { ProjectPeriod = period }).Read();

        Iso(reading.ProjectStart).ShouldBe(start);
        Iso(reading.ProjectEnd).ShouldBe(end);
        if (
            period.Contains('年', StringComparison.Ordinal)
            && period.Contains("から", StringComparison.Ordinal)
            && end is not null
        )
            reading.ProjectEnd!.Evidence.Rule.ShouldBe("years-counted");
    }

    [Theory]
    [InlineData("総事業費　１億2,345万6千円", 123_456_000)]
    [InlineData("総事業費　123,456千円", 123_456_000)]
    [InlineData("総事業費　総額 2,314百万円（うち交付対象経費 2,000百万円）", 2_314_000_000)]
    public void Read_CostInOtherWords_IsInYen(string cost, long yen) =>
        (new PlanSample() with { Cost = cost }).Read().TotalCostYen!.Value.ShouldBe(yen);

    [Fact]
    public void Read_CostAmongTheItemsOfAList_IsFound()
    {
        var plan = new PlanSample
        {
            Cost = "",
            Measure =
                "地方創生道整備推進交付金（内閣府）：【Ａ３００１】\n［整備量及び事業費］\n・町道　2.1ｋｍ、林道　3.4ｋｍ\n・総事業費　842,000千円（うち交付金 421,000千円）\n　町道　520,000千円（うち交付金 260,000千円）\n　林道　322,000千円（うち交付金 161,000千円）",
        };

        plan.Read().TotalCostYen!.Value.ShouldBe(842_000_000m);
    }

    [Theory]
    [InlineData("毎年度、９月頃", 9)]
    [InlineData("毎年度　10月", 10)]
    [InlineData("毎年８月から９月", null)]
    public void Read_MonthInOtherWords_IsOneOrOpen(string time, int? month)
    {
        var sample = new PlanSample();

        var reading = (sample with { Evaluation = sample.Evaluation.Replace("毎年度７月", time) }).Read();

        reading.Verification.ShouldHaveSingleItem().Month?.Value.ShouldBe(month!.Value);
        (reading.Verification[0].Month is null).ShouldBe(month is null);
        if (month is null)
            reading.Findings.ShouldContain(finding => finding.Code == "PLAN009");
    }

    [Fact]
    public void Read_PublicationBrokenOverBlocks_HasItsBeginning()
    {
        var plan = new PlanSample
        {
            Authors = "長野県松本市",
            Evaluation = "毎年度７月に「松本市創生会議」で検証する。検証後\n\n速やかに市ホームページで公表する。",
        };

        plan.Read()
            .Verification.ShouldHaveSingleItem()
            .Publication!.Value.ShouldBe("検証後速やかに市ホームページで公表する");
    }

    [Theory]
    [InlineData("⑤ 重要業績評価指標　　長野県松本市の全域　　４－２に同じ")]
    [InlineData("長野県松本市の全域人口減少に歯止めをかけ、魅力ある地域をつくる")]
    public void Read_AreaRunIntoOtherColumns_StaysOpen(string line)
    {
        var reading = (new PlanSample() with { Area = line }).Read();

        reading.Area.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Pointer == "/area");
    }

    [Fact]
    public void Read_PlanInOneGrid_TakesNoLabelForAKpi()
    {
        RenderedCell[] Wide(string text) => [new RenderedCell(text, ColumnSpan: 7)];
        RenderedCell[] Pair(string label, string value) =>
            [new RenderedCell(label, ColumnSpan: 2), new RenderedCell(value, ColumnSpan: 5)];
        var grid = RenderedTable.Of([
            Pair("１　地域再生計画の名称", "由利本荘の木のある暮らし推進計画"),
            Pair("２　地域再生計画の作成主体の名称", "秋田県由利本荘市"),
            Pair("３　地域再生計画の区域", "秋田県由利本荘市の全域"),
            Wide("４－２　地方創生として目指す将来像"),
            Wide("木材の地域内循環を高める。"),
            ["ＫＰＩ", "単位", "事業開始前", "令和６年度増加分", "令和７年度増加分", "令和８年度増加分", "累計"],
            ["木造住宅着工戸数", "戸", "85", "3", "4", "5", "12"],
            ["林業新規就業者数", "人", "6", "2", "2", "3", "7"],
            Wide("５－２　第５章の特別の措置を適用して行う事業"),
            Wide("○　地方創生推進タイプ（内閣府）：【Ａ３００７】"),
            Pair("①　事業主体", "２に同じ。"),
            Pair("②　事業の名称", "由利本荘の木のある暮らし推進事業"),
            Pair("③　事業の内容", "製材所のデジタル化と木育の普及を行う。"),
            Wide("⑦　交付対象事業に要する経費"),
            ["", "総事業費", "54,321", "千円", "", "", ""],
            Wide("⑧　事業実施期間"),
            Wide("令和６年４月１日から令和９年３月31日まで"),
            Pair("６　計画期間", "認定の日から令和９年３月31日まで"),
        ]);

        var reading = PlanSample.Read("plan.xlsx", new RenderedDocument(grid).ToXlsx());

        reading
            .Indicators.Select(indicator => indicator.Name!.Value)
            .ShouldBe(["木造住宅着工戸数", "林業新規就業者数"]);
        reading.Indicators[0].Targets.Select(target => target.Figure!.Value).ShouldBe([3m, 4m, 5m]);
        reading.TotalCostYen!.Value.ShouldBe(54_321_000m);
        reading.ProjectName!.Value.ShouldBe("由利本荘の木のある暮らし推進事業");
    }

    [Fact]
    public void Read_PlanOfEightGovernments_KnowsEachOfThem()
    {
        (string Name, int Month)[] authors =
        [
            ("岐阜県", 8),
            ("岐阜県高山市", 9),
            ("岐阜県飛騨市", 9),
            ("岐阜県下呂市", 10),
            ("岐阜県大野郡白川村", 8),
            ("富山県", 8),
            ("富山県南砺市", 7),
            ("石川県白山市", 11),
        ];
        var rows = string.Concat(
            authors.Select(author =>
                $"| {author.Name} | 毎年度{author.Month}月 | 有識者会議で検証する。 | 商工団体１名、大学１名 | ホームページで公表する。 |\n"
            )
        );
        var plan = new PlanSample
        {
            Authors =
                "岐阜県並びに岐阜県高山市、飛騨市、下呂市及び大野郡白川村並びに富山県並びに富山県南砺市並びに石川県白山市",
            Evaluation =
                "| 【地方公共団体名】 | 【検証時期】 | 【検証方法】 | 【外部組織の参画者】 | 【検証結果の公表の方法】 |\n| --- | --- | --- | --- | --- |\n"
                + rows,
        };

        var reading = PlanSample.Read("plan.md", Encoding.UTF8.GetBytes(plan.ToText()));

        reading.Entities.Count.ShouldBe(8);
        reading.Verification.Select(row => (row.Entity!.Value, row.Month!.Value)).ShouldBe(authors);
    }

    private static string? Iso(Read<DateOnly>? day) => day?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
