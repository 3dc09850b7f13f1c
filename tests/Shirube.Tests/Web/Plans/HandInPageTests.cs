using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Documents;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Tests.Plans.HandIn;

namespace Shirube.Tests.Web.Plans;

/// <summary>A plan handed in by a browser without script.</summary>
public sealed class HandInPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("pdf")]
    public async Task File_OfEachFormat_IsADownloadThatHoldsThePlan(string ending)
    {
        using var client = site.NewClient("100005");
        var plan = await StartAsync(client);
        var page = await GetAsync(client, plan + "/hand-in");
        var link = page.QuerySelectorAll("main a[download]")
            .Single(link => link.GetAttribute("href")!.EndsWith(ending, StringComparison.Ordinal));

        using var file = await client.GetAsync(link.GetAttribute("href"), Cancel);

        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var read = DocumentReader.Read("計画." + ending, await file.Content.ReadAsByteArrayAsync(Cancel));
        read.Lines.ShouldContain(line => line.Plain == "港町の計画");
    }

    [Fact]
    public async Task Form_LookedThroughAndFilled_ComesBackWithThePlan()
    {
        using var client = site.NewClient("100005");
        var address = await StartAsync(client) + "/hand-in";

        var looked = await LookAsync(client, address, "様式.docx", EmptyForms.PrintedWord());

        looked
            .QuerySelectorAll("main tbody tr")
            .ShouldContain(row => row.TextContent.Contains("港町の計画", StringComparison.Ordinal));
        looked.QuerySelector("main")!.TextContent.ShouldContain("計画の側が空の項目");
        var form = looked.QuerySelector($"form[action='{address}/form']")!;
        using var fields = new FormUrlEncodedContent(
            form.QuerySelectorAll("input")
                .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!)
        );
        using var filled = await client.PostAsync(address + "/form", fields, Cancel);
        filled.StatusCode.ShouldBe(HttpStatusCode.OK);
        DocumentReader
            .Read("様式.docx", await filled.Content.ReadAsByteArrayAsync(Cancel))
            .Lines.ShouldContain(line => line.Text == "港町の計画");
    }

    [Theory]
    [InlineData("手紙.txt", "手紙")]
    [InlineData("様式.docx", "Word ではない")]
    public async Task Form_ThatIsNone_IsRefusedAtItsField(string name, string content)
    {
        using var client = site.NewClient("100005");
        var address = await StartAsync(client) + "/hand-in";

        var looked = await LookAsync(client, address, name, System.Text.Encoding.UTF8.GetBytes(content));

        looked.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#empty");
        looked.QuerySelectorAll("main tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "name=a.docx&form=QQ%3D%3D")]
    [InlineData("application/json", "{}")]
    public async Task Form_SentWithoutTheTokenOfItsPage_IsABadRequest(string type, string body)
    {
        using var client = site.NewClient("100005");
        var address = await StartAsync(client) + "/hand-in/form";
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);

        using var answer = await client.PostAsync(address, content, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(Role.Administrator, 0)]
    [InlineData(Role.PlanningOfficer, 1)]
    public async Task Page_OfADecidedPlan_LeadsToTheApprovalOnlyWhoMayOpenIt(Role role, int links)
    {
        using var client = site.NewClient("100005");
        var plan = await StartAsync(client);
        var approval = await DecideAsync(plan);
        var person = await site.AddPersonAsync("見る人（見本）", ("100005", role, null));
        using var reader = site.NewClient(await site.WithSecondFactorAsync(person, role));

        foreach (var address in (string[])["/hand-in", "/versions"])
        {
            var page = await GetAsync(reader, plan + address);
            page.QuerySelector("main")!.TextContent.ShouldContain($"第{approval}号");
            page.QuerySelectorAll($"main a[href$='/approvals/{approval}']").Length.ShouldBe(links, address);
        }
    }

    [Fact]
    public async Task File_TakenOut_IsRecordedWithTheApprovalThatDecidedIt()
    {
        using var client = site.NewClient("100005");
        var plan = await StartAsync(client);
        await client.GetByteArrayAsync(plan + "/hand-in/file?format=md", Cancel);
        var approval = await DecideAsync(plan);
        await client.GetByteArrayAsync(plan + "/hand-in/file?format=md", Cancel);

        await using var db = site.NewContext("100005");
        db.AuditRecords.Where(record => record.Act == "plan.exported" && record.Subject == plan)
            .OrderBy(record => record.Number)
            .Select(record => record.After)
            .ShouldBe(["{\"what\":\"md\",\"approval\":null}", $"{{\"what\":\"md\",\"approval\":\"{approval}\"}}"]);
    }

    [Fact]
    public async Task Page_OfNoPlan_IsNotFound()
    {
        using var client = site.NewClient("100005");

        (await client.GetAsync("/governments/100005/plans/999/hand-in", Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await client.GetAsync("/governments/100005/plans/999/hand-in/file?format=docx", Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static async Task<IDocument> LookAsync(HttpClient client, string address, string name, byte[] content)
    {
        var page = await GetAsync(client, address);
        using var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("form[enctype] input[type=hidden]"))
            form.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        form.Add(new ByteArrayContent(content), "empty", name);
        using var response = await client.PostAsync(address, form, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Posting.Parse(await response.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>An approval that decided the plan as it is.</summary>
    private async Task<int> DecideAsync(string plan)
    {
        await using var db = site.NewContext("100005");
        var government = GovernmentCode.Parse("100005");
        var number = int.Parse(plan[(plan.LastIndexOf('/') + 1)..], null);
        var bytes = PlanContentJson.Write((await OpenPlan.FindAsync(db, government, number, Cancel))!.Content);
        var person = await site.AddPersonAsync("起案する人（見本）", ("100005", Role.PlanningOfficer, null));
        var approval = Random.Shared.Next(1000, int.MaxValue);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into approval (government_code, number, subject_kind, subject_address, subject_name, drafter_id,
                drafted_at, state, reason, edition, round, step_position)
            values ('100005', {approval}, 'plan', {plan}, '港町の計画', {person.Number}, now(), 'Draft', '公表のため', 1, 1, 1);
            insert into approval_step values ('100005', {approval}, 1, 1, 'Decision', '決裁')
            """,
            Cancel
        );
        db.Add(
            new ApprovedContent
            {
                GovernmentCode = government,
                ApprovalNumber = approval,
                Edition = 1,
                Bytes = bytes,
                Sha256 = ApprovedContent.HashOf(bytes),
                FrozenAt = DateTimeOffset.UtcNow,
            }
        );
        await db.SaveChangesAsync(Cancel);
        await db.Database.ExecuteSqlAsync(
            $"update approval set state = 'Decided', ended_at = now() where number = {approval}",
            Cancel
        );
        return approval;
    }

    private static async Task<string> StartAsync(HttpClient client)
    {
        const string New = "/governments/100005/plans/new";
        var page = await GetAsync(client, New);
        var fields = page.QuerySelectorAll("main form input[type=hidden]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        fields["title"] = "港町の計画";
        fields["form"] = "A3007";
        using var response = await client.PostAsync(New, new FormUrlEncodedContent(fields), Cancel);
        return response.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));
}
