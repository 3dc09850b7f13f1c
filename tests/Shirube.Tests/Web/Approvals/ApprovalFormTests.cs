using System.Net;
using AngleSharp.Dom;
using Shirube.Approvals;
using Shirube.Documents.Writing;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;
using Shirube.Tests.Plans.Writing;

namespace Shirube.Tests.Web.Approvals;

/// <summary>What is approved, on its form.</summary>
public sealed class ApprovalFormTests(Site site) : IClassFixture<Site>
{
    private const string Own = "102032";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_OfAFirstPlan_IsTheDocumentThatIsHandedIn()
    {
        var plan = WholePlan.Of(7);
        var (client, address) = await AddAsync(plan);

        var approval = await GetAsync(client, address);
        approval.QuerySelectorAll($"a[href='{address}/form']").Length.ShouldBe(2);
        var page = await GetAsync(client, address + "/form");

        var written = page.QuerySelector(".document-view")!;
        var document = PlanDocument.Of(plan);
        Squeezed(written.QuerySelectorAll("h2, h3, h4, h5, h6"))
            .ShouldBe(document.Blocks.OfType<WrittenHeading>().Select(heading => Squeezed(heading.Text)));
        Squeezed(written.QuerySelectorAll("td, th"))
            .ShouldBe(
                document
                    .Blocks.OfType<WrittenTable>()
                    .SelectMany(table => table.Rows)
                    .SelectMany(row => row.Cells)
                    .Select(cell => Squeezed(cell.Text))
            );
        Squeezed(written.Children.Where(child => child.LocalName == "p" && child.ClassName != "scroll-hint quiet"))
            .ShouldBe(document.Blocks.OfType<WrittenParagraph>().Select(paragraph => Squeezed(paragraph.Text)));
        page.Body!.TextContent.ShouldContain(ApprovedContent.HashOf(PlanContentJson.Write(plan)));
        written.TextContent.ShouldContain("年度末に調べた数。");
        // What the form has no place for is approved, too.
        var aside = page.QuerySelector("section#unprinted")!.TextContent;
        aside.ShouldContain("総合計画（/governments/100005/plans/1）");
        aside.ShouldNotContain("重み");
    }

    [Theory]
    [InlineData("/form")]
    [InlineData("/form.css")]
    public async Task Form_ForAnotherGovernment_IsNotThere(string page)
    {
        var (_, address) = await AddAsync(WholePlan.Of(8));
        using var outsider = site.NewClient(
            await site.AddPersonAsync("よその人", ("102041", Role.PlanningOfficer, null))
        );

        using var answer = await outsider.GetAsync(address + page, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Form_OfWhatIsNoPlan_IsNotThere()
    {
        var person = await site.AddPersonAsync("起案する人", (Own, Role.PlanningOfficer, null));
        using var client = site.NewClient(person);
        await using var db = site.NewContext(Own);
        db.Add(
            new Approval
            {
                GovernmentCode = GovernmentCode.Parse(Own),
                Number = 77,
                SubjectKind = "documentVersion",
                SubjectAddress = $"/governments/{Own}/documents/1?version=1",
                SubjectName = "文書",
                DrafterId = person.Number,
                DraftedAt = DateTimeOffset.UtcNow,
                Reason = "公表のため",
                Edition = 1,
            }
        );
        db.Add(
            new ApprovedContent
            {
                GovernmentCode = GovernmentCode.Parse(Own),
                ApprovalNumber = 77,
                Edition = 1,
                Bytes = [],
                Sha256 = ApprovedContent.HashOf([]),
                FrozenAt = DateTimeOffset.UtcNow,
            }
        );
        await db.SaveChangesAsync(Cancel);

        using var answer = await client.GetAsync($"/governments/{Own}/approvals/77/form", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(HttpClient Client, string Address)> AddAsync(PlanContent plan)
    {
        var person = await site.AddPersonAsync("起案する人", (Own, Role.PlanningOfficer, null));
        return (site.NewClient(person), await FrozenPlan.AddAsync(site, person, Own, plan));
    }

    private static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));

    private static IEnumerable<string> Squeezed(IEnumerable<IElement> elements) =>
        elements.Select(element => Squeezed(element.TextContent)).ToList();

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
