using Shirube.Calendar;

namespace Shirube.Indicators;

public enum AchievementStatus
{
    Achieved,
    Missed,
    Pending,
    NotEntered,
    NoTarget,

    /// <summary>The figures that the basis needs are not all there.</summary>
    Undefined,
}

/// <summary>What <see cref="Achievement.Rate"/> is a share of.</summary>
public enum RateOf
{
    /// <summary>actual ÷ target</summary>
    Target,

    /// <summary>(actual − baseline) ÷ (target − baseline): the share of the way from the baseline to the target.</summary>
    Way,
}

/// <summary>How a year's actual compares with its target.</summary>
/// <param name="Target">In the terms of the basis: a level for increments over a baseline. Null where undefined.</param>
/// <param name="Rate">Not rounded; 1 is the target. Null where a rate would mislead; <paramref name="Why"/> says so.</param>
/// <param name="Why">One sentence with the figures in it, in the language of the reader.</param>
public sealed record Achievement(
    AchievementStatus Status,
    bool IsProvisional,
    decimal? Target,
    decimal? Actual,
    decimal? Rate,
    RateOf? RateIs,
    string Why
);

/// <summary>The actual of one year. <paramref name="IsLevel"/>: the level itself was given, not the printed increment.</summary>
public readonly record struct YearActual(decimal? Value, FigureState State, bool IsLevel)
{
    public bool IsKnown => Value is not null && State is FigureState.Final or FigureState.Provisional;
}

/// <summary>One indicator and the year to judge it in. The rules are those of the achievement contract.</summary>
public sealed record AchievementCase
{
    public required TargetBasis Basis { get; init; }
    public required Direction Direction { get; init; }
    public decimal? Baseline { get; init; }

    /// <summary>As printed; a year that is not there has no target.</summary>
    public required IReadOnlyDictionary<FiscalYear, decimal> Targets { get; init; }

    /// <summary>Lower and upper bound by year, for <see cref="Direction.Range"/>.</summary>
    public IReadOnlyDictionary<FiscalYear, (decimal Low, decimal High)> Ranges { get; init; } =
        new Dictionary<FiscalYear, (decimal, decimal)>();
    public required IReadOnlyDictionary<FiscalYear, YearActual> Actuals { get; init; }
    public required FiscalYear Year { get; init; }

    public Achievement Judge()
    {
        var own = Actuals.GetValueOrDefault(Year);
        var target = TargetOfYear();
        var actual = ActualOfYear(own);
        var status = StatusOf(own, target, actual);
        var (rate, rateIs) = RateFor(target, actual);
        var why = AchievementWords.Say(this, status, target, actual, rate, rateIs);
        return new Achievement(status, own.State == FigureState.Provisional, target, actual, rate, rateIs, why);
    }

    /// <summary>Some years give the level and others the printed increment: what they would add up to is no level.</summary>
    internal bool MixesLevelsAndIncrements =>
        Basis == TargetBasis.IncrementOverBaseline
        && Actuals.Values.Where(actual => actual.Value is not null).DistinctBy(actual => actual.IsLevel).Count() > 1;

    private bool HasTarget => Direction == Direction.Range ? Ranges.ContainsKey(Year) : Targets.ContainsKey(Year);

    private decimal? TargetOfYear()
    {
        if (!Targets.TryGetValue(Year, out var printed))
            return null;
        return Basis == TargetBasis.IncrementOverBaseline
            ? Baseline + SumOfYears(year => Targets.TryGetValue(year, out var value) ? value : null)
            : printed;
    }

    private decimal? ActualOfYear(YearActual own)
    {
        if (!own.IsKnown)
            return null;
        if (Basis != TargetBasis.IncrementOverBaseline || own.IsLevel)
            return own.Value;
        return Baseline
            + SumOfYears(year => Actuals.TryGetValue(year, out var actual) && actual.IsKnown ? actual.Value : null);
    }

    /// <summary>Sum from the first printed year to the year judged; null when a year in between is not known.</summary>
    private decimal? SumOfYears(Func<FiscalYear, decimal?> valueOf)
    {
        var sum = 0m;
        var first = Targets.Keys.Append(Year).Min();
        for (var year = first; year <= Year; year += 1)
        {
            if (valueOf(year) is not { } value)
                return null;
            sum += value;
        }
        return sum;
    }

    private AchievementStatus StatusOf(YearActual own, decimal? target, decimal? actual)
    {
        if (!HasTarget)
            return AchievementStatus.NoTarget;
        if (IsUndefined(target, actual))
            return AchievementStatus.Undefined;
        if (actual is not { } reached)
            return own.State == FigureState.Pending ? AchievementStatus.Pending : AchievementStatus.NotEntered;
        var achieved = Direction switch
        {
            Direction.Higher => reached >= target,
            Direction.Lower => reached <= target,
            _ => reached >= Ranges[Year].Low && reached <= Ranges[Year].High,
        };
        return achieved ? AchievementStatus.Achieved : AchievementStatus.Missed;
    }

    /// <summary>
    /// Increments as printed make a level only when the baseline and every year up to this one are known, this one
    /// included; a level that was itself reported needs no other year.
    /// </summary>
    private bool IsUndefined(decimal? target, decimal? actual)
    {
        if (Basis != TargetBasis.IncrementOverBaseline)
            return false;
        if (Baseline is null || (target is null && Direction != Direction.Range))
            return true;
        return actual is null && !Actuals.Values.Any(year => year.IsLevel);
    }

    private (decimal?, RateOf?) RateFor(decimal? target, decimal? actual)
    {
        if (target is not { } aim || actual is not { } reached)
            return (null, null);
        if (Basis is TargetBasis.Level or TargetBasis.IncrementOverBaseline && Baseline is { } start)
            return aim == start ? (null, null) : ((reached - start) / (aim - start), RateOf.Way);
        return Direction == Direction.Higher && aim > 0 && reached >= 0 ? (reached / aim, RateOf.Target) : (null, null);
    }
}
