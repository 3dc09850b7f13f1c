using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition;

/// <summary>A verification sheet: one project a row.</summary>
internal static class SheetRecogniser
{
    public static Reading Recognise(SourceDocument document)
    {
        var title = SheetHead.Title(document.Lines);
        var (rows, findings) = FlatSheet.Read(document.Lines);
        return new Reading
        {
            Kind = ReadingKind.VerificationSheet,
            Title = title,
            Entities = SheetHead.Government(title) is { } government ? [government] : [],
            Rows = rows,
            Findings = findings,
        };
    }
}
