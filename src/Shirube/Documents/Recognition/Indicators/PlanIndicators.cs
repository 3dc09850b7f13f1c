using Shirube.Documents.Recognition.Indicators.Running;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>What a recogniser of KPIs found, and what it wants a person to look at.</summary>
internal sealed record IndicatorProposal(IReadOnlyList<ReadIndicator> Indicators, IReadOnlyList<Finding> Findings)
{
    public static readonly IndicatorProposal None = new([], []);
}

/// <summary>The KPIs of a document: from its tables where cells say which figure is which, else from its text.</summary>
internal static class PlanIndicators
{
    public static IndicatorProposal Recognise(SourceDocument document)
    {
        var fromTables = IndicatorTables.Recognise(document);
        var proposal = fromTables.Indicators.Count > 0 ? fromTables : FromText(document);
        return document.Format == DocumentFormat.Text ? TypographicSpaces.Drop(proposal, document) : proposal;
    }

    private static IndicatorProposal FromText(SourceDocument document)
    {
        if (document.Format == DocumentFormat.Text && AlignedTables.In(document) is { } aligned)
        {
            var proposal = IndicatorTables.Recognise(aligned);
            if (proposal.Indicators.Count > 0)
                return proposal;
        }
        return IndicatorText.Recognise(document);
    }
}
