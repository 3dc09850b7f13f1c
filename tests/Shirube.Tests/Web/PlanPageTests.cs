using AngleSharp.Html.Parser;
using Shirube.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Web;

/// <summary>The page of the plan that ships as a sample, as a person reads it.</summary>
public sealed class PlanPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "ja",
        "毎年度 9月",
        "令和7年4月1日から令和10年3月31日まで",
        "地域再生計画の認定の日から令和10年3月31日まで"
    )]
    [InlineData("en", "every fiscal year in September", "1 April 2025 to 31 March 2028", "to 31 March 2028")]
    public async Task Get_SamplePlan_SaysMonthAndPeriodsAsPeopleDo(string language, params string[] texts)
    {
        var name = "gunma-digital-learning-plan.md";
        var content = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", name), Cancel);
        var plan = await site.ImportAsync(new(name, content), Cancel);
        using var client = site.NewClient();
        await client.GetAsync($"/language/{language}", Cancel);

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(plan.Address, Cancel));

        var shown = string.Join(
            ' ',
            page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        foreach (var text in texts)
            shown.ShouldContain(text);
    }

    private const string Joint = """
        地域再生計画

        １　地域再生計画の名称
        みなとと山をむすぶ計画

        ２　地域再生計画の作成主体の名称
        岩手県、岩手県遠野市及び岩手県釜石市

        ３　地域再生計画の区域
        岩手県遠野市及び釜石市の全域

        【数値目標】

        | KPI | 事業開始前（現時点） | 2024年度増加分（1年目） | 2025年度増加分（2年目） | KPI増加分の累計 |
        | --- | --- | --- | --- | --- |
        | ①相談会の参加者数（人） | 228 | 9 | 9 | 20 |
        """;

    [Fact]
    public async Task List_JointPlan_StandsUnderEveryAuthorAndLeadsToTheOnePage()
    {
        using var client = site.NewClient("030007");
        var plan = await Import("joint.md", Joint);
        await site.ShareAsync(plan, "032085", "032115");

        foreach (var code in (string[])["030007", "032085", "032115"])
        {
            var card = (await Get(client, "/governments/" + code))
                .QuerySelectorAll(".cards > li")
                .Single(card => card.QuerySelector("h2 a")!.GetAttribute("href") == plan);
            card.TextContent.ShouldContain("共同");
            card.TextContent.ShouldContain("第1版");
            card.TextContent.ShouldContain("KPI 1");
            card.QuerySelector("a[href$='/findings']")!.TextContent.ShouldMatch("要修正 [1-9]");
        }
        var home = await Get(client, "/");
        home.QuerySelectorAll($".cards a[href='{plan}']").Length.ShouldBe(1);
        home.QuerySelector(".cards a[href='/governments/032085']")!.TextContent.ShouldBe("岩手県遠野市");
    }

    [Fact]
    public async Task Get_PlanWithoutPeriod_SaysOnceThatItIsOpen()
    {
        using var client = site.NewClient();
        var plan = await Import("joint2.md", Joint.Replace("むすぶ", "つなぐ", StringComparison.Ordinal));

        var page = await Get(client, plan);

        page.QuerySelectorAll(".summary > div")
            .First(row => row.QuerySelector("dt")!.TextContent == "計画の期間")
            .QuerySelector("dd")!
            .TextContent.Trim()
            .ShouldBe("未確定");
        page.QuerySelectorAll("h3").ShouldNotContain(heading => heading.TextContent.Trim() == "未確定");
    }

    private async Task<string> Import(string name, string text)
    {
        var file = new ImportedFile(name, System.Text.Encoding.UTF8.GetBytes(text));
        return (await site.ImportAsync(file, Cancel)).Address;
    }

    private static async Task<AngleSharp.Dom.IDocument> Get(HttpClient client, string address) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(address, Cancel));
}
