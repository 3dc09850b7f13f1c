using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Permissions;
using Shirube.Web.Accounts;
using Shirube.Web.Accounts.Pages;

namespace Shirube.Tests.Web.Accounts;

/// <summary>Signing in and out by password, as a browser without script does it.</summary>
public sealed class SignInPageTests(SignInPageTests.StrictSite strict) : IClassFixture<SignInPageTests.StrictSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Site Site => strict.Site;

    /// <summary>Locks soon, and counts attempts by name strictly.</summary>
    public sealed class StrictSite : IAsyncLifetime
    {
        public Site Site { get; } =
            new() { Settings = ["--Shirube:Password:LockOutCount=3", "--Shirube:SignIn:PerName=8"] };

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_RightPassword_LeadsToWhereOneCameFrom()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);

        using var answer = await browser.EnterAsync(person.Mail, Site.Password, from: "/account");

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        var page = await browser.PageAsync(answer);
        page.QuerySelector("main")!.TextContent.ShouldContain(person.Mail);
        var cookie = browser.Cookie("shirube-session")!;
        cookie.HttpOnly.ShouldBeTrue();
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task SignIn_WithAForeignAddress_GoesHome(string from)
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site, follows: false);

        using var answer = await browser.EnterAsync(person.Mail, Site.Password, from);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        new Uri(Site.Address, answer.Headers.Location!).ShouldBe(new Uri(Site.Address, "/"));
    }

    [Fact]
    public async Task SignIn_UnknownNameOrWrongPassword_IsAnsweredTheSame()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);

        using var wrong = await browser.EnterAsync(person.Mail, "ちがうパスワードです-1");
        using var unknown = await browser.EnterAsync("nobody@sample.example", "ちがうパスワードです-1");

        var (ofWrong, ofUnknown) = (await browser.PageAsync(wrong), await browser.PageAsync(unknown));
        Words(ofUnknown).ShouldBe(Words(ofWrong));
        ofWrong.QuerySelector(".error-summary")!.TextContent.ShouldContain("正しくありません");
        ofWrong.QuerySelector("#mail")!.GetAttribute("value").ShouldBe(person.Mail);
        ofWrong.QuerySelector("#password")!.GetAttribute("value").ShouldBeNull();
    }

    [Fact]
    public async Task SignIn_WrongThreeTimes_IsLockedForARightOneToo()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);
        for (var time = 0; time < 3; time++)
            (await browser.EnterAsync(person.Mail, "ちがうパスワードです-1")).Dispose();

        using var answer = await browser.EnterAsync(person.Mail, Site.Password);

        browser.Cookie("shirube-session").ShouldBeNull();
        (await browser.PageAsync(answer)).QuerySelector(".error-summary").ShouldNotBeNull();
        await using var db = Site.NewContext();
        (
            await db.AuditRecords.AnyAsync(
                record => record.Act == "account.locked-out" && record.Person == person.Number,
                Cancel
            )
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task SignIn_TooOften_IsAskedToWait()
    {
        using var browser = new SignInBrowser(Site);
        HttpStatusCode last = default;
        for (var time = 0; time < 9; time++)
        {
            using var answer = await browser.EnterAsync("often@sample.example", "ちがうパスワードです-1");
            last = answer.StatusCode;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task SignIn_Each_StandsInTheTrailOfTheGovernmentAndAFailedOneInTheInstallations()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);
        (await browser.EnterAsync(person.Mail, "ちがうパスワードです-1")).Dispose();
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();

        await using var db = Site.NewContext();
        var own = await db.AuditRecords.Where(record => record.Person == person.Number).ToListAsync(Cancel);
        own.Select(record => record.Act).ShouldContain("account.signed-in");
        own.ShouldAllBe(record => record.After == null || !record.After.Contains(Site.Password));
        await using var installation = Site.NewContext(government: null);
        var failed = await installation
            .AuditRecords.Where(record => record.Person == person.Number)
            .ToListAsync(Cancel);
        failed.ShouldHaveSingleItem().Act.ShouldBe("account.sign-in-failed");
        failed[0].Trail.ShouldBe(AuditRecord.Installation);
        failed[0].After.ShouldBe("""{"reason":"password"}""");
    }

    [Fact]
    public async Task SignOut_Here_EndsTheSessionAlsoForACookieThatWasCopied()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);
        using var account = await browser.EnterAsync(person.Mail, Site.Password, from: "/account");
        using var thief = Site.NewClient(person with { Cookie = browser.Cookie("shirube-session")!.ToString() });
        (await ReachesAccountAsync(thief)).ShouldBeTrue();

        using var answer = await browser.PostAsync(account, "form[action='/sign-out']", []);

        (await browser.PageAsync(answer))
            .QuerySelector("[role=status]")!
            .TextContent.ShouldContain("サインアウトしました");
        (await ReachesAccountAsync(thief)).ShouldBeFalse();
    }

    [Fact]
    public async Task SignOut_Everywhere_EndsEverySession()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);
        using var account = await browser.EnterAsync(person.Mail, Site.Password, from: "/account");
        using var other = Site.NewClient(person);
        (await ReachesAccountAsync(other)).ShouldBeTrue();

        (await browser.PostAsync(account, "main form.leave", new() { ["where"] = "everywhere" })).Dispose();

        (await ReachesAccountAsync(other)).ShouldBeFalse();
    }

    [Fact]
    public async Task SignOut_OfAnotherBrowser_EndsThatOneAlone()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);
        using var account = await browser.EnterAsync(person.Mail, Site.Password, from: "/account");
        using var other = Site.NewClient(person);

        using var answer = await browser.PostAsync(account, "main table form", []);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        (await ReachesAccountAsync(other)).ShouldBeFalse();
    }

    [Fact]
    public async Task SignOut_OfSomebodyElsesSession_EndsNothing()
    {
        var (person, victim) = (await AddAsync(), await AddAsync());
        using var browser = new SignInBrowser(Site);
        using var account = await browser.EnterAsync(person.Mail, Site.Password, from: "/account");
        Guid session;
        await using (var accounts = AccountsDb.Beside(Site.NewContext()))
            session = (await accounts.Sessions.SingleAsync(row => row.AccountId == victim.Number, Cancel)).SessionId;

        (await browser.PostAsync(account, "main table form", new() { ["session"] = session.ToString() })).Dispose();

        using var theirs = Site.NewClient(victim);
        (await ReachesAccountAsync(theirs)).ShouldBeTrue();
    }

    [Fact]
    public async Task SignOut_FromAnotherSite_IsRefused()
    {
        var person = await AddAsync();
        using var client = Site.NewClient(person);

        using var answer = await client.PostAsync("/sign-out", new FormUrlEncodedContent([]), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReachesAccountAsync(client)).ShouldBeTrue();
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessionsAndKeepsThisOne()
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        using var other = Site.NewClient(person);
        using var form = await browser.Client.GetAsync("/account/password", Cancel);
        const string chosen = "あたらしいことば 42 こ";

        using var answer = await browser.PostAsync(
            form,
            "main form",
            new()
            {
                ["present"] = Site.Password,
                ["password"] = chosen,
                ["repeated"] = chosen,
            }
        );

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        (await ReachesAccountAsync(other)).ShouldBeFalse();
        using var again = new SignInBrowser(Site);
        (await again.EnterAsync(person.Mail, chosen)).Dispose();
        again.Cookie("shirube-session").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(
        "ちがうパスワードです-1",
        "あたらしいことば 42 こ",
        "あたらしいことば 42 こ",
        "いまのパスワードが正しくありません"
    )]
    [InlineData(Site.Password, "みじかい", "みじかい", "短すぎます")]
    [InlineData(Site.Password, "あたらしいことば 42 こ", "あたらしいことば 43 こ", "一致していません")]
    [InlineData(Site.Password, Site.Password, Site.Password, "いまのパスワードと同じ")]
    public async Task Password_Bad_IsRefusedInWords(string present, string password, string repeated, string words)
    {
        var person = await AddAsync();
        using var browser = new SignInBrowser(Site);
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        using var form = await browser.Client.GetAsync("/account/password", Cancel);

        using var answer = await browser.PostAsync(
            form,
            "main form",
            new()
            {
                ["present"] = present,
                ["password"] = password,
                ["repeated"] = repeated,
            }
        );

        (await browser.PageAsync(answer)).QuerySelector(".error-summary")!.TextContent.ShouldContain(words);
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        "Microsoft Edge / Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        "Safari / iPhone"
    )]
    [InlineData("curl/8.0", "curl/8.0")]
    public void Agent_OfTheUsualBrowsers_IsTwoWords(string agent, string words) => AgentText.Of(agent).ShouldBe(words);

    private Task<SitePerson> AddAsync() =>
        Site.AddPersonAsync("職員乙（見本）", ("100005", Role.PlanningOfficer, null));

    private static string Words(IDocument page) => page.QuerySelector("main .error-summary")!.TextContent;

    private static async Task<bool> ReachesAccountAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/account", Cancel);
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/account";
    }
}
