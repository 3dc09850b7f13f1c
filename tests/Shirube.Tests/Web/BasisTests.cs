using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Shirube.Documents.Stored;

namespace Shirube.Tests.Web;

/// <summary>The question what the figures of an indicator are, as a browser without script asks and answers it.</summary>
public sealed class BasisTests(Site site) : IClassFixture<Site>
{
    private const string Plan = """
        地域再生計画

        １　地域再生計画の名称
        みなとのにぎわいをつくる計画

        ２　地域再生計画の作成主体の名称
        長野県松本市

        ３　地域再生計画の区域
        長野県松本市の全域

        【数値目標】

        | KPI | 事業開始前（現時点） | 2024年度増加分（1年目） | 2025年度増加分（2年目） | 2026年度増加分（3年目） | KPI増加分の累計 |
        | --- | --- | --- | --- | --- | --- |
        | ①相談会の参加者数（人） | 228 | 9 | 9 | 14 | 32 |

        ５－３　計画期間
        地域再生計画認定の日から令和9年3月31日まで
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Basis_NotChosen_IsAskedAtTheRowWithAnExampleOfEach()
    {
        using var client = site.NewClient();
        var plan = await Import("例");

        var row = (await Get(client, plan)).QuerySelector("table.matrix tbody th")!;
        var ask = await Get(client, row.QuerySelector("a[href*='/basis']")!.GetAttribute("href")!);

        ask.QuerySelectorAll("input[name=basis]").Length.ShouldBe(4);
        ask.QuerySelector("input[name=basis][checked]").ShouldBeNull();
        var choices = ask.QuerySelectorAll(".choice").Select(choice => choice.TextContent).ToList();
        choices[0].ShouldContain("3年度分の合計は32人");
        choices[1].ShouldContain("令和6年度（2024年度）は237人");
        choices[1].ShouldContain("令和7年度（2025年度）は246人");
    }

    [Fact]
    public async Task Basis_Chosen_StandsAtTheRowAndIsKeptWithDoerAndReason()
    {
        using var client = site.NewClient();
        var plan = await Import("選ぶ");

        var page = await Choose(client, plan, "IncrementOverBaseline", "Higher", "担当課に確認");

        page.QuerySelector("small.chosen")!.TextContent.ShouldContain("基準値に積み上げる増加分、高いほど良い");
        var history = page.QuerySelectorAll("section[aria-labelledby=versions] tbody tr")
            .Select(row => row.TextContent);
        history.ShouldContain(row => row.Contains("まだ選ばれていません") && row.Contains("担当課に確認"));
        // The printed figures stay.
        page.QuerySelector("table.matrix tbody")!.TextContent.ShouldContain("228");
        page.QuerySelectorAll(".mark.corrected").ShouldBeEmpty();
    }

    [Fact]
    public async Task Basis_Chosen_IsWhatChartAndCsvSay()
    {
        using var client = site.NewClient();
        var plan = await Import("図表");

        var page = await Choose(client, plan, "AnnualFlow", "Higher", "担当課に確認");

        page.QuerySelector(".chart figcaption .quiet")!.TextContent.ShouldEndWith("1年ごとの数");
        var rows = (await client.GetStringAsync(plan + "/indicators.csv", Cancel)).Split("\r\n");
        rows[0].ShouldContain(",見出しの意味,数え方（選択）,良い方向（選択）,");
        rows.Single(row => row.Contains(",目標,", StringComparison.Ordinal) && row.Contains(",14,"))
            .ShouldContain(",年度ごとの増加分,1年ごとの数,高いほど良い,14,");
    }

    [Fact]
    public async Task Basis_ChosenTwice_KeepsBothChoices()
    {
        using var client = site.NewClient();
        var plan = await Import("二度");

        await Choose(client, plan, "AnnualFlow", "Higher", "はじめ");
        var page = await Choose(client, plan, "Level", "Higher", "あとで");

        page.QuerySelectorAll("section[aria-labelledby=versions] tbody tr").Length.ShouldBe(3);
        page.QuerySelector("small.chosen")!.TextContent.ShouldContain("その年度の水準");
    }

    [Fact]
    public async Task Basis_NothingGiven_AsksForEachAndKeepsNothing()
    {
        using var client = site.NewClient();
        var plan = await Import("空");

        var page = await Choose(client, plan, "abc", "", "");

        page.QuerySelectorAll(".error-summary a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe(["#basis", "#direction", "#reason"]);
        (await Get(client, plan)).QuerySelector("small.chosen").ShouldBeNull();
    }

    [Fact]
    public async Task Basis_ChangedMeanwhile_IsRefused()
    {
        using var client = site.NewClient();
        var plan = await Import("同時");
        var form = await Get(client, plan + "/indicators/1/basis");
        await Choose(client, plan, "Level", "Higher", "先");

        var page = await Send(client, plan, form, "AnnualFlow", "Higher", "後");

        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("ほかの人が先に");
    }

    [Theory]
    [InlineData("/indicators/0/basis")]
    [InlineData("/indicators/2/basis")]
    public async Task Basis_NoSuchIndicator_IsNotFound(string page)
    {
        using var client = site.NewClient();
        var plan = await Import("範囲");

        using var response = await client.GetAsync(plan + page, Cancel);

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task<string> Import(string mark)
    {
        var text = Plan.Replace("にぎわい", mark, StringComparison.Ordinal);
        var file = new ImportedFile(mark + ".md", System.Text.Encoding.UTF8.GetBytes(text));
        return (await site.ImportAsync(file, Cancel)).Address;
    }

    private static async Task<IDocument> Choose(
        HttpClient client,
        string plan,
        string basis,
        string direction,
        string reason
    ) => await Send(client, plan, await Get(client, plan + "/indicators/1/basis"), basis, direction, reason);

    private static async Task<IDocument> Send(
        HttpClient client,
        string plan,
        IDocument form,
        string basis,
        string direction,
        string reason
    )
    {
        var fields = form.QuerySelectorAll("main form input[type=hidden]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        (fields["basis"], fields["direction"]) = (basis, direction);
        fields["reason"] = reason;
        using var response = await client.PostAsync(
            plan + "/indicators/1/basis",
            new FormUrlEncodedContent(fields),
            Cancel
        );
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return await Parse(await response.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<IDocument> Get(HttpClient client, string address) =>
        await Parse(await client.GetStringAsync(address, Cancel));

    private static async Task<IDocument> Parse(string html) => await new HtmlParser().ParseDocumentAsync(html, Cancel);
}
