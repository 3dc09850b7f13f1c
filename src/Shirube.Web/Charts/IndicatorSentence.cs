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
        var last = figures.MaxBy(figure => figure.Year)!;
        var year = ValueText.Year(last.Year);
        // A total that the years do not bear out, or that holds the baseline too, is no sum to promise.
        if (
            indicator.Total is { } total
            && TotalCheck.Of(indicator) is { Result: TotalCheckResult.Holds, Sum: var sum }
            && sum == total.Value
        )
            return T("Sentence.Total", name, figures.Count, ValueText.Number(total.Value), unit);
        return BasisOf(indicator) switch
        {
            PrintedBasis.Increment => T("Sentence.Increment", name, year, ValueText.Number(last.Figure!.Value), unit),
            PrintedBasis.Unknown => T("Sentence.Unknown", name, year, ValueText.Number(last.Figure!.Value), unit),
            _ => T("Sentence.Level", name, year, ValueText.Number(last.Figure!.Value), unit),
        };
    }

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
