using Shirube.Documents.Checks;
using Shirube.Documents.Recognition.Annexes;
using Shirube.Documents.Recognition.Indicators;
using Shirube.Documents.Recognition.Outlines;
using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition;

/// <summary>
/// Says what a document means. Each recogniser proposes values with their passages by vocabulary and shape, never by
/// the wording of one document; what two recognisers cannot agree on, or what the text does not force, stays open.
/// </summary>
public static class Recogniser
{
    /// <exception cref="OperationCanceledException">Looked at between its steps, each of which is short.</exception>
    public static Reading Read(SourceDocument document, CancellationToken cancel = default)
    {
        var annexes = PlanAnnexes.In(document);
        var reading = Recognise(document, annexes.Rest, cancel);
        cancel.ThrowIfCancellationRequested();
        if (reading.Kind is not (ReadingKind.Unknown or ReadingKind.VerificationSheet))
            reading = annexes.Fill(reading);
        return reading with
        {
            Findings = [.. document.Notices, .. reading.Findings, .. DocumentChecks.Run(document, reading)],
        };
    }

    private static Reading Recognise(SourceDocument document, SourceDocument rest, CancellationToken cancel)
    {
        if (OutlineChapters.Read(document) is { Count: > 0 } chapters)
            return OutlinedPlanRecogniser.Recognise(rest, chapters);
        var kind = KindOf(document);
        cancel.ThrowIfCancellationRequested();
        return kind switch
        {
            ReadingKind.Plan => PlanRecogniser.Recognise(rest),
            ReadingKind.VerificationSheet => SheetRecogniser.Recognise(document),
            ReadingKind.PolicyOutline => PolicyRecogniser.Recognise(rest),
            ReadingKind.IndicatorTable => IndicatorTableRecogniser.Recognise(rest),
            _ => KindOfDocument.Unknown(document),
        };
    }

    /// <summary>A sheet's own columns (project, evaluation, next step) say more than its vocabulary, which KPIs share.</summary>
    private static ReadingKind KindOf(SourceDocument document)
    {
        var kind = KindOfDocument.Recognise(document);
        if (kind is ReadingKind.Unknown or ReadingKind.IndicatorTable && SheetTables.AreIn(document))
            return ReadingKind.VerificationSheet;
        return kind == ReadingKind.Unknown && IndicatorTables.AreIn(document) ? ReadingKind.IndicatorTable : kind;
    }
}
