using Shirube.Documents;
using Shirube.Indicators;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Charts;

/// <summary>What an indicator's figures say in one sentence: the title of its chart.</summary>
internal static class IndicatorSentence
{
    public static string Of(ReadIndicator indicator)
    {
        var name = indicator.Name?.Value ?? T("Indicator.Nameless", indicator.No);
        var unit = indicator.Unit?.Value ?? "";
        var figures = indicator.Targets.Where(figure => figure.Figure is not null).ToList();
        if (figures.Count == 0)
            return T("Sentence.NoTargets", name);
        if (Reached(indicator, figures, name, unit) is { } reached)
            return reached;
        var last = figures.MaxBy(figure => figure.Year)!;
        var year = ValueText.Year(last.Year);
        var check = TotalCheck.Of(indicator);
        if (indicator.Total is { } printed && check.Result == TotalCheckResult.Differs)
            return T("Sentence.TotalDiffers", name, ValueText.Number(check.Sum), ValueText.Number(printed.Value), unit);
        // A total that the years do not bear out, or that holds the baseline too, is no sum to promise.
        if (
            indicator.Total is { } total
            && check is { Result: TotalCheckResult.Holds, Sum: var sum }
            && sum == total.Value
        )
            return T("Sentence.Total", name, figures.Count, ValueText.Number(total.Value), unit);
        return BasisOf(indicator) switch
        {
            PrintedBasis.Increment => T(
                "Sentence.Increment",
                name,
                year,
                ValueText.Number(last.Figure!.Value),
                Points(unit)
            ),
            PrintedBasis.Unknown => T("Sentence.Unknown", name, year, ValueText.Number(last.Figure!.Value), unit),
            _ => T("Sentence.Level", name, year, ValueText.Number(last.Figure!.Value), unit),
        };
    }

    /// <summary>The newest result beside its target; null while there is none.</summary>
    private static string? Reached(ReadIndicator indicator, List<ReadFigure> targets, string name, string unit)
    {
        var latest = indicator.Actuals.Where(actual => actual.Figure is not null).MaxBy(actual => actual.Year);
        if (latest?.Figure is not { Value: var actual })
            return null;
        var year = ValueText.Year(latest.Year);
        if (targets.Find(figure => figure.Year == latest.Year)?.Figure is not { Value: var target })
            return T("Sentence.ActualAlone", name, year, ValueText.Number(actual), unit);
        // Under a heading of increments a result may be a level: until a person says what they are, nothing is compared.
        var isOneKind = indicator.TargetBasis is { } chosen
            ? chosen != TargetBasis.IncrementOverBaseline
            : indicator.Basis is PrintedBasis.Level or PrintedBasis.Cumulative;
        if (!isOneKind)
            return T("Sentence.ActualBeside", name, year, ValueText.Number(actual), ValueText.Number(target), unit);
        return actual == target
            ? T("Sentence.ActualEqual", name, year, ValueText.Number(actual), unit)
            : T(
                actual > target ? "Sentence.ActualAbove" : "Sentence.ActualBelow",
                name,
                year,
                ValueText.Number(Math.Abs(actual - target)),
                Points(unit)
            );
    }

    /// <summary>Between two shares lie points, not per cent.</summary>
    private static string Points(string unit) => unit is "%" or "％" or "パーセント" ? T("Sentence.Points") : unit;

    /// <summary>What a person said the figures are counts before their heading.</summary>
    private static PrintedBasis BasisOf(ReadIndicator indicator) =>
        indicator.TargetBasis switch
        {
            TargetBasis.AnnualFlow => PrintedBasis.Unknown,
            TargetBasis.IncrementOverBaseline => PrintedBasis.Increment,
            TargetBasis.Level => PrintedBasis.Level,
            TargetBasis.Cumulative => PrintedBasis.Cumulative,
            _ => indicator.Basis,
        };
}
