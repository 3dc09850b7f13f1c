using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Shirube.Tests.Documents.Stored;

namespace Shirube.Tests.Web;

public sealed class SearchPageTests(Site site) : IClassFixture<Site>
{
    private const string Search = "/governments/100005/search";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ForAWord_ShowsPassagesThatLeadToWhereTheyStand()
    {
        var plan = await site.ImportAsync(SamplePlan.File(), Cancel);
        using var client = site.NewClient("100005");

        var page = await GetAsync(client, Search + "?q=利用者数");

        page.QuerySelectorAll(".results mark").Select(mark => mark.TextContent).ShouldContain("利用者数");
        var links = page.QuerySelectorAll(".results h3 a").Select(link => link.GetAttribute("href")!).ToList();
        links.ShouldContain(plan.Address + "/evidence?pointer=%2Findicators%2F0%2Fname#passage");
        foreach (var link in links)
        {
            var target = await GetAsync(client, link.Split('#')[0]);
            var anchor = link.Split('#')[1].Split(":~:")[0];
            target.GetElementById(anchor).ShouldNotBeNull(link);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%E3%80%80")]
    [InlineData("?q=%25&kind=Nothing&government=999999&year=&state=x&versions=x&page=-1")]
    [InlineData("?q='%22%3Cscript%3Ealert(1)%3C/script%3E&page=99999999999")]
    [InlineData("?q=a&q=b&kind=1&kind=99")]
    public async Task Get_ForWhatNobodyMeans_IsAPage(string query)
    {
        using var client = site.NewClient("100005");

        var page = await GetAsync(client, Search + query);

        page.QuerySelector("main .empty").ShouldNotBeNull();
        page.QuerySelector("main script").ShouldBeNull();
    }

    [Fact]
    public async Task Get_WithAYearThatIsNone_SaysSoAndKeepsWhatWasTyped()
    {
        using var client = site.NewClient("100005");

        var page = await GetAsync(client, Search + "?q=計画&year=abc");

        page.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#year");
        page.QuerySelector("#year")!.GetAttribute("value").ShouldBe("abc");
        page.QuerySelector("#q")!.GetAttribute("value").ShouldBe("計画");
    }

    [Fact]
    public async Task Get_With500Characters_SaysHowManyMayBe()
    {
        using var client = site.NewClient("100005");

        var page = await GetAsync(client, Search + "?q=" + new string('計', 500));

        page.QuerySelector(".error-summary a")!.TextContent.ShouldContain("200");
    }

    [Fact]
    public async Task Get_NarrowedToNothing_OffersToWiden()
    {
        await site.ImportAsync(SamplePlan.File(), Cancel);
        using var client = site.NewClient("100005");

        var page = await GetAsync(client, Search + "?q=利用者数&year=2050");

        page.QuerySelector(".empty a")!
            .GetAttribute("href")
            .ShouldBe(Search + "?q=" + Uri.EscapeDataString("利用者数"));
    }

    [Fact]
    public async Task Get_AnyPage_HasTheFieldInItsHead()
    {
        using var client = site.NewClient("100005");

        var form = (await GetAsync(client, "/")).QuerySelector("header form[role=search]")!;

        (form.GetAttribute("method"), form.GetAttribute("action")).ShouldBe(("get", Search));
        form.QuerySelector("input[name=q]")!.GetAttribute("aria-label").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Get_SimilarIndicators_IsReachedFromThePlanAndShowsUnitAndBasis()
    {
        var plan = await site.ImportAsync(SamplePlan.File(), Cancel);
        await site.ImportAsync(SamplePlan.File("似た計画"), Cancel);
        using var client = site.NewClient("100005");
        var link = (await GetAsync(client, plan.Address))
            .QuerySelectorAll("th small a")
            .Select(one => one.GetAttribute("href")!)
            .First(href => href.Contains("/search/indicators", StringComparison.Ordinal));

        var page = await GetAsync(client, link);

        var row = page.QuerySelector("main table tbody tr")!;
        row.TextContent.ShouldContain("学習拠点の利用者数");
        row.TextContent.ShouldContain("人");
        row.TextContent.ShouldContain("100%");
        row.QuerySelectorAll("mark").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/governments/100005/search/indicators")]
    [InlineData("/governments/100005/search/indicators?of=100005&document=99&version=1&no=1")]
    [InlineData("/governments/100005/search/indicators?of=x&document=1&version=1&no=0")]
    [InlineData("/governments/462012/search?q=計画")]
    public async Task Get_OfWhatIsNotThere_IsNotFound(string address)
    {
        using var client = site.NewClient("100005");

        using var answer = await client.GetAsync(address, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(address, Cancel));
}
