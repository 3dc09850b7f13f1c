using Shirube.Calendar;
using Shirube.Plans.Writing;
using Shirube.Tests.Web.Approvals;

namespace Shirube.BrowserTests;

/// <summary>The plan that is approved, on its form, as an approver looks at it.</summary>
public sealed class ApprovalFormPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Own = "202029";

    private static readonly PlanContent Plan = new()
    {
        Form = PlanForm.A3007,
        Authors = [new PlanAuthor(1, "長野県松本市", null)],
        Passages = PlanContent
            .NoPassages.SetItem(PlanOutline.Title, "森の仕事をふやす計画")
            .SetItem(PlanOutline.ProjectPeriod + "-start", "令和8年4月1日")
            .SetItem(PlanOutline.ProjectPeriod + "-end", "令和11年3月31日"),
        Indicators =
        [
            new PlanIndicator
            {
                Number = 1,
                Name = "森の仕事に就いた人数",
                Unit = "人",
                Definition = "年度末に数える。",
                Targets = [new PlanTarget(new FiscalYear(2026), PlanFigure.Of("1,200"))],
            },
        ],
        Nodes = [new PolicyNode(1, null, "森で働く", "林業の担い手をふやす。", 2)],
    };

    [Fact]
    public async Task Form_InBothLanguages_PassesAxe()
    {
        await using var visit = await OpenAsync(PlanForm.A3007, 1280);

        await visit.ShouldPassAxeAsync();
        visit.ConsoleErrors.ShouldBeEmpty();
        await visit.Page.GotoAsync("/language/en?from=" + Uri.EscapeDataString(new Uri(visit.Page.Url).AbsolutePath));
        await visit.ShouldPassAxeAsync();
    }

    [Theory]
    [InlineData(PlanForm.A3007)]
    [InlineData(PlanForm.Industry)]
    public async Task Form_OnAPhone_KeepsItsTablesReadableInsideTheScreen(PlanForm form)
    {
        await using var visit = await OpenAsync(form, 390);

        var beyond = await visit.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        var tables = await visit.Page.EvaluateAsync<double[]>(
            "() => [...document.querySelectorAll('.document-view table')].map(table => table.getBoundingClientRect().width)"
        );

        beyond.ShouldBe(0);
        tables.ShouldNotBeEmpty();
        // Narrower ones stand with one letter a line.
        tables.ShouldAllBe(width => width > 600);
    }

    private async Task<Visit> OpenAsync(PlanForm form, int width)
    {
        var approval = await FrozenPlan.AddAsync(browser.Site, browser.Site.Officer, Own, Plan with { Form = form });
        return await browser.VisitAsync(approval + "/form", width: width);
    }
}
