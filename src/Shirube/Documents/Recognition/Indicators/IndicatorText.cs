using Shirube.Documents.Recognition.Indicators.Running;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// KPIs from running text in which a table lost its cells. Layouts are tried from the firmest witness to the weakest;
/// a value is given only where no other reading of the same text gives another one.
/// </summary>
internal static class IndicatorText
{
    public static IndicatorProposal Recognise(SourceDocument document)
    {
        foreach (var region in IndicatorRegion.Find(document.Lines))
        {
            var text = TableText.Of(region);
            if (!text.Tokens.Any(token => token.IsCell))
                continue;
            var proposal = ScatteredTable.Recognise(text);
            if (proposal.Indicators.Count > 0)
                return NamesAndUnits.Fill(text, proposal);
        }
        return IndicatorProposal.None;
    }
}
