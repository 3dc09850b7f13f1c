namespace Shirube.Documents.Recognition.Indicators;

/// <summary>KPIs from tables whose cells are known.</summary>
internal static class IndicatorTables
{
    public static IndicatorProposal Recognise(SourceDocument document) => IndicatorProposal.None;
}
