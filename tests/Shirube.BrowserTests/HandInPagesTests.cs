using Shirube.Documents.Writing;

namespace Shirube.BrowserTests;

/// <summary>書き出しと提出: an empty form is looked through in the browser.</summary>
public sealed class HandInPagesTests(Browser browser) : IClassFixture<Browser>
{
    private const string Plans = "/governments/202029/plans";

    [Fact]
    public async Task Form_LookedThrough_PassesAxeAndDoesNotScrollSideways()
    {
        await using var visit = await browser.VisitAsync(Plans + "/new");
        await visit.Page.FillAsync("#title", "港町の計画");
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.WaitForURLAsync("**/plans/*?notice=*");
        await visit.Page.GotoAsync(new Uri(visit.Page.Url).AbsolutePath + "/hand-in");
        await visit.ShouldPassAxeAsync();

        await visit.Page.SetInputFilesAsync(
            "#empty",
            new Microsoft.Playwright.FilePayload
            {
                Name = "様式.docx",
                MimeType = "application/octet-stream",
                Buffer = EmptyForm(),
            }
        );
        await visit.Page.ClickAsync("form[enctype] button[type=submit]");

        await visit.Page.WaitForSelectorAsync("main tbody tr");
        await visit.ShouldPassAxeAsync();
        visit.ConsoleErrors.ShouldBeEmpty();
        await ShootAsync(visit.Page, 1280);
        await ShootAsync(visit.Page, 390);
        (
            await visit.Page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        ).ShouldBe(0);
    }

    private static byte[] EmptyForm() =>
        WordWriter.Write(
            new WrittenDocument(
                "様式",
                [
                    new WrittenHeading(1, "１　地域再生計画の名称"),
                    new WrittenParagraph("○○○○計画"),
                    new WrittenHeading(1, "２　地域再生計画の作成主体の名称"),
                    new WrittenParagraph("○○県○○市"),
                    new WrittenHeading(1, "３　地域再生計画の区域"),
                    new WrittenParagraph("○○の全域"),
                ]
            )
        );

    /// <summary>For people who look at it, when SHIRUBE_SHOTS names a folder.</summary>
    private static async Task ShootAsync(Microsoft.Playwright.IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await page.ScreenshotAsync(
                new Microsoft.Playwright.PageScreenshotOptions
                {
                    Path = Path.Combine(folder, $"hand-in-{width}.png"),
                    FullPage = true,
                }
            );
    }
}
