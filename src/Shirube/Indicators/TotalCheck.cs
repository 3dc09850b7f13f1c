using Shirube.Documents;
using Shirube.Documents.Text;

namespace Shirube.Indicators;

public enum TotalCheckResult
{
    /// <summary>No total is printed, or levels stand in the years: there is nothing to add.</summary>
    NotAsked,
    Holds,
    Differs,

    /// <summary>A year is open.</summary>
    Undecided,
}

/// <summary>
/// The printed total against the sum of the printed years: of all pages and checks the one rule. What a person said
/// the figures are counts before what their heading calls them.
/// </summary>
public readonly record struct TotalCheck(TotalCheckResult Result, decimal Sum)
{
    public static TotalCheck Of(ReadIndicator indicator)
    {
        if (indicator.Total is not { } total || !IsAddedUp(indicator))
            return new TotalCheck(TotalCheckResult.NotAsked, 0);
        var years = indicator.Targets.Where(figure => figure.State != FigureState.Outside).ToList();
        if (years.Count == 0 || years.Any(figure => figure.Figure is null) || !CanBeAdded(indicator))
            return new TotalCheck(TotalCheckResult.Undecided, 0);
        var sum = years.Sum(figure => figure.Figure!.Value);
        // A total over increments is sometimes the level at the end of the plan: it holds the baseline too.
        var holds =
            sum == total.Value
            || (indicator.TargetBasis != TargetBasis.AnnualFlow && sum + indicator.Baseline?.Value == total.Value);
        return new TotalCheck(holds ? TotalCheckResult.Holds : TotalCheckResult.Differs, sum);
    }

    /// <summary>Figures that were kept before there was a limit can be too large to be added up.</summary>
    public static bool CanBeAdded(ReadIndicator indicator) => !Beyond(indicator).Any();

    /// <summary>Figures of an indicator that are larger or finer than is kept, with their place in the indicator.</summary>
    public static IEnumerable<(string Place, Read<decimal> Figure)> Beyond(ReadIndicator indicator)
    {
        IEnumerable<(string Place, Read<decimal>? Figure)> figures =
        [
            ("baseline", indicator.Baseline),
            ("total", indicator.Total),
            .. indicator.Targets.Select((figure, i) => ($"targets/{i}/value", figure.Figure)),
            .. indicator.Actuals.Select((figure, i) => ($"actuals/{i}/value", figure.Figure)),
        ];
        foreach (var (place, figure) in figures)
        {
            if (figure is not null && !FigureSize.Fits(figure.Value))
                yield return (place, figure);
        }
    }

    private static bool IsAddedUp(ReadIndicator indicator) =>
        indicator.TargetBasis is { } chosen
            ? chosen is TargetBasis.AnnualFlow or TargetBasis.IncrementOverBaseline
            : indicator.Basis is not (PrintedBasis.Level or PrintedBasis.Cumulative);
}
