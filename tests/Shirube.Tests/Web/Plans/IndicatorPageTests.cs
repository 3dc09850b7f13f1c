using System.Net;
using AngleSharp.Dom;

namespace Shirube.Tests.Web.Plans;

/// <summary>What a KPI means, said by a browser without script.</summary>
public sealed class IndicatorPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Meaning_SentOnAnOlderOne_ShowsBothAndIsKeptTheSecondTime()
    {
        using var client = site.NewClient("100005");
        var address = await StartAsync(client);
        var page = await GetAsync(client, address);
        await PostAsync(
            client,
            address,
            page,
            "#meaning",
            ("basis", "Level"),
            ("direction", "Higher"),
            ("definition", "一人目の測り方")
        );

        var late = await PostAsync(
            client,
            address,
            page,
            "#meaning",
            ("basis", "AnnualFlow"),
            ("definition", "二人目の測り方")
        );

        late.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#meaning");
        late.QuerySelector("#meaning dl")!.TextContent.ShouldContain("一人目の測り方");
        late.QuerySelector("#definition")!
            .TextContent.ShouldContain("二人目の測り方", Case.Sensitive, "what was typed stays");
        late.QuerySelector("input[value=AnnualFlow]")!.HasAttribute("checked").ShouldBeTrue();
        await PostAsync(client, address, late, "#meaning", ("definition", "二人の測り方"));
        (await GetAsync(client, address)).QuerySelector("#definition")!.TextContent.ShouldContain("二人の測り方");
    }

    [Fact]
    public async Task Remove_OfARowThatChanged_ShowsItAndRemovesItTheSecondTime()
    {
        using var client = site.NewClient("100005");
        var address = await StartAsync(client);
        var page = await GetAsync(client, address);
        await PostAsync(client, address, page, "#meaning", ("basis", "Level"), ("direction", "Higher"));

        var late = await PostAsync(client, address, page, "#row", ("do", "remove"));

        late.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#row");
        await PostAsync(client, address, late, "#row", ("do", "remove"));
        (await client.GetAsync(address, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <returns>The address of the only KPI of a new plan.</returns>
    private static async Task<string> StartAsync(HttpClient client)
    {
        const string New = "/governments/100005/plans/new";
        var page = await GetAsync(client, New);
        using var started = await SendAsync(
            client,
            New,
            page,
            "main form",
            [("title", "港町の計画"), ("form", "A3007")]
        );
        var plan = started.RequestMessage!.RequestUri!.AbsolutePath;
        var grid = await GetAsync(client, plan + "/indicators");
        await PostAsync(client, plan + "/indicators", grid, "#grid", ("c:0:name", "来館者数"), ("do", "save"));
        return (await GetAsync(client, plan + "/indicators")).QuerySelector("td.meaning a")!.GetAttribute("href")!;
    }

    private static async Task<IDocument> PostAsync(
        HttpClient client,
        string address,
        IDocument page,
        string form,
        params (string Name, string Value)[] typed
    )
    {
        using var answer = await SendAsync(client, address, page, form, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string address,
        IDocument page,
        string form,
        (string Name, string Value)[] typed
    )
    {
        var sent = page.QuerySelector(form)!
            .QuerySelectorAll("input[type=hidden], input[checked]")
            .Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""))
            .Where(input => !typed.Any(one => one.Name == input.Name))
            .Concat(typed);
        using var fields = new FormUrlEncodedContent(sent.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        return await client.PostAsync(address, fields, Cancel);
    }

    private static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));
}
