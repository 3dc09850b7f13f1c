using Shirube.Documents.Recognition.Indicators.Listed;
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
        var running = IndicatorText.Recognise(document);
        if (running.Indicators.Any(HasFigure))
            return running;
        var listed = ListedIndicators.Recognise(document);
        return listed.Indicators.Count > 0 ? listed : running;
    }

    private static bool HasFigure(ReadIndicator indicator) =>
        indicator.Baseline is not null || indicator.Targets.Any(target => target.Figure is not null);
}
