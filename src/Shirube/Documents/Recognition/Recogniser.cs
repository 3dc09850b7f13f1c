using Shirube.Documents.Checks;
using Shirube.Documents.Recognition.Indicators;
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
        var kind = KindOf(document);
        cancel.ThrowIfCancellationRequested();
        var reading = kind switch
        {
            ReadingKind.Plan => PlanRecogniser.Recognise(document),
            ReadingKind.VerificationSheet => SheetRecogniser.Recognise(document),
            ReadingKind.PolicyOutline => PolicyRecogniser.Recognise(document),
            ReadingKind.IndicatorTable => IndicatorTableRecogniser.Recognise(document),
            _ => KindOfDocument.Unknown(document),
        };
        cancel.ThrowIfCancellationRequested();
        return reading with
        {
            Findings = [.. document.Notices, .. reading.Findings, .. DocumentChecks.Run(document, reading)],
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
