using System.Net;
using AngleSharp.Dom;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Web;

/// <summary>Plans as a browser without script writes them.</summary>
public sealed class PlanPagesTests(Site site) : IClassFixture<Site>
{
    private const string Plans = "/governments/100005/plans";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithoutAName_SaysSoAndKeepsTheChosenForm()
    {
        using var client = site.NewClient("100005");
        var page = await GetAsync(client, Plans + "/new");

        var (_, answer) = await PostAsync(
            client,
            Plans + "/new",
            page,
            "main form",
            ("form", "Industry"),
            ("title", " ")
        );

        answer.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#title");
        answer.QuerySelector("input[value=Industry]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("999999999999999999999999")]
    public async Task Write_NonsenseIntoEveryShortSection_IsKeptAndSaidAtItsPlace(string nonsense)
    {
        using var client = site.NewClient("100005");
        var plan = await StartAsync(client);
        foreach (
            var (section, passages) in new[]
            {
                ("5-2-7", new[] { "5-2-7" }),
                ("5-2-8", ["5-2-8-start", "5-2-8-end"]),
                ("6", ["6-start", "6-end"]),
                ("5-2-6", ["5-2-6-1-month"]),
            }
        )
        {
            var address = $"{plan}/sections/{section}";
            var page = await GetAsync(client, address);
            var (_, saved) = await PostAsync(
                client,
                address,
                page,
                "form.passages",
                [.. passages.Select(passage => ("t:" + passage, nonsense)), ("do", "save")]
            );
            foreach (var passage in passages)
                saved.QuerySelector($"#passage-{passage}")!.GetAttribute("value").ShouldBe(nonsense);
            saved.QuerySelectorAll("[data-live=checks] .tag.bad").Length.ShouldBeGreaterThanOrEqualTo(passages.Length);
        }
    }

    [Fact]
    public async Task Write_OnAnOlderText_ShowsBothAndLetsOneSettleThem()
    {
        using var client = site.NewClient("100005");
        var address = await StartAsync(client) + "/sections/4-1";
        var (first, second) = (await GetAsync(client, address), await GetAsync(client, address));
        await PostAsync(client, address, first, "form.passages", ("t:4-1", "一人目の文"), ("do", "save"));

        var (_, clash) = await PostAsync(
            client,
            address,
            second,
            "form.passages",
            ("t:4-1", "二人目の文"),
            ("do", "save")
        );

        clash.QuerySelector(".error-summary")!.TextContent.ShouldContain("どの文も残してあります");
        clash.QuerySelector(".rival")!.TextContent.ShouldContain("一人目の文");
        clash.QuerySelector(".rival")!.TextContent.ShouldContain("二人目の文");
        var (_, settled) = await PostAsync(
            client,
            address,
            clash,
            "form.passages",
            ("t:4-1", "二人の文"),
            ("do", "save")
        );
        settled.QuerySelector(".rival").ShouldBeNull();
        settled.QuerySelector("#passage-4-1")!.TextContent.Trim().ShouldBe("二人の文");
    }

    [Fact]
    public async Task SendBack_WithoutAReason_IsRefusedAndWithOneIsShown()
    {
        using var client = site.NewClient("100005");
        var address = await StartAsync(client) + "/sections/4-1";
        var page = await GetAsync(client, address);
        (_, page) = await PostAsync(client, address, page, "form.passages", ("t:4-1", "文"), ("do", "done"));
        page.QuerySelector(".page-head .tag")!.TextContent.ShouldBe("完了");

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            ".section-state",
            ("state", "SentBack"),
            ("said", "")
        );
        refused.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#said");
        var (_, sent) = await PostAsync(
            client,
            address,
            refused,
            ".section-state",
            ("state", "SentBack"),
            ("said", "出典がない")
        );
        sent.QuerySelector(".page-head")!.TextContent.ShouldContain("出典がない");
    }

    [Fact]
    public async Task Section_ThatIsNotOfTheForm_IsNotFound()
    {
        using var client = site.NewClient("100005");
        var plan = await StartAsync(client);

        foreach (var key in (string[])["5-2", "5-1", "4-2-targets", "purpose", "../../..", "%00"])
            (await client.GetAsync($"{plan}/sections/{Uri.EscapeDataString(key)}", Cancel)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound,
                key
            );
    }

    [Fact]
    public async Task Save_WithoutTheFormsToken_IsRefused()
    {
        using var client = site.NewClient("100005");
        var plan = await StartAsync(client);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["key"] = "4-1",
                ["text"] = "文",
                ["seen"] = "0",
            }
        );

        (await client.PostAsync(plan + "/passages", form, Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Comparison_OfAKeptStateWithWhatIsWritten_ShowsWhatChanged()
    {
        using var client = site.NewClient("100005");
        var plan = await StartAsync(client);
        var number = int.Parse(plan.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await using var db = site.NewContext();
        var open = (await OpenPlan.FindAsync(db, Shirube.Governments.GovernmentCode.Parse("100005"), number, Cancel))!;
        db.Add(
            new DraftSnapshot
            {
                GovernmentCode = open.Draft.GovernmentCode,
                DraftNumber = number,
                Number = 99,
                Content = PlanContentJson.Write(open.Content),
                TakenAt = DateTimeOffset.UtcNow,
            }
        );
        await db.SaveChangesAsync(Cancel);
        var address = plan + "/sections/4-1";
        await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "form.passages",
            ("t:4-1", "加えた文。"),
            ("do", "save")
        );

        var page = await GetAsync(client, plan + "/comparison?before=before-99&after=draft");

        page.QuerySelector("table.comparison ins")!.TextContent.ShouldContain("加えた文");
        (await GetAsync(client, plan + "/versions")).QuerySelector("td a[href*=comparison]").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("a\tb\nc\td", "a|b/c|d")]
    [InlineData("\"移住\n相談件数\"\t件\t1\n", "移住 相談件数|件|1")]
    [InlineData("\"二つの\"\"引用符\"\"\"\tx", "二つの\"引用符\"|x")]
    [InlineData("12\" 管\t本", "12\" 管|本")]
    public void Block_FromASpreadsheet_IsPartedAsItsCells(string block, string cells) =>
        string.Join('/', Shirube.Web.Plans.ClipboardBlock.Rows(block).Select(row => string.Join('|', row)))
            .ShouldBe(cells);

    private static async Task<string> StartAsync(HttpClient client)
    {
        var page = await GetAsync(client, Plans + "/new");
        var (address, _) = await PostAsync(
            client,
            Plans + "/new",
            page,
            "main form",
            ("title", "見本の計画"),
            ("form", "A3007")
        );
        return address.AbsolutePath;
    }

    private static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));

    /// <summary>What a browser would send of a form, with what a person typed and the button that was pressed.</summary>
    private static async Task<(Uri Address, IDocument Page)> PostAsync(
        HttpClient client,
        string address,
        IDocument page,
        string form,
        params (string Name, string Value)[] typed
    )
    {
        var fields = page.QuerySelectorAll($"{form} input, {form} textarea")
            .Where(input => input.GetAttribute("type") is not "radio" || input.HasAttribute("checked"))
            .GroupBy(input => input.GetAttribute("name")!)
            .ToDictionary(
                group => group.Key,
                group => group.First().GetAttribute("value") ?? group.First().TextContent
            );
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (
            response.RequestMessage!.RequestUri!,
            await Posting.Parse(await response.Content.ReadAsStringAsync(Cancel))
        );
    }
}
