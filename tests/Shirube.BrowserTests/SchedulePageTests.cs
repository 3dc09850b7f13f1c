using Shirube.Plans.Writing;
using Shirube.Tests.Support;
using Shirube.Tests.Web.Plans;

namespace Shirube.BrowserTests;

/// <summary>Schedules of several lengths, in a real browser.</summary>
public sealed class SchedulePageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Dictionary<int, int> started = [];

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(25)]
    public async Task Headings_OfYears_DoNotLieOverEachOther(int years)
    {
        await using var visit = await VisitAsync(years, 1280);

        var overflowing = await visit.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.schedule thead th')].filter(th => th.scrollWidth > th.clientWidth + 1).map(th => th.textContent.trim())"
        );

        await KeepAsync(visit, years, "1280");
        overflowing.ShouldBeEmpty();
        await visit.ShouldPassAxeAsync();
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(25)]
    public async Task Bars_OfItems_LieBelowTheYearsInWhichTheyRun(int years)
    {
        await using var visit = await VisitAsync(years, 1280);

        // The last item takes the last year of the plan, the first one its first year.
        var wrong = await visit.Page.EvaluateAsync<string[]>(
            """
            () => {
              const heads = [...document.querySelectorAll('.schedule thead th[data-year]')];
              return [...document.querySelectorAll('.schedule tbody tr')].filter((row) => {
                const bar = row.querySelector('.schedule-bar').getBoundingClientRect();
                const [from, to] = [row.dataset.from, row.dataset.to]
                  .map((year) => heads.find((head) => head.dataset.year === year)?.getBoundingClientRect());
                return !from || !to || bar.left < from.left - 2 || bar.left > from.right || bar.right > to.right + 2 || bar.right < to.left;
              }).map((row) => row.textContent);
            }
            """
        );

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_OnAPhone_StayInSightWhileTheTableIsScrolled()
    {
        await using var visit = await VisitAsync(10, 390);

        var left = await visit.Page.EvaluateAsync<double[]>(
            """
            () => {
              const area = document.querySelector('.schedule').closest('.table-scroll');
              area.scrollLeft = 10000;
              const name = area.querySelector('tbody th').getBoundingClientRect();
              return [name.left - area.getBoundingClientRect().left, name.width, area.clientWidth];
            }
            """
        );

        await KeepAsync(visit, 10, "390");
        left[0].ShouldBe(0, 2);
        left[1].ShouldBeLessThan(left[2] / 2);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(25)]
    public async Task Printed_Years_LieOnOnePaper(int years)
    {
        await using var visit = await VisitAsync(years, 1280);
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        // A4 on its side without its margins, at 96 dots an inch.
        await visit.Page.SetViewportSizeAsync(1031, 700);

        var right = await visit.Page.EvaluateAsync<double>(
            "() => document.querySelector('.schedule').getBoundingClientRect().right"
        );

        right.ShouldBeLessThanOrEqualTo(1031);
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"schedule-{years}.pdf"),
                await visit.Page.PdfAsync(new() { PreferCSSPageSize = true })
            );
    }

    private async Task<Visit> VisitAsync(int years, int width)
    {
        if (!started.TryGetValue(years, out var plan))
            started[years] = plan = await StartAsync(years);
        return await browser.VisitAsync($"/governments/202029/plans/{plan}/schedule", width: width);
    }

    /// <summary>A plan of so many years from 令和6年度, with an item in its first and its last year and one through all.</summary>
    private async Task<int> StartAsync(int years)
    {
        var (plan, _, _) = await AnnexSite.StartAsync(browser.Site);
        await using var db = browser.Site.NewContext("202029");
        var asker = Importing.AskerOf(db);
        var clock = TimeProvider.System;
        await new SavePassage(db, clock).ExecuteAsync(
            asker,
            plan,
            new("5-2-8-end", $"{2024 + years}-03-31", 1),
            TestContext.Current.CancellationToken
        );
        foreach (
            var (name, from, to) in new[]
            {
                ("デジタル人材を育てる講座の開講と受講者の就職の支援", "2024-04", $"{2024 + years}-03"),
                ("しめくくりの評価", $"{2023 + years}-04", $"{2024 + years}-03"),
            }
        )
            (
                await new ChangeSchedule(db, clock).AddAsync(
                    asker,
                    plan,
                    new(name, from, to, ""),
                    TestContext.Current.CancellationToken
                )
            ).Fault.ShouldBeNull();
        return plan;
    }

    private static async Task KeepAsync(Visit visit, int years, string width)
    {
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await visit.Page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"schedule-{years}-{width}.png"), FullPage = true }
            );
    }
}
