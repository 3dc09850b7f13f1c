namespace Shirube.BrowserTests;

/// <summary>The pages of people, departments, the audit trail and settings, as an administrator sees them.</summary>
public sealed class OfficePagesTests(Browser browser) : IClassFixture<Browser>
{
    private const string Government = "/governments/202029";

    public static TheoryData<string> Addresses =>
        [
            "/people",
            "/people/invite",
            "/people/ME",
            "/departments",
            "/moves",
            "/hand-over/ME",
            "/audit",
            "/audit?act=person.invited",
            "/settings",
            "/settings/comparison",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InBothLanguages_PassesAxeWithAQuietConsole(string address)
    {
        await using var visit = await VisitAsync(address);

        visit.Page.Url.ShouldContain(address.Split('?')[0].Replace("ME", "", StringComparison.Ordinal));
        await visit.ShouldPassAxeAsync();
        visit.ConsoleErrors.ShouldBeEmpty();
        await visit.Page.GotoAsync("/language/en?from=" + Uri.EscapeDataString(new Uri(visit.Page.Url).PathAndQuery));
        await visit.ShouldPassAxeAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_320PixelsWide_DoesNotScrollSideways(string address)
    {
        await using var visit = await VisitAsync(address, 320);

        var overflow = await visit.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );

        overflow.ShouldBe(0);
    }

    [Fact]
    public async Task Moves_FiftyRowsWithFaultsWithoutScript_ShowEachAtItsRow()
    {
        await using var visit = await VisitAsync("/moves", script: false);
        var rows = Enumerable.Range(1, 50).Select(i => $"nobody{i}@sample.example\t\tない課");
        await visit.Page.FillAsync("#list", string.Join('\n', rows));
        await visit.Page.ClickAsync("button[value=look]");

        (await visit.Page.Locator("tr[id^=row] .error-text").CountAsync()).ShouldBe(50);
        (await visit.Page.InputValueAsync("#list")).Split('\n').Length.ShouldBe(50);
    }

    private async Task<Visit> VisitAsync(string address, int width = 1280, bool script = true)
    {
        var person = await browser.AdministratorAsync();
        var here = Government + address.Replace("ME", person.Number.ToString(), StringComparison.Ordinal);
        return await browser.VisitAsync(here, width: width, script: script, person: person);
    }
}
