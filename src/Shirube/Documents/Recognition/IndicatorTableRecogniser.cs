namespace Shirube.Documents.Recognition;

/// <summary>A strategy's table of KPIs without a plan around it.</summary>
internal static class IndicatorTableRecogniser
{
    public static Reading Recognise(SourceDocument document) => new() { Kind = ReadingKind.IndicatorTable };
}
