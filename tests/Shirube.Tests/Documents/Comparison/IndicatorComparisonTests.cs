using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Comparison;
using Shirube.Indicators;

namespace Shirube.Tests.Documents.Comparison;

public sealed class IndicatorComparisonTests
{
    private static readonly Evidence Nowhere = new(new Passage(0, 0, 0, -1, ""));

    [Fact]
    public void Between_TheSameFiguresWrittenOtherwise_FindsNothing() =>
        Compare([Kpi("就職者数", "人", 1800m, 1900m)], [Kpi("就職者数", "人", 1800.00m, 1900.0m)]).ShouldBeEmpty();

    [Fact]
    public void Between_OneFigureChanged_NamesTheCellAndTheSum()
    {
        var row = Compare([Kpi("就職者数", "人", 1800, 1900)], [Kpi("就職者数", "人", 1800, 2000)])
            .ShouldHaveSingleItem();

        row.Kind.ShouldBe(ChangeKind.Changed);
        row.Cells.Select(cell => cell.Field).ShouldBe([CellField.Target, CellField.Sum]);
        row.Old.Where(run => run.IsChanged).Select(run => run.Text).ShouldBe(["1,900", "3,700"]);
        row.Short!.Value.New.ShouldContain(run => run.Text == "2,000" && run.IsChanged);
        string.Concat(row.Short!.Value.New.Select(run => run.Text)).ShouldNotContain("1,800");
    }

    [Theory]
    [InlineData(FigureState.NotEntered, FigureState.Pending)]
    [InlineData(FigureState.NotEntered, FigureState.Outside)]
    [InlineData(FigureState.Outside, FigureState.Pending)]
    public void Between_ABlankADashAndPending_AreThreeThings(FigureState before, FigureState after) =>
        Compare([Kpi("就職者数", "人", before)], [Kpi("就職者数", "人", after)])
            .ShouldHaveSingleItem()
            .Kind.ShouldBe(ChangeKind.Changed);

    [Fact]
    public void Between_AFigureThatWasNotRead_IsUnclearRatherThanChanged() =>
        Compare([Kpi("就職者数", "人", FigureState.Final)], [Kpi("就職者数", "人", 5)])
            .ShouldHaveSingleItem()
            .Kind.ShouldBe(ChangeKind.Unclear);

    [Fact]
    public void Between_ANewNameOverTheSameFigures_IsRenamed()
    {
        var row = Compare(
                [Kpi("地域への就職者数", "人", 1800, 1900, 2000), Kpi("進出数", "社", 4, 5, 6)],
                [Kpi("UIJターン人材の確保", "人", 1800, 1900, 2000), Kpi("進出数", "社", 4, 5, 6)]
            )
            .ShouldHaveSingleItem();

        row.Kind.ShouldBe(ChangeKind.Changed);
        row.Cells.ShouldHaveSingleItem().Field.ShouldBe(CellField.Name);
    }

    [Fact]
    public void Between_OtherFiguresUnderAnotherName_AreRemovedAndAdded() =>
        Compare([Kpi("就職者数", "人", 1, 2, 3)], [Kpi("来館者数", "人", 4, 5, 6)])
            .Select(row => row.Kind)
            .ShouldBe([ChangeKind.Added, ChangeKind.Removed]);

    [Fact]
    public void Between_ANameOfAnotherUnit_IsAnotherIndicator() =>
        Compare([Kpi("若者の就職の数", "人", 1, 2)], [Kpi("若者の就職の率", "%", 1, 2)])
            .Select(row => row.Kind)
            .ShouldBe([ChangeKind.Added, ChangeKind.Removed]);

    private static List<ComparisonRow> Compare(ReadIndicator[] old, ReadIndicator[] now) =>
        [.. PlanComparison.Between(ComparedPlan.Of(Plan(old)), ComparedPlan.Of(Plan(now))).Changes];

    private static Reading Plan(ReadIndicator[] indicators) =>
        new() { Kind = ReadingKind.Plan, Indicators = indicators };

    private static ReadIndicator Kpi(string name, string unit, params decimal[] targets) =>
        new()
        {
            No = 1,
            Name = new(name, Nowhere),
            Unit = new(unit, Nowhere),
            Targets =
            [
                .. targets.Select(
                    (value, at) => new ReadFigure(new FiscalYear(2024 + at), new(value, Nowhere), FigureState.Final)
                ),
            ],
            Total = new(9999m, Nowhere),
        };

    private static ReadIndicator Kpi(string name, string unit, FigureState state) =>
        Kpi(name, unit) with
        {
            Targets = [new ReadFigure(new FiscalYear(2024), null, state)],
            Total = null,
        };
}
