using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;

namespace Shirube.Tests.Web.Plans;

/// <summary>The pages of the tree, the schedule, the money and the application, posted as a browser without script does it.</summary>
public sealed class AnnexPageTests(Site site) : IClassFixture<Site>
{
    private const string Own = "202029";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tree_Drawn_IsNestedListsOfLinksWithWhatIsMissing()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);

        var page = await GetAsync(client, Of(plan, "tree"));

        page.QuerySelectorAll(".policy-tree > li").Length.ShouldBe(5);
        page.QuerySelectorAll(".policy-tree > li > ol > li").Length.ShouldBe(16);
        page.QuerySelectorAll("[data-node]").Length.ShouldBe(23);
        var coverage = page.QuerySelector("section[aria-labelledby=coverage]")!.TextContent;
        coverage.ShouldContain("いちばん下の項目17件のうち、5件に");
        coverage.ShouldContain("どこにもひも付いていないもの 1件");
        page.QuerySelector("section[aria-labelledby=weights]")!
            .TextContent.ShouldContain("100 × 2 ÷ (1 + 2 + 1) ＝ 50％");
    }

    [Fact]
    public async Task Table_OfTheTree_SpansWhatLiesAboveSeveralRows()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);

        var page = await GetAsync(client, Of(plan, "tree?view=table"));

        page.QuerySelectorAll(".tree-table thead th")
            .Select(head => head.TextContent)
            .ShouldBe(["政策", "施策", "事業", "KPI"]);
        var rows = page.QuerySelectorAll(".tree-table tbody tr");
        rows.Length.ShouldBe(17);
        rows[0].QuerySelectorAll("th").Select(cell => cell.GetAttribute("rowspan")).ShouldBe(["4", "2", "1"]);
        // Every row has as many columns as the head, those that begin above it counted.
        rows.SelectMany(row => row.Children)
            .Sum(cell => Span(cell, "rowspan") * Span(cell, "colspan"))
            .ShouldBe(17 * 4);
    }

    [Fact]
    public async Task Tree_RefusedForm_KeepsWhatWasTypedAndSaysWhy()
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var page = await GetAsync(client, address);

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "edit",
            new()
            {
                ["name"] = "書きかけの名",
                ["text"] = "書きかけの説明",
                ["weight"] = "abc",
            }
        );

        refused.QuerySelector("#name")!.GetAttribute("value").ShouldBe("書きかけの名");
        refused.QuerySelector("#text")!.TextContent.ShouldBe("書きかけの説明");
        refused.QuerySelector("#weight")!.GetAttribute("value").ShouldBe("abc");
        refused.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#weight");
    }

    [Fact]
    public async Task Tree_TwoPeopleAtOnce_AreToldAndLoseNothing()
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var (mine, theirs) = (await GetAsync(client, address), await GetAsync(client, address));
        await PostAsync(client, address, theirs, "edit", new() { ["name"] = "先に保存した名" });

        var (_, late) = await PostAsync(client, address, mine, "edit", new() { ["name"] = "後から書いた名" });

        late.QuerySelector(".error-summary")!.TextContent.ShouldContain("先に保存した名");
        late.QuerySelector("#name")!.GetAttribute("value").ShouldBe("後から書いた名");
        var (_, again) = await PostAsync(client, address, late, "edit", new() { ["name"] = "後から書いた名" });
        again.QuerySelector("[role=status]").ShouldNotBeNull();
        again.QuerySelector($"#n-{measure} .name")!.TextContent.ShouldBe("後から書いた名");
    }

    [Fact]
    public async Task Tree_NodeAddedMovedAndRemoved_LeadsBackToThePage()
    {
        var (plan, policy, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var outline = Of(plan, "tree?view=outline");
        var added = await PostAsync(
            client,
            outline,
            await GetAsync(client, outline),
            "add",
            new() { ["names"] = "六つ目の政策", ["parent"] = "" }
        );
        added.Page.QuerySelectorAll(".tree-outline > li").Length.ShouldBe(6);
        var address = Of(plan, $"tree?view=outline&node={policy}");

        var moved = await PostAsync(client, address, await GetAsync(client, address), "down", []);
        moved.Page.QuerySelectorAll(".tree-outline > li")[1].Id.ShouldBe($"n-{policy}");
        var cycle = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "move",
            new() { ["to"] = $"{measure}" }
        );
        cycle.Page.QuerySelector(".error-summary")!.TextContent.ShouldContain("それ自身や、その下にある");
        var removed = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "remove",
            new() { ["loss"] = "5/2/1", ["with-below"] = "yes" }
        );

        removed.Page.QuerySelectorAll(".tree-outline > li").Length.ShouldBe(5);
        removed.Page.QuerySelector($"#n-{measure}").ShouldBeNull();
        // From a page that still showed it.
        var gone = await PostAsync(
            client,
            address,
            await GetAsync(client, outline),
            "up",
            new() { ["node"] = $"{policy}" }
        );
        gone.Page.QuerySelector(".error-summary")!.TextContent.ShouldContain("もうありません");
    }

    [Fact]
    public async Task Funding_WithABadCell_KeepsTheGoodOnesAndWhatWasTyped()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "funding");
        var page = await GetAsync(client, address);
        page.QuerySelector("main > .lead")!.TextContent.ShouldContain("財源の計は401,000千円です。");
        page.QuerySelector("section[aria-labelledby=share]")!
            .TextContent.ShouldContain(
                "4年目（令和9年度（2027年度））：財源計画では1.5％で、目標の3.6％に2.1ポイント届きません"
            );

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "save",
            new() { ["2024-Other"] = "12.5", ["2025-Other"] = "たくさん" }
        );

        refused.QuerySelector("[id='2025-Other']")!.GetAttribute("value").ShouldBe("たくさん");
        refused.QuerySelector("[id='2025-Other-error']").ShouldNotBeNull();
        refused.QuerySelector("[id='2024-Other']")!.GetAttribute("value").ShouldBe("12,500円");
    }

    [Fact]
    public async Task Application_OfAMonth_ProposesStepsThatCanBeDone()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "application");

        var (_, planned) = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "plan",
            new() { ["kind"] = "New", ["day"] = "令和12年9月" }
        );

        planned.QuerySelectorAll("main tbody tr").Length.ShouldBe(2 * 7);
        planned.QuerySelector("main tbody")!.TextContent.ShouldContain("令和12年9月10日（火）");
        var (_, done) = await PostAsync(client, address, planned, "done", new() { ["round"] = "2", ["step"] = "1" });
        done.QuerySelector("#step-2-1")!.TextContent.ShouldContain("済");
        (await client.GetStringAsync($"/governments/{Own}/calendar?year=2030", Cancel)).ShouldContain("庁内照会の締切");
        var (_, wrong) = await PostAsync(
            client,
            address,
            planned,
            "plan",
            new() { ["kind"] = "New", ["day"] = "そのうち" }
        );
        wrong.QuerySelector("#day")!.GetAttribute("value").ShouldBe("そのうち");
    }

    [Fact]
    public async Task Tree_PostedWhileThePlanWentToItsApproval_KeepsWhatWasTyped()
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var page = await GetAsync(client, address);
        await HandOverAsync(plan);

        var (_, refused) = await PostAsync(client, address, page, "edit", new() { ["text"] = "間に合わなかった説明" });

        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("決裁の途中（第7号）");
        refused.QuerySelector("#text")!.TextContent.ShouldBe("間に合わなかった説明");
        var fresh = await GetAsync(client, address);
        fresh.QuerySelector("button[value=edit]").ShouldBeNull();
        fresh.QuerySelector("main .notice")!.TextContent.ShouldContain("決裁の途中（第7号）");
    }

    [Fact]
    public async Task Page_OfAReader_HasNothingToChangeAndRefusesAPost()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(
            await site.WithSecondFactorAsync(
                await site.AddPersonAsync("監査（見本）", (Own, Role.Auditor, null)),
                Role.Auditor
            )
        );

        foreach (var part in (string[])["tree?view=outline", "schedule", "funding", "application"])
        {
            var page = await GetAsync(client, Of(plan, part));
            page.QuerySelectorAll("main form").ShouldBeEmpty(part);
        }
    }

    [Fact]
    public async Task Page_OfAPlanThatIsNotThere_IsNotFound()
    {
        using var client = site.NewClient(Own);

        foreach (
            var part in (string[])["tree", "schedule", "funding", "application", "tree.csv", "tree.docx", "annex.css"]
        )
        {
            using var answer = await client.GetAsync(Of(999, part), Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, part);
        }
    }

    [Fact]
    public async Task Downloads_OfTheTree_HoldEveryNode()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);

        var csv = await client.GetStringAsync(Of(plan, "tree.csv"), Cancel);
        var word = await client.GetByteArrayAsync(Of(plan, "tree.docx"), Cancel);

        // Five measures have two indicators each: a row of their own for each.
        csv.TrimEnd().Split("\r\n").Length.ShouldBe(1 + 23 + 5);
        csv.ShouldContain("若者が戻る仕事をつくる");
        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(word));
        using var text = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        (await text.ReadToEndAsync(Cancel)).ShouldContain("政策　稼ぐ産業をつくる");
        await using var db = site.NewContext(Own);
        var taken = await db
            .AuditRecords.Where(record =>
                record.Act == "plan.exported" && record.Subject == $"/governments/{Own}/plans/{plan}"
            )
            .Select(record => record.After)
            .ToListAsync(Cancel);
        taken.ShouldBe(
            ["{\"what\":\"tree.csv\",\"approval\":null}", "{\"what\":\"tree.docx\",\"approval\":null}"],
            ignoreOrder: true
        );
    }

    private async Task HandOverAsync(int plan)
    {
        await using var db = site.NewContext(Own);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into approval (government_code, number, subject_kind, subject_address, subject_name, drafter_id,
                drafted_at, state, reason, edition, round, step_position)
            values ({Own}, 7, 'plan', {$"/governments/{Own}/plans/{plan}"}, '計画', {site.Officer.Number}, now(),
                'Draft', '公表のため', 1, 1, 1);
            update approval set state = 'InReview' where number = 7
            """,
            Cancel
        );
    }

    private static string Of(int plan, string part) => $"/governments/{Own}/plans/{plan}/{part}";

    private static int Span(IElement cell, string name) =>
        int.Parse(cell.GetAttribute(name) ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));

    /// <summary>Sends the form that holds the button, with what was typed in place of what stood there.</summary>
    private static async Task<(Uri Address, IDocument Page)> PostAsync(
        HttpClient client,
        string address,
        IDocument page,
        string button,
        Dictionary<string, string> typed
    )
    {
        var form =
            page.QuerySelector($"main form button[value='{button}']")?.Closest("form")
            ?? page.QuerySelector("main form")!;
        var fields = new Dictionary<string, string> { ["do"] = button, ["_handler"] = "change" };
        foreach (var input in form.QuerySelectorAll("input, textarea, select"))
        {
            if (input.GetAttribute("type") is "checkbox" or "radio" && !input.HasAttribute("checked"))
                continue;
            fields[input.GetAttribute("name")!] = input.LocalName switch
            {
                "textarea" => input.TextContent,
                "select" => input.QuerySelector("option[selected]")?.GetAttribute("value") ?? "",
                _ => input.GetAttribute("value") ?? "",
            };
        }
        foreach (var (name, text) in typed)
            fields[name] = text;
        using var answer = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (
            answer.RequestMessage!.RequestUri!,
            await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel))
        );
    }
}
