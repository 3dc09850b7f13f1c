using Microsoft.Playwright;
using Shirube.Permissions;
using Shirube.Tests.Web;
using Shirube.Web.Accounts;

namespace Shirube.BrowserTests;

/// <summary>Signing in with a real browser: passkeys, codes, and every page on the way under axe.</summary>
public sealed class SignInTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Passkey_Registered_SatisfiesTheSecondFactorAndSignsInAlone()
    {
        var person = await AddAsync(Role.Administrator);
        await using var visit = await browser.VisitAsync("/sign-in?from=/import", signedIn: false);
        await AddAuthenticatorAsync(visit.Page);
        await EnterAsync(visit.Page, person);
        await visit.Page.WaitForURLAsync("**/account/second-factor");
        await visit.ShouldPassAxeAsync();

        await visit.Page.FillAsync("[name=name]", "課の端末");
        await visit.Page.ClickAsync("passkey-form button[type=submit]");
        await visit.Page.WaitForURLAsync("**/account?*");
        (await visit.Page.InnerTextAsync("main")).ShouldContain("課の端末");
        await visit.ShouldPassAxeAsync();
        await visit.Page.ClickAsync("main form.leave button:not(.second)");
        await visit.Page.WaitForURLAsync("**/sign-in?*");
        await visit.Page.ClickAsync("passkey-form button");
        await visit.Page.WaitForURLAsync(url => !url.Contains("/sign-in"));

        await visit.Page.GotoAsync("/account");
        (await visit.Page.InnerTextAsync("main")).ShouldContain(person.Mail);
        visit.ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Passkey_OfNobody_SaysWhatToDo()
    {
        await using var visit = await browser.VisitAsync("/sign-in", signedIn: false);
        await AddAuthenticatorAsync(visit.Page);

        await visit.Page.ClickAsync("passkey-form button");

        await visit.Page.WaitForFunctionAsync("() => document.querySelector('[data-error]').textContent !== ''");
        await visit.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Codes_FromEnrolmentToSignIn_PassAxeOnEveryPage()
    {
        var person = await AddAsync(Role.PlanningOfficer);
        await using var visit = await browser.VisitAsync("/sign-in?from=/account/codes", signedIn: false);
        await EnterAsync(visit.Page, person);
        await visit.Page.WaitForURLAsync("**/account/codes");
        var key = (await visit.Page.InnerTextAsync("code.key")).Replace(" ", "", StringComparison.Ordinal);
        await visit.Page.FillAsync("#code", "000000");
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.WaitForFunctionAsync("() => document.activeElement?.className === 'error-summary'");
        await visit.ShouldPassAxeAsync();
        (await visit.Page.InnerTextAsync("code.key")).Replace(" ", "", StringComparison.Ordinal).ShouldBe(key);

        await visit.Page.FillAsync("#code", Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.UtcNow)));
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".recovery-codes");
        await visit.ShouldPassAxeAsync();
        await visit.Page.GotoAsync("/account/codes");
        await visit.ShouldPassAxeAsync();

        await using var next = await browser.VisitAsync("/sign-in", signedIn: false);
        await EnterAsync(next.Page, person);
        await next.Page.WaitForURLAsync("**/sign-in/code");
        await next.ShouldPassAxeAsync();
        visit.ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Password_Shown_IsHiddenAgainWhenItIsSent()
    {
        await using var visit = await browser.VisitAsync("/sign-in", signedIn: false);
        await visit.Page.FillAsync("#password", "ちがうパスワードです-1");

        await visit.Page.ClickAsync("shown-password button");
        (await visit.Page.GetAttributeAsync("#password", "type")).ShouldBe("text");
        await visit.Page.ClickAsync("main form[action^='/sign-in'] button[type=submit]");

        await visit.Page.WaitForFunctionAsync("() => document.activeElement?.className === 'error-summary'");
        (await visit.Page.GetAttributeAsync("#password", "type")).ShouldBe("password");
        await visit.ShouldPassAxeAsync();
    }

    private Task<SitePerson> AddAsync(Role role) =>
        browser.Site.AddPersonAsync("職員癸（見本）", ("100005", role, null));

    private static async Task EnterAsync(IPage page, SitePerson person)
    {
        await page.FillAsync("#mail", person.Mail);
        await page.FillAsync("#password", Site.Password);
        await page.ClickAsync("main form[action^='/sign-in']:has(#mail) button[type=submit]");
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
