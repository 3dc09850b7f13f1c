using AngleSharp.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;
using Shirube.Web.Accounts;

namespace Shirube.Tests.Web.Accounts;

/// <summary>The second step: codes of an app and recovery codes, from enrolment to the next sign-in.</summary>
public sealed class CodePageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrator_WithAPasswordAlone_IsLedToTheSecondFactor()
    {
        var person = await AddAsync(Role.Administrator);
        using var browser = new SignInBrowser(site);

        using var answer = await browser.EnterAsync(person.Mail, Site.Password, "/import");

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account/second-factor");
    }

    [Fact]
    public async Task Enrolled_Administrator_GoesOnAndIsAskedForACodeNextTime()
    {
        var person = await AddAsync(Role.Administrator);
        var (key, recovery) = await EnrolAsync(person);
        recovery.Count.ShouldBe(10);
        using var browser = new SignInBrowser(site);

        using var asked = await browser.EnterAsync(person.Mail, Site.Password, "/account");
        asked.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in/code");
        browser.Cookie("shirube-session").ShouldBeNull();
        using var answer = await browser.PostAsync(asked, "main form", new() { ["code"] = Next(key) });

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        using var home = await browser.Client.GetAsync("/", Cancel);
        home.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task Code_UsedOnce_IsNotTakenAgain()
    {
        var person = await AddAsync(Role.PlanningOfficer);
        var (key, _) = await EnrolAsync(person);
        var code = Next(key);
        (await SignInAsync(person, code)).ShouldBeTrue();

        (await SignInAsync(person, code)).ShouldBeFalse();
    }

    [Fact]
    public async Task Code_UsedAtEnrolment_IsNotTakenAgain()
    {
        var person = await AddAsync(Role.PlanningOfficer);
        using var browser = new SignInBrowser(site);
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        var (key, code) = await EnrolAsync(browser);

        (await SignInAsync(person, code)).ShouldBeFalse();
        (await SignInAsync(person, Next(key))).ShouldBeTrue();
    }

    [Fact]
    public async Task RecoveryCode_HowEverCopied_WorksOnce()
    {
        var person = await AddAsync(Role.PlanningOfficer);
        var (_, recovery) = await EnrolAsync(person);
        var copied = recovery[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal);

        (await SignInAsync(person, copied, "recovery")).ShouldBeTrue();
        (await SignInAsync(person, copied, "recovery")).ShouldBeFalse();
        (await SignInAsync(person, recovery[4], "recovery")).ShouldBeTrue();
    }

    [Fact]
    public async Task Code_Wrong_CountsTowardsTheLockOut()
    {
        var person = await AddAsync(Role.PlanningOfficer);
        var (key, _) = await EnrolAsync(person);
        for (var time = 0; time < 10; time++)
            (await SignInAsync(person, "000000")).ShouldBeFalse();

        (await SignInAsync(person, Next(key))).ShouldBeFalse();
    }

    [Fact]
    public async Task Code_WithoutAPassword_IsNotAskedFor()
    {
        using var browser = new SignInBrowser(site);

        using var answer = await browser.Client.GetAsync("/sign-in/code", Cancel);

        (await browser.PageAsync(answer)).QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Key_InTheDatabase_IsEncrypted()
    {
        var person = await AddAsync(Role.PlanningOfficer);
        var (key, recovery) = await EnrolAsync(person);

        await using var db = site.NewContext();
        await using var accounts = AccountsDb.Beside(db);
        var account = await accounts.Users.SingleAsync(row => row.Id == person.Number, Cancel);
        account.TotpKey.ShouldNotBeNull().ShouldNotContain(key);
        (await accounts.RecoveryCodes.AnyAsync(code => code.CodeHash == recovery[0], Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Remove_TheLastFactorOfAnAdministrator_IsRefused()
    {
        var person = await AddAsync(Role.Administrator);
        using var browser = new SignInBrowser(site);
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        await EnrolAsync(browser);
        using var page = await browser.Client.GetAsync("/account/codes", Cancel);

        using var answer = await browser.PostAsync(
            page,
            "main form",
            new() { ["present"] = Site.Password, ["do"] = "remove" }
        );

        (await browser.PageAsync(answer))
            .QuerySelector(".error-summary")!
            .TextContent.ShouldContain("最後の一つは外せません");
    }

    [Fact]
    public async Task Remove_ByAnOfficer_NeedsThePasswordAndIsDone()
    {
        var person = await AddAsync(Role.PlanningOfficer);
        using var browser = new SignInBrowser(site);
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        await EnrolAsync(browser);
        using var page = await browser.Client.GetAsync("/account/codes", Cancel);

        using var refused = await browser.PostAsync(
            page,
            "main form",
            new() { ["present"] = "ちがう", ["do"] = "remove" }
        );
        (await browser.PageAsync(refused)).QuerySelector(".error-summary").ShouldNotBeNull();
        using var done = await browser.PostAsync(
            page,
            "main form",
            new() { ["present"] = Site.Password, ["do"] = "remove" }
        );

        done.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        using var again = new SignInBrowser(site);
        using var answer = await again.EnterAsync(person.Mail, Site.Password, "/account");
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
    }

    [Fact]
    public async Task Enrol_ByThePasswordAloneWhereAPasskeyIsThere_IsRefused()
    {
        var person = await AddAsync(Role.Administrator);
        await using var db = site.NewContext();
        await using var accounts = AccountsDb.Beside(db);
        accounts.Add(
            new IdentityUserPasskey<Guid>
            {
                UserId = person.Number,
                CredentialId = person.Number.ToByteArray(),
                Data = new()
                {
                    PublicKey = [1],
                    Name = "鍵",
                    AttestationObject = [],
                    ClientDataJson = [],
                },
            }
        );
        await accounts.SaveChangesAsync(Cancel);
        using var browser = new SignInBrowser(site);
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        using var form = await browser.Client.GetAsync("/account/codes", Cancel);
        var code = Totp.CodeAt(KeyOn(await browser.PageAsync(form)), Totp.StepAt(DateTimeOffset.UtcNow));

        using var answer = await browser.PostAsync(form, "main form", new() { ["code"] = code });

        (await browser.PageAsync(answer))
            .QuerySelector(".error-summary")!
            .TextContent.ShouldContain("登録した方法でサインインし直して");
        (
            await accounts.Users.AsNoTracking().SingleAsync(row => row.Id == person.Number, Cancel)
        ).TotpKey.ShouldBeNull();
        using var home = await browser.Client.GetAsync("/import", Cancel);
        home.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account/second-factor");
    }

    private Task<SitePerson> AddAsync(Role role) => site.AddPersonAsync("職員丙（見本）", ("100005", role, null));

    /// <summary>The code of the step after this one: the present one was used to enrol.</summary>
    private static string Next(string key) => Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.UtcNow) + 1);

    private async Task<(string Key, IReadOnlyList<string> Recovery)> EnrolAsync(SitePerson person)
    {
        using var browser = new SignInBrowser(site);
        (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        using var form = await browser.Client.GetAsync("/account/codes", Cancel);
        var key = KeyOn(await browser.PageAsync(form));
        var now = Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.UtcNow));
        using var answer = await browser.PostAsync(form, "main form", new() { ["code"] = now });
        var codes = (await browser.PageAsync(answer)).QuerySelectorAll(".recovery-codes code");
        return (key, [.. codes.Select(code => code.TextContent)]);
    }

    private static async Task<(string Key, string Code)> EnrolAsync(SignInBrowser browser)
    {
        using var form = await browser.Client.GetAsync("/account/codes", Cancel);
        var key = KeyOn(await browser.PageAsync(form));
        var code = Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.UtcNow));
        (await browser.PostAsync(form, "main form", new() { ["code"] = code })).Dispose();
        return (key, code);
    }

    private static string KeyOn(IDocument page) =>
        page.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    private async Task<bool> SignInAsync(SitePerson person, string code, string field = "code")
    {
        using var browser = new SignInBrowser(site);
        using var asked = await browser.EnterAsync(person.Mail, Site.Password, "/account");
        if (asked.RequestMessage!.RequestUri!.AbsolutePath != "/sign-in/code")
            return false;
        (await browser.PostAsync(asked, "main form", new() { [field] = code })).Dispose();
        return browser.Cookie("shirube-session") is not null;
    }
}
