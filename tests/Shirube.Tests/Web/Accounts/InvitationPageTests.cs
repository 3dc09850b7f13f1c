using System.Net;
using Shirube.Governments;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Support;
using Shirube.Web.Accounts;

namespace Shirube.Tests.Web.Accounts;

/// <summary>The link of an invitation: sets a password once, and nothing else.</summary>
public sealed class InvitationPageTests(Site site) : IClassFixture<Site>
{
    private const string Chosen = "あたらしいことば 42 こ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_NewPerson_SetsAPasswordAndSignsIn()
    {
        var (secret, mail) = await InviteAsync("100005");
        using var browser = new SignInBrowser(site);

        using var answer = await SetAsync(browser, secret, Chosen, Chosen);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        using var again = new SignInBrowser(site);
        (await again.EnterAsync(mail, Chosen)).Dispose();
        again.Cookie("shirube-session").ShouldNotBeNull();
    }

    [Fact]
    public async Task Open_Twice_IsClosed()
    {
        var (secret, _) = await InviteAsync("100005");
        using var browser = new SignInBrowser(site);
        (await SetAsync(browser, secret, Chosen, Chosen)).Dispose();

        using var second = await site.NewStranger().GetAsync("/invitations/" + secret, Cancel);

        second.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await second.Content.ReadAsStringAsync(Cancel)).ShouldContain("すでに使われたか");
    }

    [Fact]
    public async Task Open_MadeUpSecret_IsAnsweredAsAUsedOne()
    {
        using var answer = await site.NewStranger().GetAsync("/invitations/0123456789abcdef", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("すでに使われたか");
    }

    [Fact]
    public async Task Set_RepeatedOtherwise_IsRefusedAndTheLinkStaysOpen()
    {
        var (secret, _) = await InviteAsync("100005");
        using var browser = new SignInBrowser(site);

        using var refused = await SetAsync(browser, secret, Chosen, "べつのことば 42 こ です");
        (await browser.PageAsync(refused))
            .QuerySelector(".error-summary")!
            .TextContent.ShouldContain("一致していません");
        using var answer = await SetAsync(browser, secret, Chosen, Chosen);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
    }

    [Fact]
    public async Task Open_ByAGovernmentThatInvitesSomebodyElses_LeavesThePasswordAlone()
    {
        var person = await site.AddPersonAsync("職員戊（見本）", ("100005", Role.PlanningOfficer, null));
        await using var db = site.NewContext("102032");
        await new RegisterGovernment(db, TimeProvider.System).ExecuteAsync(
            GovernmentCode.Parse("102032"),
            "test",
            Cancel
        );
        // As the other government's database role could, without the operations that refuse to.
        db.Add(
            new Post
            {
                GovernmentCode = GovernmentCode.Parse("102032"),
                Number = 900,
                PersonId = person.Number,
                Role = Role.Auditor,
                ValidFrom = new DateOnly(2026, 4, 1),
            }
        );
        await db.SaveChangesAsync(Cancel);
        var (invitation, secret) = Invitation.New(person.Number, TimeProvider.System.GetUtcNow());
        db.Add(invitation);
        await db.SaveChangesAsync(Cancel);

        using var answer = await site.NewStranger().GetAsync("/invitations/" + secret, Cancel);

        var page = await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        page.QuerySelector("main form").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("すでにパスワードをお持ちです");
    }

    [Fact]
    public async Task Reset_ThenOpened_SetsAnotherPassword()
    {
        var person = await site.AddPersonAsync("職員己（見本）", ("100005", Role.PlanningOfficer, null));
        string secret;
        await using (var db = site.NewContext())
        {
            var reset = new ResetAccount(db, TimeProvider.System);
            var outcome = await reset.ExecuteAsync(Importing.AskerOf(db), person.Number, "内線で確認", cancel: Cancel);
            secret = outcome.Secret.ShouldNotBeNull();
        }
        using var before = site.NewClient(person);
        using var shut = await before.GetAsync("/account", Cancel);
        shut.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        using var browser = new SignInBrowser(site);

        using var answer = await SetAsync(browser, secret, Chosen, Chosen);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
    }

    private async Task<HttpResponseMessage> SetAsync(
        SignInBrowser browser,
        string secret,
        string password,
        string repeated
    )
    {
        using var form = await browser.Client.GetAsync("/invitations/" + secret, Cancel);
        return await browser.PostAsync(form, "main form", new() { ["password"] = password, ["repeated"] = repeated });
    }

    private async Task<(string Secret, string Mail)> InviteAsync(string government)
    {
        await using var db = site.NewContext(government);
        await new RegisterGovernment(db, TimeProvider.System).ExecuteAsync(db.Scope.Government!.Value, "test", Cancel);
        var mail = Guid.NewGuid().ToString("N")[..12] + "@sample.example";
        var post = new NewPost("職員庚（見本）", "", mail, Role.PlanningOfficer, null, new DateOnly(2020, 4, 1));
        var invited = await new InvitePerson(db, TimeProvider.System).ExecuteAsync(Importing.AskerOf(db), post, Cancel);
        return (invited.Secret!, mail);
    }
}
