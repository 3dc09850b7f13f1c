using Shirube.Plans.Writing;
using Shirube.Tests.Web.Approvals;

namespace Shirube.BrowserTests;

/// <summary>The document that a decided plan became, in a real browser.</summary>
public sealed class DecidedPlanPageTests(Browser browser) : IClassFixture<Browser>
{
    private static string? document;

    [Fact]
    public async Task Page_InBothLanguages_PassesAxeWithAQuietConsole()
    {
        await using var visit = await VisitAsync(1280);

        await visit.ShouldPassAxeAsync();
        visit.ConsoleErrors.ShouldBeEmpty();
        await KeepAsync(visit, "1280");
        await visit.Page.GotoAsync("/language/en?from=" + Uri.EscapeDataString(new Uri(visit.Page.Url).PathAndQuery));
        await visit.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Schedule_OnADesk_HasRoomOnThePage()
    {
        await using var visit = await VisitAsync(1280);

        var overflow = await visit.Page.EvaluateAsync<int>(
            """
            () => {
              const area = document.querySelector('.schedule').closest('.table-scroll');
              return area.scrollWidth - area.clientWidth;
            }
            """
        );

        overflow.ShouldBeLessThanOrEqualTo(0);
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await visit
                .Page.Locator("section.annex:has(#annex-schedule)")
                .ScreenshotAsync(new() { Path = Path.Combine(folder, "decided-schedule-1280.png") });
    }

    [Fact]
    public async Task Page_OnAPhone_DoesNotScrollSideways()
    {
        await using var visit = await VisitAsync(320);

        var overflow = await visit.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );

        overflow.ShouldBe(0);
        await visit.Page.SetViewportSizeAsync(390, 800);
        await KeepAsync(visit, "390");
    }

    [Fact]
    public async Task Page_Printed_KeepsItsTreeOnThePaper()
    {
        await using var visit = await VisitAsync(1280);
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        // A4 upright without its margins, at 96 dots an inch.
        await visit.Page.SetViewportSizeAsync(673, 900);

        var right = await visit.Page.EvaluateAsync<double>(
            "() => Math.max(...[...document.querySelectorAll('.annex .node')].map(node => node.getBoundingClientRect().right))"
        );

        right.ShouldBeLessThanOrEqualTo(673);
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await File.WriteAllBytesAsync(
                Path.Combine(folder, "decided.pdf"),
                await visit.Page.PdfAsync(new() { PreferCSSPageSize = true })
            );
    }

    private async Task<Visit> VisitAsync(int width)
    {
        document ??= (
            await DecidedPlan.AddAsync(browser.Site, "202029", DecidedSample.Of(PlanForm.A3007, "学びの計画"))
        ).Document;
        return await browser.VisitAsync(document, width: width);
    }

    private static async Task KeepAsync(Visit visit, string width)
    {
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await visit.Page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"decided-{width}.png"), FullPage = true }
            );
    }
}
