using Shirube.Indicators;
using Shirube.Plans;
using Shirube.Verification;

namespace Shirube.Documents.Stored;

/// <summary>
/// A stored version as a reading: the values as they hold now, the evidence as it was read, and where a person put a
/// value right, that they did.
/// </summary>
internal sealed class StoredReading(Transcript transcript, IReadOnlyCollection<string> corrected)
{
    public Reading Of(Document document, DocumentVersion version, StoredParts parts)
    {
        var plan = parts.Plan;
        return new Reading
        {
            Kind = document.Kind,
            Title = Read(version.Title, "/title"),
            Entities = Listed(parts.Authors, (author, at) => Read(author.Name, $"/entities/{at}")!),
            Area = Read(plan?.Area, "/area"),
            SupportMeasure = Read(plan?.SupportMeasure, "/supportMeasure"),
            ProjectName = Read(plan?.ProjectName, "/projectName"),
            ProjectStart = Value(plan?.ProjectStart, "/projectStart"),
            ProjectEnd = Value(plan?.ProjectEnd, "/projectEnd"),
            PlanStart = Value(plan?.Start, "/planStart"),
            PlanEnd = Value(plan?.PlanEnd, "/planEnd"),
            PeriodStart = Value(plan?.PeriodStart ?? parts.Sheet?.PeriodStart, "/periodStart"),
            PeriodEnd = Value(plan?.PeriodEnd ?? parts.Sheet?.PeriodEnd, "/periodEnd"),
            TotalCostYen = Value(plan?.TotalCostYen, "/totalCostYen"),
            Indicators = Listed(parts.Indicators, Indicator),
            Verification = Listed(parts.Verifications, Verification),
            Rows = Listed(parts.Sheet?.Rows ?? [], Row),
            Policies = Listed(parts.Policies, Policy),
            Chapters = Listed(
                parts.Chapters,
                (chapter, at) =>
                    new ReadChapter(
                        chapter.Number,
                        Read(chapter.Title, $"/chapters/{at}/title")!,
                        Read(chapter.Text, $"/chapters/{at}/text")!
                    )
            ),
            Tree = AnnexTranscript.Tree(transcript),
            Links = AnnexTranscript.Links(transcript, "/links"),
            Schedule = AnnexTranscript.Schedule(transcript),
            Funding = AnnexTranscript.Funding(transcript),
            PrivateShares = AnnexTranscript.PrivateShares(transcript),
            Findings = [.. parts.Findings.Select(finding => finding.ToFinding())],
        };
    }

    private ReadIndicator Indicator(Indicator indicator, int at) =>
        new()
        {
            No = indicator.No,
            Name = Read(indicator.Name, $"/indicators/{at}/name"),
            Unit = Read(indicator.Unit, $"/indicators/{at}/unit"),
            Basis = indicator.Basis,
            TargetBasis = indicator.TargetBasis,
            Baseline = Value(indicator.Baseline, $"/indicators/{at}/baseline"),
            BaselineState = BaselineState(indicator, at),
            BaselineYear = Value(indicator.BaselineYear, $"/indicators/{at}/baselineYear"),
            Meaning = AnnexTranscript.Meaning(transcript, $"/indicators/{at}/meaning"),
            Targets = Figures(indicator, FigureRole.Target, $"/indicators/{at}/targets"),
            Actuals = Figures(indicator, FigureRole.Actual, $"/indicators/{at}/actuals"),
            Total = Value(indicator.Total, $"/indicators/{at}/total"),
        };

    /// <summary>What stands in place of the baseline, unless a person put it right.</summary>
    private FigureState BaselineState(Indicator indicator, int at) =>
        indicator.Baseline is null
        && !corrected.Contains($"/indicators/{at}/baseline")
        && Enum.TryParse<FigureState>(
            transcript.ValueAt($"/indicators/{at}/baselineState"),
            ignoreCase: true,
            out var state
        )
            ? state
            : FigureState.NotEntered;

    private List<ReadFigure> Figures(Indicator indicator, FigureRole role, string pointer) =>
        Listed(
            [.. indicator.Figures.Where(figure => figure.Role == role).OrderBy(figure => figure.Position)],
            (figure, at) =>
                new ReadFigure(figure.Year, Value(figure.Value, $"{pointer}/{at}/value"), figure.State)
                {
                    At = NoteOf($"{pointer}/{at}/value"),
                }
        );

