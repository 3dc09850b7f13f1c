using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Tests.Documents.Stored;

namespace Shirube.Tests.Web.Approvals;

/// <summary>From the button on the document's page to the decision, as people without script do it.</summary>
public sealed class ApprovalPagesTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Own = "102032";

    private HttpClient drafter = null!;
    private HttpClient head = null!;
    private HttpClient mayor = null!;
    private HttpClient outsider = null!;
    private SitePerson headPerson = null!;
    private SitePerson mayorPerson = null!;
    private string document = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var department = await site.AddDepartmentAsync(Own, "企画課" + Guid.NewGuid().ToString("N")[..6]);
        drafter = site.NewClient(await site.AddPersonAsync("起案する人", (Own, Role.PlanningOfficer, department)));
        headPerson = await site.AddPersonAsync("課長の人", (Own, Role.Approver, department));
        mayorPerson = await site.AddPersonAsync("市長の人", (Own, Role.Approver, null));
        head = site.NewClient(headPerson);
        mayor = site.NewClient(mayorPerson);
        outsider = site.NewClient(await site.AddPersonAsync("よその人", ("102041", Role.PlanningOfficer, null)));
        var file = SamplePlan.File("計画" + Guid.NewGuid().ToString("N")[..8]) with
        {
            Government = GovernmentCode.Parse(Own),
        };
        document = (await site.ImportAsync(file, Cancel)).Address;
    }

    public ValueTask DisposeAsync()
    {
        drafter.Dispose();
        head.Dispose();
        mayor.Dispose();
        outsider.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Approval_FromTheDocumentsPageToTheDecision_GoesThroughForms()
    {
        await DefineRouteAsync();
        var address = await DraftAsync("計画を公表するため");

        var page = await SendAsync(drafter, address, "submit", new() { ["route"] = await LastRouteAsync(address) });
        Text(page).ShouldContain("回議中");
        (await FormIds(mayor, address)).ShouldBe([]);

        Text(await PageAsync(head, "/")).ShouldContain("承認待ち（1件）");
        Text(await PageAsync(head, "/notifications")).ShouldContain("あなたの承認を待っています");
        page = await SendAsync(head, address, "act", new() { ["act"] = "Review", ["opinion"] = "異議なし" });
        Text(page).ShouldContain("承認しました。");
        page = await SendAsync(mayor, address, "act", new() { ["act"] = "Decide" });
        Text(page).ShouldContain("決裁済");
        Text(await PageAsync(drafter, "/notifications")).ShouldContain("決裁されました");

        var sheet = Text(await PageAsync(drafter, address + "/sheet"));
        sheet.ShouldContain("計画を公表するため");
        sheet.ShouldContain("課長の人");
        sheet.ShouldContain("市長の人");
        using var content = await drafter.GetAsync(address + "/content.json", Cancel);
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(await content.Content.ReadAsByteArrayAsync(Cancel))
        );
        sheet.ShouldContain(hash);
    }

    [Fact]
    public async Task Approval_Decided_ShowsTheNextPersonThatItWasAndLosesNothingTyped()
    {
        await DefineRouteAsync();
        var address = await DraftAsync("理由");
        await SendAsync(drafter, address, "submit", new() { ["route"] = await LastRouteAsync(address) });
        var stale = await PageAsync(head, address);
        await SendAsync(drafter, address, "withdraw", new() { ["act"] = "PullBack" });

        var page = await PostAsync(head, address, stale, "act", new() { ["act"] = "Review", ["opinion"] = "よい計画" });

        Text(page.QuerySelector(".error-summary")!).ShouldContain("いまその扱いができません");
        Text(page).ShouldContain("引戻し");
    }

    [Fact]
    public async Task SendBack_WithoutAReason_AsksForItAndKeepsThePage()
    {
        await DefineRouteAsync();
        var address = await DraftAsync("理由");
        await SendAsync(drafter, address, "submit", new() { ["route"] = await LastRouteAsync(address) });

        var page = await SendAsync(head, address, "act", new() { ["act"] = "SendBack" });

        Text(page.QuerySelector(".error-summary")!).ShouldContain("理由を入れてください");
        page = await SendAsync(head, address, "act", new() { ["act"] = "SendBack", ["opinion"] = "根拠が足りない" });
        Text(page).ShouldContain("差戻し");
        Text(await PageAsync(drafter, address)).ShouldContain("根拠が足りない");
    }

    [Fact]
    public async Task Draft_WithoutAReason_ComesBackWithTheMessage()
    {
        var page = await PageAsync(drafter, await DraftAddressAsync());

        page = await PostAsync(drafter, await DraftAddressAsync(), page, "draft", new() { ["reason"] = "" });

        Text(page.QuerySelector(".error-summary")!).ShouldContain("理由を入れてください");
        page.QuerySelector("#reason")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/sheet")]
    [InlineData("/sheet.css")]
    [InlineData("/content.json")]
    [InlineData("/attachments/1")]
    public async Task Approval_ForAnotherGovernment_IsNotThere(string page)
    {
        var address = await DraftAsync("理由");

        using var answer = await outsider.GetAsync(address + page, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Draft_OfAnotherGovernmentsDocument_IsNotThere()
    {
        var address = (await DraftAddressAsync()).Replace(
            "/102032/approvals",
            "/102041/approvals",
            StringComparison.Ordinal
        );

        using var answer = await outsider.GetAsync(address, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Route_WithFaults_NamesTheStepAndKeepsWhatWasTyped()
    {
        var address = $"/governments/{Own}/approval-routes/new";
        var page = await PageAsync(drafter, address);

        page = await PostAsync(
            drafter,
            address,
            page,
            "route",
            new()
            {
                ["name"] = "残る名前",
                ["step0"] = "課長",
                ["do"] = "define",
            }
        );

        Text(page.QuerySelector(".error-summary")!).ShouldContain("最後の段だけを「決裁」とし");
        page.QuerySelector("#name")!.GetAttribute("value").ShouldBe("残る名前");
        page.QuerySelector("#step0")!.GetAttribute("value").ShouldBe("課長");
    }

    [Fact]
    public async Task Delegation_WithAnOddDay_ComesBackAsTyped()
    {
        var address = $"/governments/{Own}/delegations";
        var page = await PageAsync(head, address);

        page = await PostAsync(
            head,
            address,
            page,
            "delegate",
            new()
            {
                ["to"] = mayorPerson.Number.ToString(),
                ["from"] = "abc",
                ["until"] = "2099-01-01",
                ["reason"] = "休暇",
            }
        );

        page.QuerySelector("#from")!.GetAttribute("value").ShouldBe("abc");
        Text(page.QuerySelector("#from-error")!).ShouldContain("日付を");
    }

    [Fact]
    public async Task Calendar_AnEntry_IsOnTheHomePageAndCanBeDone()
    {
        var address = $"/governments/{Own}/calendar";
        var title = "有識者会議" + Guid.NewGuid().ToString("N")[..6];
        await SendAsync(
            drafter,
            address,
            "add",
            new()
            {
                ["title"] = title,
                ["month"] = "９",
                ["yearly"] = "yes",
            }
        );

        Text(await PageAsync(drafter, "/")).ShouldContain(title);
        var page = await PageAsync(drafter, address);
        Text(page).ShouldContain(title);
        page = await PostAsync(drafter, address, page, "add", new() { ["title"] = "x", ["month"] = "abc" });
        Text(page.QuerySelector(".error-summary")!).ShouldContain("月を1から12");
    }

    [Fact]
    public async Task Calendar_AnEntryThatSomebodyRemovedMeanwhile_IsAnsweredInWords()
    {
        var address = $"/governments/{Own}/calendar?year=2031";
        var title = "一度だけ" + Guid.NewGuid().ToString("N")[..6];
        var stale = await SendAsync(drafter, address, "add", new() { ["title"] = title, ["month"] = "9" });
        var number = stale.QuerySelector($"button[name=remove][aria-label*='{title}']")!.GetAttribute("value")!;
        await PostAsync(drafter, address, stale, "keep", new() { ["remove"] = number });

        foreach (var act in (string[])["remove", "done"])
        {
            var page = await PostAsync(drafter, address, stale, "keep", new() { [act] = number });
            Text(page.QuerySelector(".error-summary")!).ShouldContain("その予定は見つかりません");
        }
    }

    [Fact]
    public async Task Task_OfOnesOwn_IsAddedAndDoneOnTheHomePage()
    {
        var page = await SendAsync(drafter, "/", "add", new() { ["title"] = "資料をつくる", ["due"] = "2020-01-01" });
        Text(page.QuerySelector("section[aria-labelledby=dueLate]")!).ShouldContain("資料をつくる");

        var number = page.QuerySelector("button[name=task]")!.GetAttribute("value")!;
        page = await SendAsync(drafter, "/", "done", new() { ["task"] = number });

        Text(page).ShouldContain("済みにしました");
        page.QuerySelector("button[name=task]").ShouldBeNull();
    }

    [Fact]
    public async Task Document_Followed_TellsOfCorrectionsOnTheHomePage()
    {
        await SendAsync(drafter, document, "follow", new() { ["follow"] = "yes" });
        Text(await PageAsync(drafter, "/")).ShouldContain("変わりはありません");
        await using (var db = site.NewContext(Own))
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into correction (government_code, document_number, version_number, number, pointer, author, reason, corrected_at)
                values ({Own}, {int.Parse(
                    document.Split('/')[^1],
                    System.Globalization.CultureInfo.InvariantCulture
                )}, 1, 1, '/title', '', 'x', now())
                """,
                Cancel
            );

        Text(await PageAsync(drafter, "/")).ShouldContain("訂正 1件");
    }

    private async Task DefineRouteAsync()
    {
        var page = await PostAsync(
            drafter,
            $"/governments/{Own}/approval-routes/new",
            await PageAsync(drafter, $"/governments/{Own}/approval-routes/new"),
            "route",
            new()
            {
                ["name"] = "公表" + Guid.NewGuid().ToString("N")[..6],
                ["step0"] = "課長",
                ["member0-0"] = "p:" + headPerson.Number,
                ["step1"] = "市長",
                ["member1-0"] = "p:" + mayorPerson.Number,
                ["do"] = "define",
            }
        );
        Text(page).ShouldContain("決裁経路を定めました");
    }

    private async Task<string> LastRouteAsync(string address) =>
        (await PageAsync(drafter, address)).QuerySelectorAll("#route option")[^1].GetAttribute("value")!;

    private async Task<string> DraftAddressAsync() =>
        (await PageAsync(drafter, document)).QuerySelector("a[href*='approvals/new']")!.GetAttribute("href")!;

    private async Task<string> DraftAsync(string reason)
    {
        var address = await DraftAddressAsync();
        var page = await PostAsync(
            drafter,
            address,
            await PageAsync(drafter, address),
            "draft",
            new() { ["reason"] = reason }
        );
        Text(page).ShouldContain("起案しました");
        return page.QuerySelector("a[href$='/sheet']")!.GetAttribute("href")![..^"/sheet".Length];
    }

    private static async Task<IDocument> PageAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<IDocument> SendAsync(
        HttpClient client,
        string address,
        string form,
        Dictionary<string, string> typed
    ) => await PostAsync(client, address, await PageAsync(client, address), form, typed);

    private static async Task<IDocument> PostAsync(
        HttpClient client,
        string address,
        IDocument page,
        string form,
        Dictionary<string, string> typed
    )
    {
        var handler = page.QuerySelector($"input[name=_handler][value='{form}']");
        handler.ShouldNotBeNull($"no form {form} at {address}");
        var fields = handler
            .Closest("form")!
            .QuerySelectorAll("input:not([type=file]):not([type=checkbox]), input[checked], textarea, select")
            .Where(field => field.GetAttribute("name") is { Length: > 0 })
            .ToDictionary(
                field => field.GetAttribute("name")!,
                field =>
                    field is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value ?? ""
                    : field is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value
                    : field.GetAttribute("value") ?? ""
            );
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var answer = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<IReadOnlyList<string>> FormIds(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return [.. page.QuerySelectorAll("main input[name=_handler]").Select(input => input.GetAttribute("value")!)];
    }

    private static string Text(INode node) =>
        node is IDocument whole ? whole.Body!.TextContent : ((IElement)node).TextContent;
}
