using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;
using Shirube.Tests.Support;
using Shirube.Web.Accounts;

namespace Shirube.Tests.Web.Accounts;

/// <summary>Signing in at the organisation's provider; the passwords of the site are for emergencies only.</summary>
public sealed class ProviderTests(ProviderTests.ProviderSite both) : IClassFixture<ProviderTests.ProviderSite>
{
    private readonly StandInProvider provider = both.Provider.Fresh();
    private readonly Site site = both.Site;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The two of them; each test finds the provider as it was at first.</summary>
    public sealed class ProviderSite : IAsyncLifetime
    {
        internal StandInProvider Provider { get; } = new();
        internal Site Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Provider.StartAsync();
            Site = new Site
            {
                Settings =
                [
                    "--Shirube:Provider:Issuer=" + Provider.Issuer,
                    "--Shirube:Provider:ClientId=" + StandInProvider.ClientId,
                    "--Shirube:Provider:ClientSecret=" + StandInProvider.ClientSecret,
                    "--Shirube:Provider:Name=群馬県の認証",
                    "--Shirube:Provider:MailDomains=pref.example, example.jp",
                ],
            };
            await Site.InitializeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Site.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }

    [Fact]
    public async Task SignIn_WithAVerifiedAddress_IsThePersonWhoWasInvited()
    {
        var person = await AddAsync();
        provider.Mail = person.Mail.ToUpperInvariant();
        using var browser = new SignInBrowser(site);

        (await SignInAsync(browser)).ShouldBe("/account");

        await using var db = site.NewContext();
        var record = await db.AuditRecords.SingleAsync(
            one => one.Act == "account.signed-in" && one.Person == person.Number && one.After!.Contains("provider"),
            Cancel
        );
        record.After.ShouldBe("""{"factor":"provider"}""");
    }

    [Fact]
    public async Task SignIn_AddressPassedToSomebodyElse_OpensNothing()
    {
        var person = await AddAsync();
        provider.Mail = person.Mail;
        using var first = new SignInBrowser(site);
        (await SignInAsync(first)).ShouldBe("/account");

        var known = provider.Subject;
        provider.Subject = "somebody-else";
        using var second = new SignInBrowser(site);
        (await SignInAsync(second)).ShouldBe("/sign-in");

        // The first one is known without the address.
        (provider.Subject, provider.Mail) = (known, "changed@sample.example");
        using var third = new SignInBrowser(site);
        (await SignInAsync(third)).ShouldBe("/account");
    }

    [Theory]
    [InlineData("email_verified", false)]
    [InlineData("email_verified", null)]
    [InlineData("email", "nobody@sample.example")]
    [InlineData("iss", "https://elsewhere.example")]
    [InlineData("aud", "another")]
    [InlineData("nonce", "another")]
    [InlineData("nonce", null)]
    [InlineData("exp", 1_000_000)]
    [InlineData("exp", null)]
    [InlineData("iat", 9_000_000_000)]
    [InlineData("sub", null)]
    public async Task SignIn_ClaimThatIsWrong_IsRefusedInWords(string claim, object? value)
    {
        provider.Mail = (await AddAsync()).Mail;
        provider.Claims = claims =>
        {
            if (value is null)
                claims.Remove(claim);
            else
                claims[claim] = value;
        };

        await ShouldBeRefusedAsync();
    }

    [Fact]
    public async Task SignIn_AddressOfAnotherOrganisation_OpensNothing()
    {
        var person = await AddAsync();
        provider.Mail = person.Mail + ".elsewhere";
        await using (var db = site.NewContext(person))
            await db.Database.ExecuteSqlAsync(
                $"update person set mail = {provider.Mail} where person_id = {person.Number}",
                Cancel
            );

        await ShouldBeRefusedAsync();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task SignIn_SignedOtherwise_IsRefused(string algorithm)
    {
        provider.Mail = (await AddAsync()).Mail;
        provider.Algorithm = algorithm;

        await ShouldBeRefusedAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("signature")]
    public async Task SignIn_DamagedToken_IsRefused(string damage)
    {
        provider.Mail = (await AddAsync()).Mail;
        provider.Token = token => damage == "signature" ? token[..token.LastIndexOf('.')] + ".AAAA" : damage;

        await ShouldBeRefusedAsync();
    }

    [Fact]
    public async Task SignIn_DeniedAtTheProvider_IsSaidInWords()
    {
        provider.Error = "access_denied";

        await ShouldBeRefusedAsync();
    }

    [Fact]
    public async Task SignIn_RevokedAccount_IsRefused()
    {
        var person = await AddAsync();
        provider.Mail = person.Mail;
        await using (var db = site.NewContext())
            (
                await new RevokeAccount(db, TimeProvider.System).ExecuteAsync(
                    Importing.AskerOf(db),
                    person.Number,
                    "退職",
                    cancel: Cancel
                )
            ).ShouldBeNull();

        await ShouldBeRefusedAsync();
    }

    [Fact]
    public async Task Callback_WithoutASignInOfThisBrowser_IsRefused()
    {
        using var browser = new SignInBrowser(site);

        using var answer = await browser.Client.GetAsync("/sign-in/provider/callback?code=x&state=y", Cancel);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        browser.Cookie("shirube-session").ShouldBeNull();
    }

    [Fact]
    public async Task SignIn_ProviderDown_IsSaidInWordsAndOpensNothing()
    {
        await using var down = new Site
        {
            Settings =
            [
                "--Shirube:Provider:Issuer=http://127.0.0.1:1",
                "--Shirube:Provider:ClientId=x",
                "--Shirube:Provider:ClientSecret=x",
            ],
        };
        await down.InitializeAsync();
        using var browser = new SignInBrowser(down);

        using var answer = await browser.Client.GetAsync("/sign-in/provider", Cancel);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        (await browser.PageAsync(answer))
            .QuerySelector("[role=status].bad")!
            .TextContent.ShouldContain("つながりません");
    }

    private Task<SitePerson> AddAsync() =>
        site.AddPersonAsync("職員辛（見本）", ("100005", Role.PlanningOfficer, null));

    /// <returns>Where it leads.</returns>
    private static async Task<string> SignInAsync(SignInBrowser browser)
    {
        using var answer = await browser.Client.GetAsync("/sign-in/provider?from=/account", Cancel);
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private async Task ShouldBeRefusedAsync()
    {
        using var browser = new SignInBrowser(site);
        using var answer = await browser.Client.GetAsync("/sign-in/provider?from=/account", Cancel);
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        (await browser.PageAsync(answer))
            .QuerySelector("[role=status].bad")!
            .TextContent.ShouldContain("所属団体の認証");
        browser.Cookie("shirube-session").ShouldBeNull();
    }
}
