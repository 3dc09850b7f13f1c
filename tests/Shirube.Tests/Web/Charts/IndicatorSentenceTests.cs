using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Indicators;
using Shirube.Web.Charts;

namespace Shirube.Tests.Web.Charts;

public sealed class IndicatorSentenceTests
{
    [Theory]
    [InlineData(PrintedBasis.Level, "人", 5000, "「利用者数」は、令和6年度（2024年度）に目標を 680人 下回る")]
    [InlineData(PrintedBasis.Level, "％", 5682, "「利用者数」は、令和6年度（2024年度）に目標を 2ポイント 上回る")]
    [InlineData(PrintedBasis.Level, "人", 5680, "「利用者数」は、令和6年度（2024年度）に目標どおりの 5,680人")]
    [InlineData(
        PrintedBasis.Increment,
        "人",
        5000,
        "「利用者数」の令和6年度（2024年度）の実績は 5,000人、目標は 5,680人"
    )]
    public void Of_Result_SpeaksOfIt(PrintedBasis basis, string unit, int actual, string sentence) =>
        IndicatorSentence.Of(Indicator(basis, unit, 5680) with { Actuals = [Figure(2024, actual)] }).ShouldBe(sentence);

    [Fact]
    public void Of_SumThatIsWrong_SaysSo() =>
        IndicatorSentence
            .Of(Indicator(PrintedBasis.Increment, "人", 9, 9) with { Total = Read(20) })
            .ShouldBe("「利用者数」は、各年度の目標の合計 18人 が記載の累計 20人 と合わない");

    [Fact]
    public void Of_IncrementOfAShare_IsInPoints() =>
        IndicatorSentence.Of(Indicator(PrintedBasis.Increment, "％", 2)).ShouldContain("2ポイント の増加");

    [Theory]
    [InlineData(5000, 5680)]
    [InlineData(5680, 5000)]
    [InlineData(5000, 5010)]
    [InlineData(1, 5680)]
    [InlineData(5680, 1)]
    [InlineData(-2208, -338)]
    [InlineData(-338, -2208)]
    [InlineData(0, 0)]
    public void Labels_ResultBesideTarget_StandApartAndOffTheLine(int actual, int target)
    {
        var chart = new YearChart(
            Indicator(PrintedBasis.Level, "人", target) with
            {
                Actuals = [Figure(2024, actual)],
            }
        );

        var labels = chart.LabelsOf(0).ToList();

        labels.Count.ShouldBe(2);
        Math.Abs(labels[0].Y - labels[1].Y).ShouldBeGreaterThanOrEqualTo(14);
        // A line of text is some 11 units high over its base line.
        labels.ShouldAllBe(label => chart.Y(target) > label.Y + 1 || chart.Y(target) < label.Y - 12);
    }

    private static ReadIndicator Indicator(PrintedBasis basis, string unit, params int[] targets) =>
        new()
        {
            No = 1,
            Name = new Read<string>("利用者数", Evidence),
            Unit = new Read<string>(unit, Evidence),
            Basis = basis,
            Targets = [.. targets.Select((target, at) => Figure(2024 + at, target))],
        };

    private static ReadFigure Figure(int year, decimal value) =>
        new(new FiscalYear(year), Read(value), FigureState.Final);

    private static Read<decimal> Read(decimal value) => new(value, Evidence);

    private static Evidence Evidence => new(new Passage(1, 1, 1, 0, "9"));
}
