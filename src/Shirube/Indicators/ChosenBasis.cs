using Shirube.Documents;

namespace Shirube.Indicators;

/// <summary>What a person chose for one indicator; null until somebody did.</summary>
public sealed record ChosenBasis(TargetBasis? Basis, Direction? Direction)
{
    /// <summary>The finding that asks for the choice; null when none does.</summary>
    public static Finding? AskedBy(Reading reading, int indicator) =>
        reading.Findings.FirstOrDefault(finding =>
            finding.Code is "KPI104" or "KPI107" && finding.Pointer == $"/indicators/{indicator}/basis"
        );

    /// <summary>How the year's actual compares with its target; null until both are chosen.</summary>
    public Achievement? Judge(ReadIndicator indicator, ReadFigure actual)
    {
        if (Basis is not { } basis || Direction is not { } direction)
            return null;
        return new AchievementCase
        {
            Basis = basis,
            Direction = direction,
            Baseline = indicator.Baseline?.Value,
            Targets = indicator
                .Targets.Where(target => target.Figure is not null)
                .DistinctBy(target => target.Year)
                .ToDictionary(target => target.Year, target => target.Figure!.Value),
            Actuals = indicator
                .Actuals.DistinctBy(other => other.Year)
                .ToDictionary(other => other.Year, other => new YearActual(other.Figure?.Value, other.State, false)),
            Year = actual.Year,
        }.Judge();
    }
}
