using Shirube.Indicators;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

public sealed class SaveCellsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Paste_WithFaults_KeepsAllCellsAndMarksTheFaultyOnes()
    {
        var office = await WritingOffice.OpenAsync(database, "100005");
        var plan = await office.StartAsync(PlanForm.A3007);

        var saved = await office.SaveCellsAsync(
            plan,
            office.Writer,
            [
                New(0, "name", "地域へのUIJターン就職者数"),
                New(0, "unit", "人"),
                New(0, "baseline", "１，６００"),
                New(0, "2024", "約1,800"),
                New(0, "2025", "▲１９．５"),
                New(0, "2026", "集計中"),
                New(0, "2027", "-"),
                New(0, "2028", "2,000人"),
            ]
        );

        (saved.Fault, saved.Conflicts.Count, saved.Unknown.Count).ShouldBe((null, 0, 0));
        var indicator = (await office.OpenAsync(plan)).Content.Indicators.ShouldHaveSingleItem();
        indicator.Number.ShouldBe(saved.Made[0]);
        indicator.Baseline.Value.ShouldBe(1600);
        indicator
            .Targets.Select(target => (target.Year.Year, target.Figure.Text, target.Figure.Value, target.Figure.State))
            .ShouldBe([
                (2024, "約1,800", null, null),
                (2025, "▲１９．５", -19.5m, FigureState.Final),
                (2026, "集計中", null, FigureState.Pending),
                (2027, "-", null, FigureState.Outside),
                (2028, "2,000人", null, null),
            ]);
    }

    [Fact]
    public async Task Undo_OfAPaste_TakesAllOfItBackAtOnce()
    {
        var office = await WritingOffice.OpenAsync(database, "102032");
        var plan = await office.StartAsync(PlanForm.A3007);
        var row = (
            await office.SaveCellsAsync(plan, office.Writer, New(0, "name", "来館者数"), New(0, "2024", "10"))
        ).Made[0];
        await office.SaveCellsAsync(
            plan,
            office.Writer,
            new CellEdit(row, "2024", "99", "10"),
            new CellEdit(row, "2025", "88", ""),
            New(-1, "name", "貼り付けた行")
        );

        (await office.UndoAsync(plan)).Conflicts.ShouldBeEmpty();

        var indicator = (await office.OpenAsync(plan)).Content.Indicators.ShouldHaveSingleItem();
        indicator.Targets.ShouldHaveSingleItem().Figure.Value.ShouldBe(10);
        (await office.UndoAsync(plan)).Fault.ShouldBeNull();
        (await office.OpenAsync(plan)).Content.Indicators.ShouldBeEmpty();
        (await office.UndoAsync(plan)).Fault!.Code.ShouldBe("WRITE013");
    }

    [Fact]
    public async Task Save_OfACellThatAnotherChanged_IsReportedAndTheRestIsKept()
    {
        var office = await WritingOffice.OpenAsync(database, "102041");
        var plan = await office.StartAsync(PlanForm.A3007);
        var row = (await office.SaveCellsAsync(plan, office.Writer, New(0, "2024", "10"))).Made[0];
        var other = await office.ColleagueAsync();
        await office.SaveCellsAsync(plan, other, new CellEdit(row, "2024", "20", "10"));

        var late = await office.SaveCellsAsync(
            plan,
            office.Writer,
            new CellEdit(row, "2024", "30", "10"),
            new CellEdit(row, "2025", "40", "")
        );

        late.Conflicts.ShouldBe([new CellEdit(row, "2024", "30", "20")]);
        var targets = (await office.OpenAsync(plan)).Content.Indicators[0].Targets;
        targets.Select(target => target.Figure.Value).ShouldBe([20, 40]);
    }

    [Fact]
    public async Task Save_IntoARowThatWasRemoved_SaysSo()
    {
        var office = await WritingOffice.OpenAsync(database, "102059");
        var plan = await office.StartAsync(PlanForm.A3007);

        var saved = await office.SaveCellsAsync(plan, office.Writer, new CellEdit(77, "2026", "30", "10"));

        saved.Removed.ShouldBe([new CellEdit(77, "2026", "30", "10")]);
        saved.Unknown.ShouldBeEmpty();
    }

    private static CellEdit New(int row, string column, string text) => new(row, column, text, "");
}