    private ReadVerification Verification(PlanVerification verification, int at) =>
        new()
        {
            Entity = Read(verification.Entity, $"/verification/{at}/entity"),
            Month = Value(verification.Month, $"/verification/{at}/month"),
            Body = Read(verification.Body, $"/verification/{at}/body"),
            Seats = Listed(
                [.. verification.Seats.OrderBy(seat => seat.Position)],
                (seat, n) =>
                    new ReadSeat(
                        Read(seat.Sector, $"/verification/{at}/seats/{n}/sector")!,
                        Value(seat.Count, $"/verification/{at}/seats/{n}/count")
                    )
            ),
            Participants = Participants(verification, $"/verification/{at}"),
            Method = Read(verification.Method, $"/verification/{at}/method"),
            Publication = Read(verification.Publication, $"/verification/{at}/publication"),
        };

    /// <summary>As the document says it; nothing where a person put a seat right, which then says more.</summary>
    private Read<string>? Participants(PlanVerification verification, string at) =>
        corrected.Any(pointer => pointer.StartsWith(at + "/seats/", StringComparison.Ordinal))
            ? null
            : Read(verification.Participants, at + "/participants");

    private ReadSheetRow Row(SheetRow row, int at) =>
        new()
        {
            No = row.No,
            BasicGoal = Read(row.BasicGoal, $"/rows/{at}/basicGoal"),
            Project = Read(row.Project, $"/rows/{at}/project"),
            Department = Read(row.Department, $"/rows/{at}/department"),
            GrantKind = Read(row.GrantKind, $"/rows/{at}/grantKind"),
            CostYen = Value(row.CostYen, $"/rows/{at}/costYen"),
            DonationYen = Value(row.DonationYen, $"/rows/{at}/donationYen"),
            DonationCount = Value(row.DonationCount, $"/rows/{at}/donationCount"),
            Content = Read(row.Content, $"/rows/{at}/content"),
            Indicators = Listed(
                [.. row.Indicators.OrderBy(indicator => indicator.Position)],
                (indicator, n) => SheetIndicator(indicator, $"/rows/{at}/indicators/{n}")
            ),
            SelfEvaluation = Read(row.SelfEvaluation, $"/rows/{at}/selfEvaluation"),
            ExpertEvaluation = Read(row.ExpertEvaluation, $"/rows/{at}/expertEvaluation"),
            ExpertOpinion = Read(row.ExpertOpinion, $"/rows/{at}/expertOpinion"),
            NextStep = Read(row.NextStep, $"/rows/{at}/nextStep"),
            Reason = Read(row.Reason, $"/rows/{at}/reason"),
            Review = Read(row.Review, $"/rows/{at}/review"),
        };

    private ReadSheetIndicator SheetIndicator(SheetIndicator indicator, string at) =>
        new()
        {
            Name = Read(indicator.Name, at + "/name"),
            Unit = Read(indicator.Unit, at + "/unit"),
            Target = Value(indicator.Target, at + "/target"),
            TargetYear = Value(indicator.TargetYear, at + "/targetYear"),
            Actual = Value(indicator.Actual, at + "/actual"),
            State = indicator.State,
            StateAt = indicator.State == FigureState.NotEntered ? null : transcript.EvidenceAt(at + "/state"),
        };

    private ReadPolicy Policy(Policy policy, int at) =>
        new(
            Read(policy.No, $"/policies/{at}/no"),
            Read(policy.Name, $"/policies/{at}/name")!,
            Listed(
                [.. policy.Measures.OrderBy(measure => measure.Position)],
                (measure, n) => Read(measure.Text, $"/policies/{at}/measures/{n}")!
            )
        );

    private Read<string>? Read(string? value, string pointer) =>
        value is null ? null : new Read<string>(value, EvidenceOf(pointer));

    private Read<T>? Value<T>(T? value, string pointer)
        where T : struct => value is { } known ? new Read<T>(known, EvidenceOf(pointer)) : null;

    /// <summary>Where a state stands, that a person did not put in or take away.</summary>
    private Evidence? NoteOf(string pointer) => corrected.Contains(pointer) ? null : transcript.EvidenceAt(pointer);

    /// <summary>A value that a person filled in where nothing was read has no place in the document: line 0.</summary>
    private Evidence EvidenceOf(string pointer)
    {
        var read = transcript.EvidenceAt(pointer) ?? new Evidence(new Passage(0, 0, 0, -1, ""));
        return corrected.Contains(pointer) ? read with { Certainty = Certainty.Corrected } : read;
    }

    private static List<TOut> Listed<TIn, TOut>(IReadOnlyList<TIn> items, Func<TIn, int, TOut> build) =>
        [.. items.Select(build)];
}

/// <summary>The rows of one version, each list in the order of its positions.</summary>
internal sealed record StoredParts(
    PlanVersion? Plan,
    VerificationSheet? Sheet,
    IReadOnlyList<Author> Authors,
    IReadOnlyList<Chapter> Chapters,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<PlanVerification> Verifications,
    IReadOnlyList<Policy> Policies,
    IReadOnlyList<StoredFinding> Findings
);
