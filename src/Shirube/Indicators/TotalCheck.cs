using Shirube.Documents;

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
        if (years.Count == 0 || years.Any(figure => figure.Figure is null))
            return new TotalCheck(TotalCheckResult.Undecided, 0);
        var sum = years.Sum(figure => figure.Figure!.Value);
        // A total over increments is sometimes the level at the end of the plan: it holds the baseline too.
        var holds =
            sum == total.Value
            || (indicator.TargetBasis != TargetBasis.AnnualFlow && sum + indicator.Baseline?.Value == total.Value);
        return new TotalCheck(holds ? TotalCheckResult.Holds : TotalCheckResult.Differs, sum);
    }

    private static bool IsAddedUp(ReadIndicator indicator) =>
        indicator.TargetBasis is { } chosen
            ? chosen is TargetBasis.AnnualFlow or TargetBasis.IncrementOverBaseline
            : indicator.Basis is not (PrintedBasis.Level or PrintedBasis.Cumulative);
}
