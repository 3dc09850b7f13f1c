using Shirube.Indicators;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

/// <summary>Two people at one row of the KPI table.</summary>
public sealed class ChangeIndicatorsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Explain_OnAnOlderMeaning_IsRefusedAndLosesNothing()
    {
        var (office, plan, seen) = await RowAsync("100005");

        (await office.ExplainAsync(plan, seen, TargetBasis.AnnualFlow, Direction.Higher, "一人目")).ShouldBeNull();
        var late = await office.ExplainAsync(plan, seen, TargetBasis.Level, Direction.Lower, "二人目");

        late.ShouldNotBeNull().Code.ShouldBe("WRITE025");
        var now = (await office.RowAsync(plan, seen.Number))!;
        (now.Basis, now.Definition).ShouldBe((TargetBasis.AnnualFlow, "一人目"));
        (await office.ExplainAsync(plan, now, TargetBasis.Level, Direction.Lower, "二人の")).ShouldBeNull();
    }

    [Fact]
    public async Task Explain_AfterACellChanged_IsKept()
    {
        var (office, plan, seen) = await RowAsync("102032");
        await office.SaveCellsAsync(plan, office.Writer, new CellEdit(seen.Number, "2025", "20", ""));

        (await office.ExplainAsync(plan, seen, TargetBasis.Level, Direction.Lower, "測り方")).ShouldBeNull();
    }

    [Theory]
    [InlineData("name", "別の名称")]
    [InlineData("2025", "20")]
    public async Task Remove_OfARowThatAnotherWroteOn_IsRefused(string column, string text)
    {
        var (office, plan, seen) = await RowAsync(column == "name" ? "102041" : "102067");
        var other = await office.ColleagueAsync();
        var before = column == "name" ? seen.Name : "";
        await office.SaveCellsAsync(plan, other, new CellEdit(seen.Number, column, text, before));

        (await office.RemoveRowAsync(plan, seen)).ShouldNotBeNull().Code.ShouldBe("WRITE026");

        var now = (await office.RowAsync(plan, seen.Number)).ShouldNotBeNull();
        (await office.RemoveRowAsync(plan, now)).ShouldBeNull();
        (await office.RowAsync(plan, seen.Number)).ShouldBeNull();
    }

    [Fact]
    public async Task Remove_OfARowThatAnotherExplained_IsRefused()
    {
        var (office, plan, seen) = await RowAsync("102083");
        (await office.ExplainAsync(plan, seen, TargetBasis.Level, Direction.Lower, "測り方")).ShouldBeNull();

        (await office.RemoveRowAsync(plan, seen)).ShouldNotBeNull().Code.ShouldBe("WRITE026");
    }

    private async Task<(WritingOffice Office, int Plan, PlanIndicator Row)> RowAsync(string government)
    {
        var office = await WritingOffice.OpenAsync(database, government);
        var plan = await office.StartAsync(PlanForm.A3007);
        var saved = await office.SaveCellsAsync(
            plan,
            office.Writer,
            new CellEdit(0, "name", "来館者数", ""),
            new CellEdit(0, "2024", "10", "")
        );
        return (office, plan, (await office.RowAsync(plan, saved.Made[0]))!);
    }
}
