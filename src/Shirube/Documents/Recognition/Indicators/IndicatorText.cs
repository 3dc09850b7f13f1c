namespace Shirube.Documents.Recognition.Indicators;

/// <summary>KPIs from running text in which a table lost its cells.</summary>
internal static class IndicatorText
{
    public static IndicatorProposal Recognise(SourceDocument document) => IndicatorProposal.None;
}
