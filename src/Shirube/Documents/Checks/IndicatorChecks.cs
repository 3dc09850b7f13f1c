using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents.Checks;

/// <summary>Checks on the KPIs of a plan or a strategy.</summary>
internal static class IndicatorChecks
{
    /// <summary>A project may have at most four KPIs (Cabinet Office, guidance to the grant).</summary>
    public const int MostIndicators = 4;

    public static IEnumerable<Finding> Run(Reading reading)
    {
        if (reading.Indicators.Count == 0)
            yield return new Finding("KPI113", Severity.Error, reading.Title?.Evidence);
        if (reading.Kind == ReadingKind.Plan && reading.Indicators.Count > MostIndicators)
        {
            yield return new Finding(
                "KPI103",
                Severity.Error,
                AnyEvidence(reading.Indicators[MostIndicators]),
                reading.Indicators.Count,
                MostIndicators
            )
            {
                Pointer = "/indicators",
            };
        }
        var said = new SaidPlaces(reading.Findings);
        for (var i = 0; i < reading.Indicators.Count; i++)
        {
            var pointer = "/indicators/" + i.ToString(CultureInfo.InvariantCulture);
            var indicator = reading.Indicators[i];
            foreach (
                var finding in Descriptions(indicator, pointer)
                    .Where(finding => !said.Contains(finding.Pointer!))
                    .Concat(Figures(reading, indicator, pointer))
            )
                yield return finding;
        }
        foreach (var finding in YearsWithoutTarget(reading))
            yield return finding;
        foreach (
            var twin in reading
                .Indicators.Where(indicator => indicator.Name is not null)
                .GroupBy(indicator => Folding.Squeeze(indicator.Name!.Value))
                .Where(group => group.Count() > 1)
        )
            yield return new Finding("KPI109", Severity.Warning, twin.Last().Name!.Evidence, twin.Last().Name!.Value);
    }

    private static IEnumerable<Finding> Descriptions(ReadIndicator indicator, string pointer)
    {
        var at = AnyEvidence(indicator);
        if (indicator.Name is null)
            yield return new Finding("KPI105", Severity.Error, at, indicator.No) { Pointer = pointer + "/name" };
        if (indicator.Unit is null)
            yield return new Finding("KPI106", Severity.Warning, at, indicator.No) { Pointer = pointer + "/unit" };
        if (indicator is { Basis: PrintedBasis.Unknown, TargetBasis: null, Meaning: null or { Basis: null } })
            yield return new Finding("KPI107", Severity.Warning, at, indicator.No) { Pointer = pointer + "/basis" };
        if (indicator.Baseline is null)
            yield return new Finding("KPI108", Severity.Warning, at, indicator.No) { Pointer = pointer + "/baseline" };
    }

    private static IEnumerable<Finding> Figures(Reading reading, ReadIndicator indicator, string pointer)
    {
        foreach (var (place, figure) in TotalCheck.Beyond(indicator))
            yield return new Finding(
                "KPI115",
                Severity.Error,
                figure.Evidence,
                indicator.No,
                figure.Value,
                FigureSize.WholeDigits,
                FigureSize.Decimals
            )
            {
                Pointer = $"{pointer}/{place}",
            };
        var targets = indicator.Targets.Where(target => target.Figure is not null).ToList();
        if (TotalCheck.Of(indicator) is { Result: TotalCheckResult.Differs, Sum: var sum })
        {
            yield return new Finding(
                "KPI101",
                Severity.Error,
                indicator.Total!.Evidence,
                indicator.No,
                sum,
                indicator.Total.Value
            )
            {
                Pointer = pointer + "/total",
            };
        }
        if (ReadsLikeLevels(indicator, targets))
        {
            yield return new Finding(
                "KPI104",
                Severity.Warning,
                targets[0].Figure!.Evidence,
                indicator.No,
                indicator.Baseline!.Value,
                targets[0].Figure!.Value
            )
            {
                Pointer = pointer + "/basis",
            };
        }
        foreach (var finding in Years(reading, indicator, targets, pointer))
            yield return finding;
        if (
            indicator.Unit?.Value is "%" or "％"
            && targets.FirstOrDefault(target => target.Figure!.Value > 100) is { } beyond
        )
            yield return new Finding(
                "KPI112",
                Severity.Warning,
                beyond.Figure!.Evidence,
                indicator.No,
                beyond.Figure.Value
            );
    }

