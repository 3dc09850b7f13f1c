using Shirube.Calendar;

namespace Shirube.Plans.Writing;

/// <summary>財源計画: the money of a plan by year and source, its sums, and the share of private funds. In yen.</summary>
public sealed class FundingPlan
{
    public static readonly IReadOnlyList<FundingSource> Sources = Enum.GetValues<FundingSource>();

    private readonly Dictionary<(FiscalYear, FundingSource), decimal> amounts;
    private readonly FiscalYear? first;
    private readonly FiscalYear? last;

    public FundingPlan(PlanContent content)
    {
        amounts = content.Funding.ToDictionary(amount => (amount.Year, amount.Source), amount => amount.Yen);
        first = content.Facts.ProjectStart is { } start ? FiscalYear.Of(start) : Earliest(content);
        last = content.Facts.ProjectEnd is { } end ? FiscalYear.Of(end) : null;
        CostYen = content.Facts.CostYen;
        Years =
        [
            .. ProjectYears()
                .Concat(content.Funding.Select(amount => amount.Year))
                .Concat(TargetYears(content))
                .Distinct()
                .Order(),
        ];
        Targets = [.. content.PrivateShares.Select(Track)];
    }

    /// <summary>Those of the project, and others that have amounts or a target.</summary>
    public IReadOnlyList<FiscalYear> Years { get; }

    /// <summary>総事業費; null while it is blank.</summary>
    public decimal? CostYen { get; }
    public decimal Total => amounts.Values.Sum();
    public bool IsEmpty => amounts.Count == 0;

    /// <summary>How much the sources together are above the 総事業費; null while one of both is open.</summary>
    public decimal? Difference => IsEmpty ? null : TotalWithin - CostYen;

    /// <summary>Without years behind the project's end: the 総事業費 does not count them.</summary>
    public decimal TotalWithin => amounts.Where(amount => IsWithin(amount.Key.Item1)).Sum(amount => amount.Value);

    public IReadOnlyList<TrackedShare> Targets { get; }

    public decimal? Of(FiscalYear year, FundingSource source) =>
        amounts.TryGetValue((year, source), out var yen) ? yen : null;

    public decimal TotalOf(FiscalYear year) => Sources.Sum(source => Of(year, source) ?? 0);

    public decimal TotalOf(FundingSource source) => Years.Sum(year => Of(year, source) ?? 0);

    public decimal PrivateOf(FiscalYear year) =>
        (Of(year, FundingSource.Donation) ?? 0) + (Of(year, FundingSource.Contribution) ?? 0);

    /// <summary>寄附 and 負担金 in percent of all money of the year; null for a year without any.</summary>
    public decimal? ShareOf(FiscalYear year) =>
        TotalOf(year) is var total && total > 0 ? 100 * PrivateOf(year) / total : null;

    /// <summary>From 1, the first year of the project; null while nobody knows which that is.</summary>
    public int? NthOf(FiscalYear year) => first is { } start ? year - start + 1 : null;

    public bool IsWithin(FiscalYear year) => last is not { } end || year <= end;

    private TrackedShare Track(PrivateShareTarget target)
    {
        FiscalYear? year = first is { } start ? start + (target.NthYear - 1) : null;
        return new TrackedShare(
            target,
            year,
            year is { } known ? ShareOf(known) : null,
            year is { } lies && !IsWithin(lies)
        );
    }

    private IEnumerable<FiscalYear> ProjectYears() =>
        first is { } start && last is { } end && end >= start
            ? Enumerable.Range(0, Math.Min(end - start + 1, PlanContent.MostYears)).Select(year => start + year)
        : first is { } only ? [only]
        : [];

    private IEnumerable<FiscalYear> TargetYears(PlanContent content) =>
        first is { } start ? content.PrivateShares.Select(target => start + (target.NthYear - 1)) : [];

    private static FiscalYear? Earliest(PlanContent content) =>
        content.Funding.Count == 0 ? null : content.Funding.Min(amount => amount.Year);
}

/// <summary>A target for the share of private funds beside what the funding plan gives.</summary>
/// <param name="Year">Null while nobody knows when the project begins.</param>
/// <param name="Planned">In percent; null while the year has no money.</param>
/// <param name="IsBeyond">Lies behind the end of the project.</param>
public sealed record TrackedShare(PrivateShareTarget Target, FiscalYear? Year, decimal? Planned, bool IsBeyond)
{
    /// <summary>What is missing, in points; 0 where the target is reached; null while the year has no money.</summary>
    public decimal? Missing => Planned is { } planned ? Math.Max(0, Target.Percent - planned) : null;
}
