using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>A reading as one side of a comparison.</summary>
internal static class ComparedReading
{
    public static ComparedPlan Of(Reading reading) =>
        new([.. Facts(reading)], [.. reading.Indicators.Select(Indicator)], [.. Parts(reading)]);

    private static IEnumerable<ComparedFact> Facts(Reading reading)
    {
        yield return new(PlanFact.Name, reading.Title?.Value);
        yield return new(
            PlanFact.Authors,
            reading.Entities.Count == 0 ? null : string.Join('、', reading.Entities.Select(entity => entity.Value))
        );
        if (reading.Kind == ReadingKind.Plan)
        {
            yield return new(PlanFact.Area, reading.Area?.Value);
            yield return new(PlanFact.SupportMeasure, reading.SupportMeasure?.Value);
            yield return new(PlanFact.ProjectName, reading.ProjectName?.Value);
            yield return new(PlanFact.ProjectPeriod, Period(Day(reading.ProjectStart), Day(reading.ProjectEnd)));
            yield return new(PlanFact.PlanPeriod, Period(Start(reading.PlanStart), Day(reading.PlanEnd)));
            yield return new(
                PlanFact.TotalCost,
                reading.TotalCostYen is { } cost ? ComparisonText.Yen(cost.Value) : null
            );
        }
        else
            yield return new(PlanFact.Period, Period(Day(reading.PeriodStart), Day(reading.PeriodEnd)));
    }

    internal static string? Period(string? start, string? end) =>
        start is null && end is null
            ? null
            : ComparisonText.Of("Period", start ?? ComparisonText.Open, end ?? ComparisonText.Open);

    private static string? Day(Read<DateOnly>? day) => day is null ? null : ComparisonText.Of(day.Value);

    private static string? Start(Read<PlanStart>? start) => start is null ? null : ComparisonText.Of(start.Value);

    private static ComparedIndicator Indicator(ReadIndicator indicator) =>
        new(indicator.No, indicator.Name?.Value, indicator.Unit?.Value, [.. Cells(indicator)]);

    private static IEnumerable<IndicatorCell> Cells(ReadIndicator indicator)
    {
        yield return IndicatorCell.OfText(CellField.Name, indicator.Name?.Value);
        yield return IndicatorCell.OfText(CellField.Unit, indicator.Unit?.Value);
        yield return IndicatorCell.OfWord(
            CellField.Heading,
            indicator.Basis == PrintedBasis.Unknown ? null : indicator.Basis
        );
        yield return IndicatorCell.OfWord(CellField.Basis, indicator.TargetBasis);
        yield return IndicatorCell.OfYear(indicator.BaselineYear?.Value);
        yield return IndicatorCell.OfNumber(CellField.Baseline, indicator.Baseline?.Value);
        foreach (var target in indicator.Targets)
            yield return Figure(CellField.Target, target);
        foreach (var actual in indicator.Actuals)
            yield return Figure(CellField.Actual, actual);
        yield return IndicatorCell.OfNumber(CellField.Total, indicator.Total?.Value);
        if (indicator.Total is not null)
            yield return IndicatorCell.OfNumber(CellField.Sum, SumOf(indicator.Targets));
    }

    private static IndicatorCell Figure(CellField field, ReadFigure figure) =>
        IndicatorCell.OfFigure(field, figure.Year, figure.Figure?.Value, figure.State);

    /// <summary>Null while a year is open.</summary>
    private static decimal? SumOf(IReadOnlyList<ReadFigure> targets) =>
        targets.All(target => target.Figure is not null || target.State == FigureState.Outside)
            ? targets.Sum(target => target.Figure?.Value ?? 0)
            : null;

    private static IEnumerable<ComparedPart> Parts(Reading reading) =>
        [.. Chapters(reading), .. reading.Policies.Select(Policy), .. reading.Rows.Select(Row), .. Annexes(reading)];

    /// <summary>施策体系, 工程表 and 財源計画 behind the chapters, as those of a plan under writing are compared.</summary>
    private static IEnumerable<ComparedPart> Annexes(Reading reading)
    {
        var hasTree = reading.Tree.Count + reading.Links.Count > 0;
        if (!hasTree && reading.Schedule.Count + reading.Funding.Count + reading.PrivateShares.Count == 0)
            return [];
        var content = ReadPlan.Of(reading, ReadPlan.FormOf(reading), []);
        return ComparedContent
            .Annexes(hasTree ? content : content with { Nodes = [], Links = [], Levels = [] })
            .Where(part => part.Paragraphs.Count > 0);
    }

    private static IEnumerable<ComparedPart> Chapters(Reading reading)
    {
        var paragraphs = Paragraphs.In(reading.Chapters.SelectMany(chapter => chapter.Text.Value.Split('\n')));
        var above = new Place(null, []);
        foreach (var chapter in reading.Chapters)
        {
            if (chapter.Number is not null)
                above = new Place(chapter.Number, [chapter.Title.Value]);
            var place = chapter.Number is not null
                ? above
                : above with
                {
                    Headings = [.. above.Headings, chapter.Title.Value],
                };
            yield return new(
                place,
                chapter.Number is { } number ? $"{number} {chapter.Title.Value}" : chapter.Title.Value,
                paragraphs.Of(chapter.Text.Value)
            );
        }
    }

    private static ComparedPart Policy(ReadPolicy policy) =>
        new(
            new Place(policy.No?.Value, [policy.Name.Value]),
            $"{policy.No?.Value} {policy.Name.Value}".Trim(),
            [.. policy.Measures.Select(measure => measure.Value)]
        );

    private static ComparedPart Row(ReadSheetRow row) =>
        new(
            new Place(null, [row.Project?.Value ?? ComparisonText.Of("Row", row.No)]),
            row.Project?.Value ?? "",
            [.. RowText(row).Where(line => line is not null).Select(line => line!)]
        );

    private static IEnumerable<string?> RowText(ReadSheetRow row) =>
        [
            row.BasicGoal?.Value,
            row.Department?.Value,
            row.GrantKind?.Value,
            row.CostYen is { } cost ? ComparisonText.Yen(cost.Value) : null,
            row.DonationYen is { } donation ? ComparisonText.Yen(donation.Value) : null,
            row.Content?.Value,
            .. row.Indicators.Select(indicator =>
                string.Join(
                    '\t',
                    indicator.Name?.Value ?? ComparisonText.Open,
                    indicator.Unit?.Value ?? ComparisonText.Open,
                    indicator.Target is { } target ? ComparisonText.Of(target.Value) : ComparisonText.Open,
                    ComparisonText.Of(indicator.Actual?.Value, indicator.State)
                )
            ),
            row.SelfEvaluation?.Value,
            row.ExpertEvaluation?.Value,
            row.ExpertOpinion?.Value,
            row.NextStep?.Value,
            row.Reason?.Value,
            row.Review?.Value,
        ];
}
