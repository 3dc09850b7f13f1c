using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;

namespace Shirube.Tests.Web;

/// <summary>People, departments and the audit trail as an administrator and an auditor use them.</summary>
public sealed class OfficeTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Government = "100005";
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var person = await site.AddPersonAsync("管理者甲（見本）", (Government, Role.Administrator, null));
        client = site.NewClient(await site.WithSecondFactorAsync(person, Role.Administrator), Government);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Invite_SomebodyNew_ShowsTheLinkOnceAndThePersonStandsInTheList()
    {
        var mail = NewMail();

        var page = await SendAsync(
            "people/invite",
            "invite",
            ("name", "新人（見本）"),
            ("mail", mail),
            ("role", "Auditor")
        );

        page.QuerySelector(".secret-link")!.TextContent.ShouldContain("/invitations/");
        var list = await GetAsync($"people?q={mail}");
        list.QuerySelector("tbody th a")!.TextContent.ShouldBe("新人（見本）");
        list.Body!.TextContent.ShouldNotContain("/invitations/");
    }

    [Fact]
    public async Task Invite_WithNonsenseInEveryField_SaysWhereAndKeepsWhatWasTyped()
    {
        var page = await SendAsync(
            "people/invite",
            "invite",
            ("name", "abc"),
            ("mail", "abc"),
            ("role", "abc"),
            ("department", "abc"),
            ("from", "abc"),
            ("until", "abc")
        );

        page.Title!.ShouldStartWith("エラー");
        page.QuerySelectorAll(".error-summary a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(["#role", "#from", "#until"]);
        page.QuerySelector("#from")!.GetAttribute("value").ShouldBe("abc");
        page.QuerySelector("#mail")!.GetAttribute("value").ShouldBe("abc");
    }

    [Fact]
    public async Task Moves_ListWithAFault_StaysInTheFieldAndShowsItAtTheRow()
    {
        var list = "nobody@sample.example,,ない課\nalso@sample.example,,ない課";

        var page = await SendAsync("moves", "moves", ("list", list), ("on", "令和9年4月1日"));

        page.QuerySelectorAll("#row2 .error-text li").Length.ShouldBe(2);
        page.QuerySelector("#list")!.TextContent.ShouldBe(list);
        page.QuerySelector("button[value=apply]").ShouldBeNull();
    }

    [Fact]
    public async Task Moves_ListChangedAfterItWasLookedAt_IsShownAgainBeforeItIsApplied()
    {
        var suffix = Guid.NewGuid().ToString("N")[..6];
        var old = await site.AddDepartmentAsync(Government, "元課" + suffix);
        await site.AddDepartmentAsync(Government, "先課" + suffix);
        var one = await site.AddPersonAsync("一（見本）", (Government, Role.DepartmentOfficer, old));
        var two = await site.AddPersonAsync("二（見本）", (Government, Role.DepartmentOfficer, old));
        var looked = await SendAsync("moves", "moves", ("list", $"{one.Mail},,先課{suffix}"), ("on", "2099-04-01"));

        var page = await SubmitAsync(looked, "moves", "moves", ("list", $"{two.Mail},,先課{suffix}"), ("do", "apply"));

        page.QuerySelector("#row1")!.TextContent.ShouldContain("二（見本）");
        (await PostsOfAsync(two.Number)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Moves_PreviewThenApplyThenUndo_ChangeEverythingOrNothing()
    {
        var suffix = Guid.NewGuid().ToString("N")[..6];
        var old = await site.AddDepartmentAsync(Government, "旧課" + suffix);
        await site.AddDepartmentAsync(Government, "新課" + suffix);
        var mover = await site.AddPersonAsync("異動者（見本）", (Government, Role.DepartmentOfficer, old));

        var preview = await SendAsync(
            "moves",
            "moves",
            ("list", $"{mover.Mail}\t\t新課{suffix}"),
            ("on", "2099-04-01")
        );
        preview.QuerySelector("#row1")!.TextContent.ShouldContain("旧課" + suffix);
        (await PostsOfAsync(mover.Number)).Count.ShouldBe(1);
        var done = await SubmitAsync(preview, "moves", "moves", ("do", "apply"));
        done.QuerySelector(".notice")!.TextContent.ShouldContain("1人の異動");
        (await PostsOfAsync(mover.Number)).Count.ShouldBe(2);
        var button = done.QuerySelectorAll("button[name=step]")[^1];
        var undone = await SubmitAsync(done, "moves", "undo", ("step", button.GetAttribute("value")!));

        undone.QuerySelector(".notice")!.TextContent.ShouldContain("取り消しました");
        (await PostsOfAsync(mover.Number)).Single(post => post.DepartmentNumber == old).ValidUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Post_EndedByTwoAtOnce_ShowsTheSecondWhatTheFirstDid()
    {
        var person = await site.AddPersonAsync("二人（見本）", (Government, Role.Auditor, null));
        var number = (await PostsOfAsync(person.Number)).Single().Number;
        var stale = await GetAsync($"people/{person.Number}");
        await SubmitAsync(stale, $"people/{person.Number}", $"end{number}", ($"until{number}", "2099-03-31"));

        var second = await SubmitAsync(
            stale,
            $"people/{person.Number}",
            $"end{number}",
            ($"until{number}", "2098-03-31")
        );

        second.QuerySelector(".error-summary")!.TextContent.ShouldContain("令和81年3月31日");
        second.QuerySelector($"#until{number}")!.GetAttribute("value").ShouldBe("2098-03-31");
        (await PostsOfAsync(person.Number)).Single().ValidUntil.ShouldBe(new DateOnly(2099, 3, 31));
    }

    [Fact]
    public async Task Department_RenamedFromAStalePage_ShowsTheOthersName()
    {
        var number = await site.AddDepartmentAsync(Government, "改称課" + Guid.NewGuid().ToString("N")[..6]);
        var stale = await GetAsync($"departments?edit={number}");
        await SubmitAsync(stale, $"departments?edit={number}", "rename", ("newName", "先の名前" + number));

        var second = await SubmitAsync(stale, $"departments?edit={number}", "rename", ("newName", "後の名前"));

        second.QuerySelector(".error-summary")!.TextContent.ShouldContain("先の名前" + number);
        second.QuerySelector("#newName")!.GetAttribute("value").ShouldBe("後の名前");
    }

    [Fact]
    public async Task Audit_SearchAndFile_HoldTheActAndAreOnRecordThemselves()
    {
        var person = await site.AddPersonAsync("記録（見本）", (Government, Role.Auditor, null));
        using var auditor = site.NewClient(person, Government);

        var page = await Posting.Parse(
            await auditor.GetStringAsync($"/governments/{Government}/audit?act=person.invited", Cancel)
        );
        page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0);
        page.QuerySelectorAll("tbody tr").ShouldAllBe(row => row.TextContent.Contains("招待した"));
        using var file = await auditor.PostAsync(
            $"/governments/{Government}/audit.csv?act=person.invited",
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", Posting.Token(page, "form[action*='audit.csv']")),
            ]),
            Cancel
        );
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await file.Content.ReadAsStringAsync(Cancel)).ShouldContain("person.invited");
        var records = await Posting.Parse(await auditor.GetStringAsync($"/governments/{Government}/audit", Cancel));
        records.Body!.TextContent.ShouldContain("監査記録をファイルに取り出した");
        records.Body!.TextContent.ShouldContain("監査記録を検索した");
    }

    [Fact]
    public async Task Audit_FileWithoutTheFormsToken_IsRefused()
    {
        using var answer = await client.PostAsync($"/governments/{Government}/audit.csv", null, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("abc", "#years")]
    [InlineData("1", "#years")]
    public async Task Settings_YearsThatAreNone_AreRefusedAtTheField(string years, string field)
    {
        var page = await SendAsync("settings", "retention", ("years", years));

        page.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe(field);
        page.QuerySelector("#years")!.GetAttribute("value").ShouldBe(years);
    }

    [Fact]
    public async Task People_ForWhoManagesNone_DoNotSayHowTheySignIn()
    {
        var auditor = await site.AddPersonAsync("監査（見本）", (Government, Role.Auditor, null));
        using var other = site.NewClient(auditor, Government);
        foreach (var address in new[] { "people", $"people/{auditor.Number}" })
        {
            var theirs = await other.GetStringAsync($"/governments/{Government}/{address}", Cancel);
            theirs.ShouldNotContain("最後のサインイン");
            theirs.ShouldNotContain("パスワードのみ");
            (await GetAsync(address)).Body!.TextContent.ShouldContain("最後のサインイン");
        }
    }

    [Fact]
    public async Task Person_OfAnotherGovernment_IsNotFound()
    {
        var other = await site.AddPersonAsync("よその人（見本）", ("102041", Role.Auditor, null));

        using var answer = await client.GetAsync($"/governments/{Government}/people/{other.Number}", Cancel);
        using var theirs = await client.GetAsync("/governments/102041/people", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        theirs.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task HandOver_OfAnotherDepartment_IsRefusedToWhoManagesNoPeople()
    {
        var planning = await site.AddDepartmentAsync(Government, "企画" + Guid.NewGuid().ToString("N")[..6]);
        var tourism = await site.AddDepartmentAsync(Government, "観光" + Guid.NewGuid().ToString("N")[..6]);
        var one = await site.AddPersonAsync("甲（見本）", (Government, Role.DepartmentOfficer, planning));
        var two = await site.AddPersonAsync("乙（見本）", (Government, Role.DepartmentOfficer, tourism));
        using var near = site.NewClient(one, Government);

        using var own = await near.GetAsync($"/governments/{Government}/hand-over/{one.Number}", Cancel);
        using var others = await near.GetAsync($"/governments/{Government}/hand-over/{two.Number}", Cancel);

        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        others.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync($"hand-over/{two.Number}")).QuerySelector("h1")!.TextContent.ShouldContain("乙");
    }

    private static string NewMail() => Guid.NewGuid().ToString("N")[..12] + "@sample.example";

    private async Task<IDocument> GetAsync(string address) =>
        await Posting.Parse(await client.GetStringAsync($"/governments/{Government}/{address}", Cancel));

    private async Task<IDocument> SendAsync(string address, string form, params (string Name, string Value)[] typed) =>
        await SubmitAsync(await GetAsync(address), address, form, typed);

    /// <summary>As a browser without script sends the form of that name.</summary>
    private async Task<IDocument> SubmitAsync(
        IDocument page,
        string address,
        string form,
        params (string Name, string Value)[] typed
    )
    {
        var sent = page.QuerySelectorAll("form")
            .Single(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var fields = new Dictionary<string, string>();
        foreach (
            var field in sent.QuerySelectorAll("input, textarea")
                .Where(one => one.GetAttribute("type") is not "checkbox")
        )
            fields[field.GetAttribute("name")!] = field.GetAttribute("value") ?? field.TextContent;
        foreach (var select in sent.QuerySelectorAll("select"))
            fields[select.GetAttribute("name")!] = (
                select.QuerySelector("option[selected]") ?? select.QuerySelector("option")
            )!.GetAttribute("value")!;
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var answer = await client.PostAsync(
            $"/governments/{Government}/{address}",
            new FormUrlEncodedContent(fields),
            Cancel
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<List<Shirube.People.Post>> PostsOfAsync(Guid person)
    {
        await using var db = site.NewContext(Government);
        return await db
            .Posts.Where(post => post.PersonId == person)
            .Where(post => post.ValidUntil == null || post.ValidUntil >= post.ValidFrom)
            .ToListAsync(Cancel);
    }
}
