using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;

namespace Shirube.Tests.Web.Accounts;

/// <summary>What was sent after the session had ended is there again after the sign-in.</summary>
public sealed class HeldFormTests(Site site) : IClassFixture<Site>
{
    private const string Typed = "あたらしい予定 42 こ";
    private const string Page = "/governments/100005/calendar";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_AfterTheSessionEnded_IsKeptAndSentOnWithAFreshToken()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(site);
        using var signIn = await SendAfterTheEndAsync(browser, person);
        signIn.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");

        using var held = await browser.PostAsync(signIn, "main form", Entry(person));

        held.RequestMessage!.RequestUri!.AbsolutePath.ShouldStartWith("/held-forms/");
        (await browser.PageAsync(held)).QuerySelector("main ul")!.TextContent.ShouldContain(Typed);
        using var sent = await browser.PostAsync(held, "main form", []);
        sent.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(Page);
        (await browser.PageAsync(sent)).QuerySelector("main")!.TextContent.ShouldContain(Typed);
        // Nothing of it stays.
        using var again = await browser.Client.GetAsync(held.RequestMessage.RequestUri, Cancel);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await HeldOfAsync(person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_OfAPassword_IsNotKept()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(site);

        using var signIn = await SendAfterTheEndAsync(
            browser,
            person,
            "/account/password",
            new()
            {
                ["present"] = Site.Password,
                ["password"] = Typed,
                ["repeated"] = Typed,
            }
        );

        signIn.RequestMessage!.RequestUri!.Query.ShouldNotContain("held-forms");
        (await HeldOfAsync(person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Held_OfAnotherPerson_IsNotThere()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(site);
        using var signIn = await SendAfterTheEndAsync(browser, person);

        using var other = await browser.PostAsync(signIn, "main form", Entry(await AddAsync()));

        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Content.ReadAsStringAsync(Cancel)).ShouldNotContain(Typed);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Mode", "cors")]
    public async Task Post_NotByAPersonFromOurPages_IsNotKept(string header, string value)
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(site);
        browser.Client.DefaultRequestHeaders.Add(header, value);

        using var signIn = await SendAfterTheEndAsync(browser, person);

        signIn.RequestMessage!.RequestUri!.Query.ShouldNotContain("held-forms");
    }

    [Fact]
    public async Task Post_ByNobody_IsNotKept()
    {
        using var stranger = site.NewStranger();

        using var signIn = await stranger.PostAsync(Page, new FormUrlEncodedContent([new("title", Typed)]), Cancel);

        signIn.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        signIn.RequestMessage.RequestUri.Query.ShouldNotContain("held-forms");
    }

    [Fact]
    public async Task Content_InTheDatabase_IsEncryptedAndTheSendersOwn()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(site);
        using var signIn = await SendAfterTheEndAsync(browser, person);

        await using var nobody = site.NewContext();
        (await nobody.Database.SqlQuery<string>(Contents).ToListAsync(Cancel)).ShouldBeEmpty();
        (await HeldOfAsync(person)).ShouldHaveSingleItem().ShouldNotContain(Typed);
    }

    private static FormattableString Contents => $"select content as \"Value\" from held_form";

    private async Task<List<string>> HeldOfAsync(SitePerson person)
    {
        await using var own = site.NewContext(person);
        return await own.Database.SqlQuery<string>(Contents).ToListAsync(Cancel);
    }

    private Task<SitePerson> AddAsync() =>
        site.AddPersonAsync("職員丁（見本）", ("100005", Role.PlanningOfficer, null));

    private static Dictionary<string, string> Entry(SitePerson person) =>
        new() { ["mail"] = person.Mail, ["password"] = Site.Password };

    private Task<HttpResponseMessage> SendAfterTheEndAsync(SignInBrowser browser, SitePerson person) =>
        SendAfterTheEndAsync(browser, person, Page, new() { ["title"] = Typed, ["month"] = "5" });

    private async Task<HttpResponseMessage> SendAfterTheEndAsync(
        SignInBrowser browser,
        SitePerson person,
        string address,
        Dictionary<string, string> typed
    )
    {
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        using var form = await browser.Client.GetAsync(address, Cancel);
        using (var elsewhere = new SignInBrowser(site))
        {
            using var account = await elsewhere.EnterAsync(person.Mail, Site.Password, "/account");
            (await elsewhere.PostAsync(account, "main form.leave", new() { ["where"] = "everywhere" })).Dispose();
        }
        return await browser.PostAsync(form, address == Page ? "main form.text" : "main form", typed);
    }
}
