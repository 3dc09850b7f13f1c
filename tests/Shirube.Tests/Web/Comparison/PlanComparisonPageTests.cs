using System.Net;
using AngleSharp.Dom;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Web.Comparison;

/// <summary>新旧対照表 of what is being written against a kept state: the page and its files.</summary>
public sealed class PlanComparisonPageTests(Site site) : IClassFixture<Site>
{
    private const string Own = "100005";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfADraftAgainstAKeptState_SaysWhatChangedAndWhyTheProposalIsWhatItIs()
    {
        using var client = site.NewClient(Own);
        var plan = await StartAsync();

        var page = await GetAsync(client, plan + "/comparison?before=before-1&after=draft");

        page.QuerySelectorAll("table.comparison del").ShouldNotBeEmpty();
        page.QuerySelector(".grounds")!.TextContent.ShouldContain("該当");
        page.QuerySelectorAll(".facts a[download]")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe([
                $"{plan}/comparison.docx?before=before-1&after=draft",
                $"{plan}/comparison.xlsx?before=before-1&after=draft",
                $"{plan}/comparison.csv?before=before-1&after=draft",
            ]);
        // What was certainly blank is added, not unclear.
        page.QuerySelector("table.comparison")!.TextContent.ShouldNotContain("判断できない");
        (await client.GetStringAsync(plan + "/comparison/print.css?before=before-1&after=draft", Cancel)).ShouldContain(
            "A4 landscape"
        );
    }

