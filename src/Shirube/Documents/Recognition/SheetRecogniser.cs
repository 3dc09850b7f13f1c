namespace Shirube.Documents.Recognition;

/// <summary>A verification sheet: one project a row.</summary>
internal static class SheetRecogniser
{
    public static Reading Recognise(SourceDocument document) => new() { Kind = ReadingKind.VerificationSheet };
}
