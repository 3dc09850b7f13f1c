using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition;

/// <summary>A verification sheet: one project a row, a card, or a stretch of running text.</summary>
internal static class SheetRecogniser
{
    public static Reading Recognise(SourceDocument document)
    {
        var title = SheetHead.Title(document.Lines);
        var (rows, findings) = SheetTables.Read(document);
        if (rows.Count == 0)
            (rows, findings) = SheetTables.ReadLabels(document);
        if (rows.Count == 0 && findings.Count == 0 && !CardText.IsLabelled(document.Lines))
            (rows, findings) = FlatSheet.Read(document.Lines);
        if (rows.Count == 0 && findings.Count == 0)
            findings = [new Finding("SHEET010", Severity.Warning, null)];
        return new Reading
        {
            Kind = ReadingKind.VerificationSheet,
            Title = title,
            Entities = SheetHead.Government(title, document.Lines) is { } government ? [government] : [],
            Rows = rows,
            Findings = findings,
        };
    }
}
