using Shirube.Documents.Checks;

namespace Shirube.Documents.Recognition;

/// <summary>
/// Says what a document means. Each recogniser proposes values with their passages by vocabulary and shape, never by
/// the wording of one document; what two recognisers cannot agree on, or what the text does not force, stays open.
/// </summary>
public static class Recogniser
{
    public static Reading Read(SourceDocument document)
    {
        var reading = KindOfDocument.Recognise(document) switch
        {
            ReadingKind.Plan => PlanRecogniser.Recognise(document),
            ReadingKind.VerificationSheet => SheetRecogniser.Recognise(document),
            ReadingKind.PolicyOutline => PolicyRecogniser.Recognise(document),
            ReadingKind.IndicatorTable => IndicatorTableRecogniser.Recognise(document),
            _ => new Reading { Kind = ReadingKind.Unknown },
        };
        return reading with
        {
            Findings = [.. document.Notices, .. reading.Findings, .. DocumentChecks.Run(document, reading)],
        };
    }
}