    /// <summary>Nothing was decided yet: what there is to compare with is the plan that it began from.</summary>
    [Fact]
    public async Task Page_OfACopiedPlan_ComparesWithThePlanItBeganFrom()
    {
        using var client = site.NewClient(Own);
        await using var db = site.NewContext(Own);
        await db.ImportAsync(SamplePlan.File("元の計画"), Cancel);
        var address = $"/governments/{Own}/documents/{db.Documents.Max(document => document.Number)}";
        var source = (await PlanSources.FindAsync(db, address, Cancel))!;
        var asker = Importing.AskerOf(db);
        var (number, _) = await new CopyPlan(db, TimeProvider.System).ExecuteAsync(
            asker,
            source,
            source.Content.Form,
            source.Name,
            Cancel
        );
        var plan = PlanDraft.AddressOf(GovernmentCode.Parse(Own), number!.Value);

        var same = await GetAsync(client, plan + "/comparison");

        same.QuerySelector("#before option[selected]")!.GetAttribute("value").ShouldBe(source.Address);
        same.QuerySelector("#after option[selected]")!.GetAttribute("value").ShouldBe("draft");
        same.QuerySelectorAll("table.comparison tbody tr").ShouldBeEmpty();
        same.QuerySelectorAll("#before option").Count(option => option.TextContent.Contains("元の計画")).ShouldBe(1);
        same.QuerySelector("#procedure").ShouldNotBeNull();
        var otherPlan = await GetAsync(
            client,
            $"{await StartAsync()}/comparison?before={Uri.EscapeDataString(address)}"
        );
        otherPlan.QuerySelector("#procedure").ShouldBeNull();
        await new SavePassage(db, TimeProvider.System).ExecuteAsync(
            asker,
            number.Value,
            new("5-2-9", "来年度の新しい文", 0),
            Cancel
        );
        var versions = await GetAsync(client, plan + "/versions");
        var link = versions.QuerySelectorAll("main a").Single(one => one.TextContent.Contains("新旧対照表"));
        var changed = await GetAsync(client, link.GetAttribute("href")!);
        changed.QuerySelector("table.comparison ins")!.TextContent.ShouldContain("来年度の新しい文");
        foreach (var file in changed.QuerySelectorAll(".facts a[download]"))
            (await client.GetAsync(file.GetAttribute("href"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var other = site.NewClient(
            await site.AddPersonAsync("盛岡市職員（見本）", ("032018", Role.PlanningOfficer, null))
        );
        await using var theirs = site.NewContext("032018");
        var own = await new StartPlan(theirs, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(theirs),
            PlanForm.A3007,
            "盛岡の計画",
            Cancel
        );
        var comparison = PlanDraft.AddressOf(GovernmentCode.Parse("032018"), own.Number!.Value) + "/comparison";
        (await other.GetAsync(comparison, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var foreign = comparison + "?before=" + Uri.EscapeDataString(source.Address);
        (await other.GetAsync(foreign, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetStringAsync(comparison, Cancel)).ShouldNotContain("元の計画");
    }

    [Fact]
    public async Task Files_OpenedByLibreOffice_HoldTheRowsOfThePage()
    {
        using var client = site.NewClient(Own);
        var plan = await StartAsync();
        var page = await GetAsync(client, plan + "/comparison?before=before-1&after=draft");
        var rows = Rows(page.QuerySelectorAll("table.comparison tr"));

        var docx = await client.GetByteArrayAsync(plan + "/comparison.docx?before=before-1&after=draft", Cancel);
        var xlsx = await client.GetByteArrayAsync(plan + "/comparison.xlsx?before=before-1&after=draft", Cancel);

        var html = System.Text.Encoding.UTF8.GetString(LibreOffice.Convert([docx], "docx", "html")[0]);
        Rows((await Posting.Parse(html)).QuerySelectorAll("table tr")).ShouldBe(rows);
        var csv = System.Text.Encoding.UTF8.GetString(LibreOffice.Convert([xlsx], "xlsx", LibreOffice.Csv)[0]);
        SheetCells.Whole(csv, rows[0]).Take(rows.Count).ShouldBe(rows);
        Squeezed(csv).ShouldContain("改正前：戻す前の内容（1）");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    [InlineData("/print.css")]
    public async Task Comparison_OfAnotherGovernmentsPlan_IsNotFound(string file)
    {
        var plan = await StartAsync();
        using var other = site.NewClient(
            await site.AddPersonAsync("盛岡市職員（見本）", ("032018", Role.PlanningOfficer, null))
        );

        using var answer = await other.GetAsync(plan + "/comparison" + file, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A council member takes documents out, and does not read what is still being written.</summary>
    [Theory]
    [InlineData("/comparison")]
    [InlineData("/comparison.docx")]
    [InlineData("/comparison.xlsx")]
    [InlineData("/comparison.csv")]
    [InlineData("/comparison/print.css")]
    [InlineData("/tree.csv")]
    [InlineData("/tree.docx")]
    [InlineData("/annex.css")]
    [InlineData("/hand-in/file?format=docx")]
    public async Task File_ForACouncilMember_IsRefused(string file)
    {
        var plan = await StartAsync();
        var person = await site.AddPersonAsync("議員（見本）", (Own, Role.CouncilMember, null));
        using var council = site.NewClient(await site.WithSecondFactorAsync(person, Role.CouncilMember));

        using var answer = await council.GetAsync(plan + file, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task File_TakenOut_IsRecordedWithItsStates()
    {
        using var client = site.NewClient(Own);
        var plan = await StartAsync();

        await client.GetByteArrayAsync(plan + "/comparison.csv?before=before-1&after=draft", Cancel);

        await using var db = site.NewContext(Own);
        db.AuditRecords.Single(record => record.Act == "plan.exported" && record.Subject == plan)
            .After.ShouldBe("{\"what\":\"comparison.csv\",\"before\":\"before-1\",\"after\":\"draft\"}");
    }

    [Theory]
    [InlineData("?before=before-9")]
    [InlineData("?before=abc")]
    [InlineData("?after=approval-1")]
    public async Task Comparison_OfAStateThatIsNotThere_IsNotFound(string query)
    {
        using var client = site.NewClient(Own);
        var plan = await StartAsync();

        foreach (var file in (string[])["", ".docx", ".xlsx", ".csv"])
            (await client.GetAsync(plan + "/comparison" + file + query, Cancel)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
    }

    /// <returns>Address of a plan that has one state from before.</returns>
    private async Task<string> StartAsync()
    {
        await using var db = site.NewContext(Own);
        var asker = Importing.AskerOf(db);
        var number = (
            await new StartPlan(db, TimeProvider.System).ExecuteAsync(asker, PlanForm.A3007, "港町の計画", Cancel)
        )
            .Number!
            .Value;
        var started = (await OpenPlan.FindAsync(db, GovernmentCode.Parse(Own), number, Cancel))!.Content;
        db.Add(
            new DraftSnapshot
            {
                GovernmentCode = GovernmentCode.Parse(Own),
                DraftNumber = number,
                Number = 1,
                Content = PlanContentJson.Write(
                    started with
                    {
                        Passages = started.Passages.SetItem(
                            "5-2-3",
                            string.Concat(Enumerable.Repeat("前の内容である。", 200))
                        ),
                    }
                ),
                TakenAt = DateTimeOffset.UtcNow,
            }
        );
        await db.SaveChangesAsync(Cancel);
        foreach (
            var (key, text) in new[]
            {
                ("3", "群馬県の全域"),
                ("5-2-3", "県が共創の場を設ける。\n" + string.Concat(Enumerable.Repeat("後の事業を行う。", 200))),
                ("5-2-7", "2,314,625千円"),
            }
        )
            (
                await new SavePassage(db, TimeProvider.System).ExecuteAsync(asker, number, new(key, text, 0), Cancel)
            ).Fault.ShouldBeNull();
        return $"/governments/{Own}/plans/{number}";
    }

    private static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));

    private static List<string> Rows(IEnumerable<IElement> rows) =>
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
