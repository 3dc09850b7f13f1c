using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Indicators;
using Shirube.Web.Values;

namespace Shirube.Tests.Web;

public sealed class ChosenBasisTests
{
    [Fact]
    public void Judge_NothingChosen_SaysNothing()
    {
        var indicator = Indicator(9, 10);

        new ChosenBasis(null, null).Judge(indicator, indicator.Actuals[0]).ShouldBeNull();
        new ChosenBasis(TargetBasis.Level, null).Judge(indicator, indicator.Actuals[0]).ShouldBeNull();
    }

    [Fact]
    public void Judge_IncrementOverBaseline_AddsToTheBaseline()
    {
        var indicator = Indicator(9, 6);

        var judged = new ChosenBasis(TargetBasis.IncrementOverBaseline, Direction.Higher).Judge(
            indicator,
            indicator.Actuals[0]
        )!;

        judged.Status.ShouldBe(AchievementStatus.Missed);
        (judged.Target, judged.Actual).ShouldBe((237m, 234m));
        judged.Why.ShouldNotBeEmpty();
    }

    [Fact]
    public void Judge_YearPrintedTwice_TakesTheFirst()
    {
        var indicator = Indicator(9, 9) with { Targets = [Figure(2024, 9), Figure(2024, 90)] };

        new ChosenBasis(TargetBasis.AnnualFlow, Direction.Higher)
            .Judge(indicator, indicator.Actuals[0])!
            .Status.ShouldBe(AchievementStatus.Achieved);
    }

    [Fact]
    public void Example_OpenBaseline_NamesNoLevel() =>
        BasisExample
            .Of(Indicator(9, 9) with { Baseline = null }, TargetBasis.IncrementOverBaseline)
            .ShouldContain("基準値が未確定");

    [Fact]
    public void Example_NoFigures_SaysSo() =>
        BasisExample.Of(Indicator(9, 9) with { Targets = [] }, TargetBasis.Level).ShouldContain("例を示せません");

    private static ReadIndicator Indicator(decimal target, decimal actual) =>
        new()
        {
            No = 1,
            Baseline = Read(228m),
            Targets = [Figure(2024, target)],
            Actuals = [Figure(2024, actual)],
        };

    private static ReadFigure Figure(int year, decimal value) =>
        new(new FiscalYear(year), Read(value), FigureState.Final);

    private static Read<decimal> Read(decimal value) => new(value, new Evidence(new Passage(1, 1, 1, 0, "9")));
}
