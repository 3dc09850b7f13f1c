using Microsoft.Playwright;

namespace Shirube.BrowserTests;

/// <summary>Every page in a real browser: no accessibility finding, no word in the console, no sideways scroll on a phone.</summary>
public sealed class PagesTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string> Addresses =>
        [
            "/",
            "/import",
            "/notifications",
            "/governments/202029/approvals",
            "/governments/202029/approvals/new?kind=documentVersion&subject=" + Browser.Plan + "?version=1",
            "/governments/202029/approval-routes",
            "/governments/202029/approval-routes/new",
            "/governments/202029/calendar",
            "/governments/202029",
            "/governments/202029/search",
            "/governments/202029/search?q=の",
            "/governments/202029/search?q=どこにもない言葉&kind=Indicator&year=abc",
            "/governments/202029/search/indicators?of=202029&document=1&version=1&no=1",
            "/governments/100005",
            "/nowhere",
            Browser.Plan,
            Browser.Plan + "?version=1",
            Browser.Plan + "/indicators/1/basis",
            Browser.Plan + "/findings",
            Browser.Plan + "/comparison",
            Browser.Plan + "/comparison?old=1&new=2&show=all",
            Browser.Plan + "/text",
            Browser.Plan + "/evidence?pointer=/indicators/0/total",
            Browser.Sheet,
            Browser.Sheet + "/findings",
            "DRAFT",
            "/sign-in",
            "/sign-in/code",
            "/invitations/0123",
            "/account",
            "/account/password",
            "/account/codes",
            "/account/second-factor",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InJapanese_PassesAxeWithAQuietConsole(string address)
    {
        await using var visit = await browser.VisitAsync(address);

        await visit.ShouldPassAxeAsync();
        visit.ConsoleErrors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InEnglish_PassesAxe(string address)
    {
        await using var visit = await browser.VisitAsync("/language/en", then: address);

        await visit.ShouldPassAxeAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_320PixelsWide_DoesNotScrollSideways(string address)
    {
        await using var visit = await browser.VisitAsync(address, width: 320);

        var overflow = await visit.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );

        overflow.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_EveryControl_IsLargeEnoughToHit(string address)
    {
        await using var visit = await browser.VisitAsync(address);

        var small = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button, .button, input:not([type=hidden]), textarea, summary')]
              .filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)
            """
        );

        small.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_Loaded_AsksNobodyElse()
    {
        await using var visit = await browser.VisitAsync(Browser.Plan);

        visit.Requests.ShouldAllBe(request => request.StartsWith(browser.Address, StringComparison.Ordinal));
        visit.Requests.ShouldContain(request => request.Contains("/dist/shirube", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Review_WithErrors_PutsFocusOnTheSummaryAndPassesAxe()
    {
        await using var visit = await browser.VisitAsync("DRAFT");
        await visit.Page.FillAsync("[name='v:/planEnd']", "abc");
        await visit.Page.ClickAsync("button[value=import]");

        await visit.Page.WaitForFunctionAsync("() => document.activeElement?.className === 'error-summary'");
        (await visit.Page.TitleAsync()).ShouldStartWith("エラー：");
        await visit.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Basis_NothingChosen_PutsFocusOnTheSummaryAndPassesAxe()
    {
        await using var visit = await browser.VisitAsync(Browser.Plan + "/indicators/1/basis");
        await visit.Page.ClickAsync("main button[type=submit]");

        await visit.Page.WaitForFunctionAsync("() => document.activeElement?.className === 'error-summary'");
        await visit.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Review_Typed_IsThereAgainWithoutAnyButton()
    {
        await using var visit = await browser.VisitAsync("/import");
        await visit.Page.SetInputFilesAsync("#file", browser.NewPlanFile("autosave"));
        await visit.Page.ClickAsync("form[data-busy] button");
        await visit.Page.WaitForURLAsync("**/import/*");
        var address = visit.Page.Url;

        await visit.Page.FillAsync("[name='v:/area']", "松本市の山あい");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('[data-kept]').textContent !== ''");

        await using var other = await browser.VisitAsync(address, script: false);
        (await other.Page.InputValueAsync("[name='v:/area']")).ShouldBe("松本市の山あい");
    }

    [Fact]
    public async Task Contents_OnAPhone_AreFoldedAwayAndOpenWithoutScript()
    {
        await using var visit = await browser.VisitAsync(Browser.Plan, width: 320, script: false);
        (await visit.Page.IsVisibleAsync(".contents .broad")).ShouldBeFalse();
        (await visit.Page.IsVisibleAsync(".contents .narrow ol")).ShouldBeFalse();

        await visit.Page.ClickAsync(".contents summary");

        (await visit.Page.IsVisibleAsync(".contents .narrow ol.parts")).ShouldBeTrue();
    }

    [Fact]
    public async Task Contents_OnAWideScreen_StandBesideThePage()
    {
        await using var visit = await browser.VisitAsync(Browser.Plan, script: false);

        (await visit.Page.IsVisibleAsync(".contents .broad ol.parts")).ShouldBeTrue();
        (await visit.Page.IsVisibleAsync(".contents .narrow")).ShouldBeFalse();
    }

    [Fact]
    public async Task Review_F8_GoesToTheNextDoubtAndCtrlEnterSettlesIt()
    {
        await using var visit = await browser.VisitAsync("DRAFT");
        var before = await Doubts(visit.Page);
        before.ShouldBeGreaterThan(0);

        await visit.Page.Keyboard.PressAsync("F8");
        (await visit.Page.EvaluateAsync<bool>("() => !!document.activeElement.closest('[data-doubt]')")).ShouldBeTrue();
        await visit.Page.Keyboard.PressAsync("Control+Enter");

        (await Doubts(visit.Page)).ShouldBe(before - 1);
    }

    [Fact]
    public async Task Review_WithoutScript_LeadsFromDoubtToDoubt()
    {
        await using var visit = await browser.VisitAsync("DRAFT", script: false);

        await visit.Page.ClickAsync("[data-next-doubt]");
        var first = new Uri(visit.Page.Url).Fragment;
        (await visit.Page.Locator(first).CountAsync()).ShouldBe(1);
        await visit.Page.ClickAsync($".value:has({first}) .next-doubt");

        new Uri(visit.Page.Url).Fragment.ShouldNotBe(first);
        (await visit.Page.Locator(new Uri(visit.Page.Url).Fragment).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Review_ValueInHand_IsMarkedInTheDocument()
    {
        await using var visit = await browser.VisitAsync("DRAFT");

        await visit.Page.FocusAsync("[name='v:/area']");

        (await visit.Page.InnerTextAsync(".document .line.here")).ShouldContain("長野県松本市の全域");
    }

    [Fact]
    public async Task Import_WithoutScript_GoesFromFileToPage()
    {
        await using var visit = await browser.VisitAsync("/import", script: false);
        await visit.Page.SetInputFilesAsync("#file", browser.NewPlanFile("without-script"));
        await visit.Page.ClickAsync("form[data-busy] button");
        await visit.Page.CheckAsync("#with-errors");
        await visit.Page.ClickAsync("button[value=import]");

        new Uri(visit.Page.Url).AbsolutePath.ShouldStartWith("/governments/202029/documents/");
        (await visit.Page.InnerTextAsync("h1")).ShouldContain("みどりの産業をそだてる計画");
    }

    [Fact]
    public async Task Plan_Printed_IsA4WithPageNumbers()
    {
        await using var visit = await browser.VisitAsync(Browser.Plan);

        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });

        // 595 by 842 points.
        System.Text.Encoding.Latin1.GetString(pdf).ShouldMatch(@"/MediaBox \[0 0 59[45][.\d]* 84[12]");
    }

    private static async Task<int> Doubts(IPage page) =>
        int.Parse(
            await page.TextContentAsync("[data-doubt-count]") ?? "",
            System.Globalization.CultureInfo.InvariantCulture
        );
}
