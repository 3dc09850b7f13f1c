using System.Globalization;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Indicators;
using Shirube.Verification;

namespace Shirube.Plans;

/// <summary>The rows that stand for a reading; a row's position is the index in the reading's JSON.</summary>
internal sealed class ReadingRows(VersionKey key)
{
    public IEnumerable<VersionPart> Of(Reading reading)
    {
        yield return reading.Kind == ReadingKind.VerificationSheet ? Sheet(reading) : Plan(reading);
        foreach (var part in Each(reading.Entities, Author))
            yield return part;
        foreach (var part in Each(reading.Chapters, Chapter))
            yield return part;
        foreach (var part in Each(reading.Indicators, Indicator))
            yield return part;
        foreach (var part in Each(reading.Verification, Verification))
            yield return part;
        foreach (var part in Each(reading.Policies, Policy))
            yield return part;
        foreach (var part in Each(reading.Findings, Finding))
            yield return part;
    }

    private PlanVersion Plan(Reading reading) =>
        Keyed(
            new PlanVersion
            {
                Area = Text(reading.Area),
                SupportMeasure = Text(reading.SupportMeasure),
                ProjectName = Text(reading.ProjectName),
                ProjectStart = reading.ProjectStart?.Value,
                ProjectEnd = reading.ProjectEnd?.Value,
                StartsOnCertification = reading.PlanStart is { Value.Date: null },
                PlanStart = reading.PlanStart?.Value.Date,
                PlanEnd = reading.PlanEnd?.Value,
                PeriodStart = reading.PeriodStart?.Value,
                PeriodEnd = reading.PeriodEnd?.Value,
                TotalCostYen = reading.TotalCostYen?.Value,
            }
        );

    private VerificationSheet Sheet(Reading reading) =>
        Keyed(
            new VerificationSheet
            {
                PeriodStart = reading.PeriodStart?.Value,
                PeriodEnd = reading.PeriodEnd?.Value,
                Rows = [.. Each(reading.Rows, Row)],
            }
        );

    private Author Author(Read<string> entity, int position) =>
        new()
        {
            Position = position,
            Name = Storable.Text(entity.Value),
            AuthorCode = GovernmentDirectory.FindByName(entity.Value)?.Code.Value,
        };

    private Chapter Chapter(ReadChapter chapter, int position) =>
        new()
        {
            Position = position,
            Number = Storable.TextOrNull(chapter.Number),
            Title = Storable.Text(chapter.Title.Value),
            Text = Storable.Text(chapter.Text.Value),
        };

    private Indicator Indicator(ReadIndicator indicator, int position) =>
        new()
        {
            Position = position,
            No = indicator.No,
            Name = Text(indicator.Name),
            Unit = Text(indicator.Unit),
            Basis = indicator.Basis,
            Baseline = indicator.Baseline?.Value,
            BaselineYear = indicator.BaselineYear?.Value,
            Total = indicator.Total?.Value,
            Figures =
            [
                .. Each(indicator.Targets, (figure, at) => Figure(figure, position, FigureRole.Target, at)),
                .. Each(indicator.Actuals, (figure, at) => Figure(figure, position, FigureRole.Actual, at)),
            ],
        };

    private static IndicatorFigure Figure(ReadFigure figure, int indicator, FigureRole role, int position) =>
        new()
        {
            IndicatorPosition = indicator,
            Role = role,
            Position = position,
            Year = figure.Year,
            Value = figure.Figure?.Value,
            State = figure.State,
        };

    private PlanVerification Verification(ReadVerification verification, int position) =>
        new()
        {
            Position = position,
            Entity = Text(verification.Entity),
            Month = verification.Month?.Value,
            Body = Text(verification.Body),
            Method = Text(verification.Method),
            Publication = Text(verification.Publication),
            Seats =
            [
                .. Each(
                    verification.Seats,
                    (seat, at) =>
                        new CouncilSeat
                        {
                            VerificationPosition = position,
                            Position = at,
                            Sector = Storable.Text(seat.Sector.Value),
                            Count = seat.Count?.Value,
                        }
                ),
            ],
        };

    private SheetRow Row(ReadSheetRow row, int position) =>
        new()
        {
            Position = position,
            No = row.No,
            BasicGoal = Text(row.BasicGoal),
            Project = Text(row.Project),
            Department = Text(row.Department),
            GrantKind = Text(row.GrantKind),
            CostYen = row.CostYen?.Value,
            DonationYen = row.DonationYen?.Value,
            DonationCount = row.DonationCount?.Value,
            Content = Text(row.Content),
            SelfEvaluation = Text(row.SelfEvaluation),
            ExpertEvaluation = Text(row.ExpertEvaluation),
            ExpertOpinion = Text(row.ExpertOpinion),
            NextStep = Text(row.NextStep),
            Reason = Text(row.Reason),
            Review = Text(row.Review),
            Indicators = [.. Each(row.Indicators, (indicator, at) => SheetIndicator(indicator, position, at))],
        };

    private static SheetIndicator SheetIndicator(ReadSheetIndicator indicator, int row, int position) =>
        new()
        {
            RowPosition = row,
            Position = position,
            Name = Text(indicator.Name),
            Unit = Text(indicator.Unit),
            Target = indicator.Target?.Value,
            TargetYear = indicator.TargetYear?.Value,
            Actual = indicator.Actual?.Value,
            State = indicator.State,
        };

    private Policy Policy(ReadPolicy policy, int position) =>
        new()
        {
            Position = position,
            No = Text(policy.No),
            Name = Storable.Text(policy.Name.Value),
            Measures =
            [
                .. Each(
                    policy.Measures,
                    (measure, at) =>
                        new Measure
                        {
                            PolicyPosition = position,
                            Position = at,
                            Text = Storable.Text(measure.Value),
                        }
                ),
            ],
        };

    private StoredFinding Finding(Finding finding, int position) =>
        new()
        {
            Position = position,
            Code = finding.Code,
            Severity = finding.Severity,
            Arguments =
            [
                .. finding.Arguments.Select(argument =>
                    Storable.Text(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "")
                ),
            ],
            Pointer = finding.Pointer,
            Page = finding.At?.At.Page,
            Line = finding.At?.At.Line,
            EndLine = finding.At?.At.EndLine,
            Passage = Storable.TextOrNull(finding.At?.At.Text),
        };

    private IEnumerable<T> Each<TRead, T>(IEnumerable<TRead> items, Func<TRead, int, T> row)
        where T : VersionPart => items.Select((item, position) => Keyed(row(item, position)));

    private T Keyed<T>(T part)
        where T : VersionPart
    {
        part.GovernmentCode = key.Government;
        part.DocumentNumber = key.Document;
        part.VersionNumber = key.Version;
        return part;
    }

    private static string? Text(Read<string>? value) => Storable.TextOrNull(value?.Value);
}