    private static IEnumerable<Finding> Years(
        Reading reading,
        ReadIndicator indicator,
        List<ReadFigure> targets,
        string pointer
    )
    {
        if (targets.Count == 0)
            yield break;
        if (reading.ProjectStart is { } start && reading.ProjectEnd is { } end)
        {
            var (first, last) = (FiscalYear.Of(start.Value), FiscalYear.Of(end.Value));
            foreach (var outside in targets.Where(target => target.Year < first || target.Year > last))
                yield return new Finding(
                    "KPI102",
                    Severity.Warning,
                    outside.Figure!.Evidence,
                    indicator.No,
                    FindingWord.Year(outside.Year),
                    FindingWord.Year(first),
                    FindingWord.Year(last)
                )
                {
                    Pointer = pointer + "/targets",
                };
        }
        if (indicator.BaselineYear is { } baseline && baseline.Value >= targets.Min(target => target.Year))
            yield return new Finding(
                "KPI111",
                Severity.Warning,
                baseline.Evidence,
                indicator.No,
                FindingWord.Year(baseline.Value)
            )
            {
                Pointer = pointer + "/baselineYear",
            };
    }

    /// <summary>
    /// Years of the project without a target: one finding for all KPIs that lack the same years, so that a plan with a
    /// target for its last year alone is told once.
    /// </summary>
    private static IEnumerable<Finding> YearsWithoutTarget(Reading reading)
    {
        if (reading.ProjectStart is not { } start || reading.ProjectEnd is not { } end)
            return [];
        var (first, last) = (FiscalYear.Of(start.Value), FiscalYear.Of(end.Value));
        if (last < first || last - first >= 20)
            return [];
        var years = Enumerable.Range(0, last - first + 1).Select(i => first + i).ToList();
        return reading
            .Indicators.Where(indicator => indicator.Targets.Any(target => target.Figure is not null))
            .Select(indicator =>
                (
                    Indicator: indicator,
                    Missing: years.Where(year => indicator.Targets.All(target => target.Year != year)).ToList()
                )
            )
            .Where(one => one.Missing.Count > 0)
            .Where(one => !(IsDonationPlan(reading) && IsLastAlone(one.Indicator, last)))
            .GroupBy(one => string.Join(',', one.Missing) + IsLastAlone(one.Indicator, last))
            .Select(group =>
                YearsWithoutTarget(
                    [.. group.Select(one => one.Indicator)],
                    group.First().Missing,
                    IsLastAlone(group.First().Indicator, last) ? last : null
                )
            );
    }

    private static Finding YearsWithoutTarget(
        List<ReadIndicator> indicators,
        List<FiscalYear> missing,
        FiscalYear? lastAlone
    )
    {
        var at = indicators[0].Targets.First(target => target.Figure is not null).Figure!.Evidence;
        var numbers = string.Join(", ", indicators.Select(indicator => indicator.No));
        return lastAlone is { } last
            ? new Finding("KPI114", Severity.Note, at, numbers, FindingWord.Year(last)) { Pointer = "/indicators" }
            : new Finding("KPI110", Severity.Warning, at, numbers, FindingWord.Years(missing))
            {
                Pointer = "/indicators",
            };
    }

    /// <summary>The form of plans that companies' donations pay for (まち・ひと・しごと創生寄附活用事業) has one target.</summary>
    private static bool IsDonationPlan(Reading reading) => reading.SupportMeasure?.Value == Reading.DonationMeasure;

    private static bool IsLastAlone(ReadIndicator indicator, FiscalYear last) =>
        indicator.Targets is [{ Year: var year }] && year == last;

    /// <summary>
    /// Increments are small beside the level that they add to. Under a heading 増加分, figures that start near the
    /// baseline (half to double) and never fall far below it look like the yearly level itself.
    /// </summary>
    private static bool ReadsLikeLevels(ReadIndicator indicator, List<ReadFigure> targets) =>
        indicator is { Basis: PrintedBasis.Increment, TargetBasis: null }
        && indicator.Baseline is { Value: > 0 } baseline
        && TotalCheck.CanBeAdded(indicator)
        && targets.Count >= 2
        && targets.All(target =>
            target.Figure!.Value >= baseline.Value / 2 && target.Figure.Value <= baseline.Value * 4
        )
        && targets[0].Figure!.Value <= baseline.Value * 2;

    private static Evidence? AnyEvidence(ReadIndicator indicator) =>
        indicator.Name?.Evidence
        ?? indicator.Baseline?.Evidence
        ?? indicator.Targets.Select(target => target.Figure?.Evidence ?? target.At).FirstOrDefault(at => at is not null)
        ?? indicator
            .Actuals.Select(actual => actual.Figure?.Evidence ?? actual.At)
            .FirstOrDefault(at => at is not null);
}
