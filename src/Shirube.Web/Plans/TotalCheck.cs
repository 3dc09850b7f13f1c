using Shirube.Documents;
using Shirube.Indicators;

namespace Shirube.Web.Plans;

public enum TotalCheckResult
{
    /// <summary>No total is printed, or levels stand in the years: there is nothing to add.</summary>
    NotAsked,
    Holds,
    Differs,

    /// <summary>A year is open.</summary>
    Undecided,
}

/// <summary>The printed total against the sum of the printed years.</summary>
public readonly record struct TotalCheck(TotalCheckResult Result, decimal Sum)
{
    public static TotalCheck Of(ReadIndicator indicator)
    {
        if (indicator.Total is null || indicator.Basis is PrintedBasis.Level or PrintedBasis.Cumulative)
            return new TotalCheck(TotalCheckResult.NotAsked, 0);
        var years = indicator.Targets.Where(figure => figure.State != FigureState.Outside).ToList();
        if (years.Count == 0 || years.Any(figure => figure.Figure is null))
            return new TotalCheck(TotalCheckResult.Undecided, 0);
        var sum = years.Sum(figure => figure.Figure!.Value);
        return new TotalCheck(sum == indicator.Total.Value ? TotalCheckResult.Holds : TotalCheckResult.Differs, sum);
    }
}
