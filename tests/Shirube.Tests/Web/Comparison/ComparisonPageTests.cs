using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Documents;
using Shirube.Documents.Comparison;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Web.Comparison;

/// <summary>新旧対照表 as an office uses it: the page, its files, the decision, the layout.</summary>
public sealed class ComparisonPageTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Government = "100005";
    private static int imported;
    private HttpClient client = null!;
    private string plan = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        client = site.NewClient(Government);
        plan = await ImportTwoAsync($"対照する計画{Interlocked.Increment(ref imported)}");
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Page_OfTwoVersions_ShowsWhatChangedWithItsWordsMarked()
    {
        var page = await GetAsync(plan + "/comparison");

        page.QuerySelectorAll("table.comparison thead th").Select(Text).ShouldBe(["箇所", "改正後", "改正前", "区分"]);
        page.QuerySelectorAll("ins").Select(Words).ShouldContain("310");
        page.QuerySelectorAll("del").Select(Words).ShouldContain("300");
        page.QuerySelectorAll("ins .visually-hidden").Length.ShouldBe(page.QuerySelectorAll("ins").Length);
        page.Body!.TextContent.ShouldContain("要確認");
        var changed = page.QuerySelectorAll("table.comparison tbody tr").Length;
        var whole = await GetAsync(plan + "/comparison?old=1&new=2&show=all");
        whole.QuerySelectorAll("table.comparison tbody tr").Length.ShouldBeGreaterThan(changed);
    }

    [Fact]
    public async Task Page_OfThePlan_LeadsThere() =>
        (await GetAsync(plan)).QuerySelector($"a[href='{plan}/comparison']")!.TextContent.ShouldBe("新旧対照表");

    [Fact]
    public async Task Page_OfOneVersionWithItself_SaysThatNothingChanged()
    {
        var page = await GetAsync(plan + "/comparison?old=2&new=2");

        page.QuerySelector("table.comparison").ShouldBeNull();
        page.Body!.TextContent.ShouldContain("変わったところはありません");
        page.QuerySelectorAll("form").ShouldNotContain(form => HandlerOf(form) == "decide");
    }

    [Theory]
    [InlineData("?old=7")]
    [InlineData("?new=7")]
    [InlineData("?old=abc")]
    public async Task Page_OfAVersionThatIsNotThere_IsNotFound(string query)
    {
        using var answer = await client.GetAsync(plan + "/comparison" + query, Cancel);

        ((int)answer.StatusCode).ShouldBeInRange(400, 404);
    }

    [Fact]
    public async Task Decide_WithAReason_StandsOnThePageAndInTheTrail()
    {
        var page = await SendAsync(
            plan + "/comparison",
            "decide",
            ("decided", "Minor"),
            ("reason", "内閣府に相談し、軽微と確かめた")
        );

        page.QuerySelector(".procedure")!.TextContent.ShouldContain("軽微な変更：内閣府に相談し、軽微と確かめた");
        page.QuerySelector(".procedure")!.TextContent.ShouldContain("職員甲（見本）");
        await using var db = site.NewContext();
        var entry = await db
            .AuditRecords.Where(row => row.Act == "change.decided")
            .OrderBy(row => row.Number)
            .LastAsync(Cancel);
        entry.Why.ShouldBe("内閣府に相談し、軽微と確かめた");
        entry.After!.ShouldContain("Minor");
        entry.Person.ShouldBe(site.Officer.Number);
    }

    [Fact]
    public async Task Decide_WithNothingTyped_SaysWhatIsMissing()
    {
        var page = await SendAsync(plan + "/comparison", "decide", ("decided", ""), ("reason", "  "));

        page.QuerySelectorAll(".error-summary a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(["#decided", "#reason"]);
        (await DecisionsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Decide_AfterSomebodyElseDid_IsRefusedAndKeepsWhatWasTyped()
    {
        var stale = await GetAsync(plan + "/comparison");
        await SendAsync(plan + "/comparison", "decide", ("decided", "Minor"), ("reason", "一人目"));

        var page = await SubmitAsync(
            stale,
            plan + "/comparison",
            "decide",
            ("decided", "Certification"),
            ("reason", "二人目")
        );

        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("ほかの人が先に");
        page.QuerySelector("#reason")!.TextContent.ShouldBe("二人目");
        (await DecisionsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Decision_Kept_CanBeNeitherChangedNorTakenAway()
    {
        await SendAsync(plan + "/comparison", "decide", ("decided", "Minor"), ("reason", "そのまま"));
        await using var db = site.NewContext();

        await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            db.Database.ExecuteSqlAsync($"update change_decision set decided = 'None'", Cancel)
        );
        await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            db.Database.ExecuteSqlAsync($"delete from change_decision", Cancel)
        );
    }

    [Fact]
    public async Task Page_OfASharedDocument_MayBeComparedButNotDecided()
    {
        await SendAsync(plan + "/comparison", "decide", ("decided", "Minor"), ("reason", "群馬県の決定"));
        await site.ShareAsync(plan, "102032");
        var reader = await site.AddPersonAsync("桐生市職員（見本）", ("102032", Role.PlanningOfficer, null));
        using var shared = site.NewClient(reader);

        var page = await Posting.Parse(await shared.GetStringAsync(plan + "/comparison", Cancel));

        page.QuerySelectorAll("ins").ShouldNotBeEmpty();
        page.QuerySelectorAll("form").ShouldNotContain(form => HandlerOf(form) == "decide");
        page.Body!.TextContent.ShouldNotContain("群馬県の決定");
        await using var db = site.NewContext(new Shirube.Data.Scope(GovernmentCode.Parse("102032"), reader.Number));
        var asker = new Asker(
            reader.Number,
            reader.Name,
            GovernmentCode.Parse("102032"),
            [new(Role.PlanningOfficer, null)],
            "test"
        );
        var faults = await new DecideChange(db, TimeProvider.System).ExecuteAsync(
            asker,
            int.Parse(plan.Split('/')[^1], null),
            1,
            2,
            ChangeProcedure.Minor,
            "よその計画",
            0,
            Cancel
        );
        faults.ShouldHaveSingleItem().Code.ShouldBe("COMPARE003");
    }

    [Fact]
    public async Task Page_OfAnotherGovernmentsDocument_IsNotFound()
    {
        var stranger = await site.AddPersonAsync("盛岡市職員（見本）", ("032018", Role.PlanningOfficer, null));
        using var other = site.NewClient(stranger);

        foreach (var file in (string[])["", ".docx", ".xlsx", ".csv", "/print.css"])
            (await other.GetAsync(plan + "/comparison" + file, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Word_OpenedByLibreOffice_HoldsTheRowsOfThePage()
    {
        var page = await GetAsync(plan + "/comparison");
        var docx = await client.GetByteArrayAsync(plan + "/comparison.docx?old=1&new=2", Cancel);

        var html = System.Text.Encoding.UTF8.GetString(LibreOffice.Convert([docx], "docx", "html")[0]);
        var seen = await Posting.Parse(html);

        Cells(seen.QuerySelectorAll("table tr")).ShouldBe(Cells(page.QuerySelectorAll("table.comparison tr")));
        Squeezed(string.Concat(seen.QuerySelectorAll("table u").Select(Text)))
            .ShouldBe(Squeezed(string.Concat(page.QuerySelectorAll("ins, del").Select(Words))));
        DocumentReader.Read("対照.docx", docx).Lines.ShouldContain(line => line.Heading == 1);
    }

    [Fact]
    public async Task Excel_OpenedByLibreOffice_HoldsTheCellsOfThePage()
    {
        var page = await GetAsync(plan + "/comparison");
        var xlsx = await client.GetByteArrayAsync(plan + "/comparison.xlsx?old=1&new=2", Cancel);

        var csv = System.Text.Encoding.UTF8.GetString(LibreOffice.Convert([xlsx], "xlsx", LibreOffice.Csv)[0]);

        var rows = Cells(page.QuerySelectorAll("table.comparison tr"));
        SheetCells
            .Of(csv)
            .Select(row => string.Join('|', row.Select(Squeezed)))
            .SkipWhile(row => row != rows[0])
            .Take(rows.Count)
            .ShouldBe(rows);
        Squeezed(string.Concat(SheetCells.Underlined(xlsx)))
            .ShouldBe(Squeezed(string.Concat(page.QuerySelectorAll("ins, del").Select(Words))));
    }

    [Fact]
    public async Task Csv_OfTheDifferences_NamesCellYearAndBothFigures()
    {
        var csv = await client.GetStringAsync(plan + "/comparison.csv?old=1&new=2", Cancel);

        csv.ShouldContain("KPI1,学習拠点の利用者数,目標値,2025,300,310,変更\r\n");
    }

    [Fact]
    public async Task Print_Style_IsLandscapeWithItsVersions()
    {
        var css = await client.GetStringAsync(plan + "/comparison/print.css?old=1&new=2", Cancel);

        css.ShouldContain("A4 landscape");
        css.ShouldContain("第1版");
    }

    [Fact]
    public async Task Layout_SetByTheOffice_IsThatOfPageAndWord()
    {
        var person = await site.AddPersonAsync("管理者（見本）", (Government, Role.Administrator, null));
        using var administrator = site.NewClient(
            await site.WithSecondFactorAsync(person, Role.Administrator),
            Government
        );
        var address = $"/governments/{Government}/settings/comparison";
        var set = await Posting.Parse(await administrator.GetStringAsync(address, Cancel));

        var refused = await SubmitAsync(
            set,
            address,
            "layout",
            administrator,
            ("side", "Right"),
            ("newName", "同じ"),
            ("oldName", "同じ")
        );
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("同じ");
        await SubmitAsync(
            set,
            address,
            "layout",
            administrator,
            ("side", "Right"),
            ("newName", "変更後"),
            ("oldName", "変更前")
        );
        var page = await GetAsync(plan + "/comparison");
        page.QuerySelectorAll("table.comparison thead th").Select(Text).ShouldBe(["箇所", "変更前", "変更後", "区分"]);
        page.QuerySelector("table.comparison tbody td del").ShouldNotBeNull();
        await SubmitAsync(
            set,
            address,
            "layout",
            administrator,
            ("side", "Left"),
            ("newName", "改正後"),
            ("oldName", "改正前")
        );
    }

    private async Task<string> ImportTwoAsync(string name)
    {
        await site.ImportAsync(SamplePlan.File(name), Cancel);
        return (
            await site.ImportAsync(
                SamplePlan
                    .File(name, first: "310")
                    .With(text => text.Replace("| 700 |", "| 710 |", StringComparison.Ordinal)),
                Cancel
            )
        ).Address;
    }

    private async Task<int> DecisionsAsync()
    {
        await using var db = site.NewContext();
        var number = int.Parse(plan.Split('/')[^1], null);
        return await db.ChangeDecisions.CountAsync(row => row.DocumentNumber == number, Cancel);
    }

    private async Task<IDocument> GetAsync(string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));

    private async Task<IDocument> SendAsync(string address, string form, params (string, string)[] typed) =>
        await SubmitAsync(await GetAsync(address), address, form, typed);

    private Task<IDocument> SubmitAsync(IDocument page, string address, string form, params (string, string)[] typed) =>
        SubmitAsync(page, address, form, client, typed);

    /// <summary>As a browser without script sends the form of that name.</summary>
    private static async Task<IDocument> SubmitAsync(
        IDocument page,
        string address,
        string form,
        HttpClient sender,
        params (string Name, string Value)[] typed
    )
    {
        var sent = page.QuerySelectorAll("form").Single(one => HandlerOf(one) == form);
        var fields = sent.QuerySelectorAll("input[type=hidden]")
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await sender.PostAsync(address, content, Cancel);
        return await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static string? HandlerOf(IElement form) =>
        form.QuerySelector("input[name=_handler]")?.GetAttribute("value");

    private static string Text(IElement element) => element.TextContent.Trim();

    /// <summary>Without what only screen readers are told.</summary>
    private static string Words(IElement element) =>
        string.Concat(
            element
                .ChildNodes.Where(node => node is not IElement { ClassName: "visually-hidden" })
                .Select(node => node.TextContent)
        );

    private static List<string> Cells(IHtmlCollection<IElement> rows) =>
        [
            .. rows.Select(row =>
            {
                foreach (var aside in row.QuerySelectorAll(".visually-hidden, .side"))
                    aside.Remove();
                return string.Join('|', row.QuerySelectorAll("th, td").Select(cell => Squeezed(cell.TextContent)));
            }),
        ];

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
