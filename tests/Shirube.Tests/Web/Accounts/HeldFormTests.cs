using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;

namespace Shirube.Tests.Web.Accounts;

/// <summary>What was sent after the session had ended is there again after the sign-in.</summary>
public sealed class HeldFormTests(Site site) : IClassFixture<Site>
{
    private const string Typed = "あたらしいことば 42 こ";

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
        sent.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        (await browser.PageAsync(sent))
            .QuerySelector("[role=status]")!
            .TextContent.ShouldContain("パスワードを変えました");
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

        using var signIn = await stranger.PostAsync(
            "/account/password",
            new FormUrlEncodedContent([new("password", Typed)]),
            Cancel
        );

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
        await nobody.Database.OpenConnectionAsync(Cancel);
        await using var command = nobody.Database.GetDbConnection().CreateCommand();
        command.CommandText = "select count(*) from held_form";
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(0L);
        command.CommandText = $"select set_config('shirube.person', '{person.Number}', false)";
        await command.ExecuteScalarAsync(Cancel);
        command.CommandText = "select content from held_form";
        ((string)(await command.ExecuteScalarAsync(Cancel))!).ShouldNotContain(Typed);
    }

    private Task<SitePerson> AddAsync() =>
        site.AddPersonAsync("職員丁（見本）", ("100005", Role.PlanningOfficer, null));

    private static Dictionary<string, string> Entry(SitePerson person) =>
        new() { ["mail"] = person.Mail, ["password"] = Site.Password };

    private async Task<HttpResponseMessage> SendAfterTheEndAsync(SignInBrowser browser, SitePerson person)
    {
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        using var form = await browser.Client.GetAsync("/account/password", Cancel);
        using (var elsewhere = new SignInBrowser(site))
        {
            using var account = await elsewhere.EnterAsync(person.Mail, Site.Password, "/account");
            (await elsewhere.PostAsync(account, "main form.leave", new() { ["where"] = "everywhere" })).Dispose();
        }
        return await browser.PostAsync(
            form,
            "main form",
            new()
            {
                ["present"] = Site.Password,
                ["password"] = Typed,
                ["repeated"] = Typed,
            }
        );
    }
}
