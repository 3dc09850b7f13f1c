using Shirube.Tests.Web.Plans;

namespace Shirube.BrowserTests;

/// <summary>The tree, the schedule and the money of a plan, in a real browser.</summary>
public sealed class AnnexPagesTests(Browser browser) : IClassFixture<Browser>
{
    private static (int Plan, int Policy, int Measure)? started;

    public static TheoryData<string> Addresses =>
        [
            "/tree",
            "/tree?view=table",
            "/tree?view=outline",
            "/tree?view=outline&node=MEASURE",
            "/schedule",
            "/funding",
            "/application",
            "/application?round=1&step=2",
            "",
            "/indicators",
            "/sections/5-2-8",
            "/findings",
            "/versions",
            "/comparison",
            "/hand-in",
            "CALENDAR",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InBothLanguages_PassesAxeWithAQuietConsole(string address)
    {
        await using var visit = await VisitAsync(address);

        await visit.ShouldPassAxeAsync();
        visit.ConsoleErrors.ShouldBeEmpty();
        await KeepAsync(visit, address, "1280");
        await visit.Page.GotoAsync("/language/en?from=" + Uri.EscapeDataString(new Uri(visit.Page.Url).PathAndQuery));
        await visit.ShouldPassAxeAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string address)
    {
        await using var visit = await VisitAsync(address, 320);

        var overflow = await visit.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );

        overflow.ShouldBe(0);
        await visit.Page.SetViewportSizeAsync(390, 800);
        await KeepAsync(visit, address, "390");
    }

    [Theory]
    [InlineData("/tree", "84[12]")]
    [InlineData("/tree?paper=a3", "119[01]")]
    [InlineData("/tree?view=table", "84[12]")]
    [InlineData("/schedule", "84[12]")]
    [InlineData("/funding", "84[12]")]
    [InlineData("/application", "59[45]")]
    public async Task Page_Printed_LiesOnItsPaper(string address, string width)
    {
        await using var visit = await VisitAsync(address);

        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });

        System.Text.Encoding.Latin1.GetString(pdf).ShouldMatch($@"/MediaBox \[0 0 {width}");
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, NameOf(address) + ".pdf"), pdf);
    }

    [Fact]
    public async Task Tree_ArrowKeys_GoFromItemToItem()
    {
        await using var visit = await VisitAsync("/tree");
        await visit.Page.FocusAsync("[data-node]");

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        (await FocusedAsync(visit)).ShouldBe("新しい分野への挑戦を支える");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        (await FocusedAsync(visit)).ShouldBe("試作の補助");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        (await FocusedAsync(visit)).ShouldBe("稼ぐ産業をつくる");
    }

    [Fact]
    public async Task Tree_WithoutScript_IsWrittenInPlace()
    {
        await using var visit = await VisitAsync("/tree?view=outline&node=MEASURE", script: false);

        await visit.Page.FillAsync("#text", "新しい分野の試作を助ける。");
        await visit.Page.ClickAsync("button[value=edit]");

        (await visit.Page.InputValueAsync("#text")).ShouldBe("新しい分野の試作を助ける。");
        (await visit.Page.InnerTextAsync("[role=status]")).ShouldContain("保存しました");
    }

    [Fact]
    public async Task Funding_ABlockFromASpreadsheet_FillsTheCellsFromTheOneInHand()
    {
        await using var visit = await VisitAsync("/funding");
        await visit.Page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.setData("text/plain", "1,000\t２００\r\nabc\t400\r\n");
              document.getElementById("2025-GeneralFunds").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """
        );

        (await visit.Page.InputValueAsync("[id='2025-Other']")).ShouldBe("２００");
        await visit.Page.ClickAsync("button[value=save]");

        (await visit.Page.InputValueAsync("[id='2025-GeneralFunds']")).ShouldBe("1,000");
        (await visit.Page.InputValueAsync("[id='2026-GeneralFunds']")).ShouldBe("abc");
        (await visit.Page.IsVisibleAsync("[id='2026-GeneralFunds-error']")).ShouldBeTrue();
        (await visit.Page.InputValueAsync("[id='2026-Other']")).ShouldBe("400");
    }

    private static Task<string> FocusedAsync(Visit visit) =>
        visit.Page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");

    private async Task<Visit> VisitAsync(string address, int width = 1280, bool script = true)
    {
        var (plan, _, measure) = await PlanAsync();
        var here =
            address == "CALENDAR"
                ? "/governments/202029/calendar?year=2030"
                : $"/governments/202029/plans/{plan}"
                    + address.Replace("MEASURE", $"{measure}", StringComparison.Ordinal);
        return await browser.VisitAsync(here, width: width, script: script);
    }

    private async Task<(int Plan, int Policy, int Measure)> PlanAsync() =>
        started ??= await AnnexSite.StartAsync(browser.Site);

    private static async Task KeepAsync(Visit visit, string address, string width)
    {
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await visit.Page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"{NameOf(address)}-{width}.png"), FullPage = true }
            );
    }

    private static string NameOf(string address) =>
        address.Length == 0 ? "hub" : address.Trim('/').Replace('?', '-').Replace('&', '-').Replace('=', '-');
}
