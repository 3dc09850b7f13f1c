using Shirube.Documents.Recognition.Indicators.Running;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// KPIs from running text in which a table lost its cells. Layouts are tried from the firmest witness to the weakest;
/// a value is given only where no other reading of the same text gives another one.
/// </summary>
internal static class IndicatorText
{
    /// <summary>Fewer cells are no table: prose names single figures, too.</summary>
    private const int FewestCells = 3;

    /// <summary>More cells than any KPI table of a plan holds.</summary>
    private const int MostCells = 2000;

    public static IndicatorProposal Recognise(SourceDocument document)
    {
        var open = IndicatorProposal.None;
        foreach (var region in IndicatorRegion.Find(document.Lines))
        {
            var text = TableText.Of(region);
            var cells = text.Tokens.Where(token => token.IsCell).ToList();
            if (cells.Count is < FewestCells or > MostCells)
                continue;
            if (Read(text) is { } proposal)
                return NamesAndUnits.Fill(text, proposal);
            if (open.Findings.Count == 0 && text.Numbers.Count > 0)
                open = Open(text, cells);
        }
        return open;
    }

    private static IndicatorProposal? Read(TableText text)
    {
        if (RowLines.Find(text) is { } rows && ColumnPlan.Of(text.Headings, rows) is { IsReversed: false } plan)
            return new GridReading(text, plan, Certainty.PlaceInferred).Read(rows);
        if (text.Tokens.Any(token => token.Kind == TokenKind.BrokenFigure))
            return null;
        if (TurnedLines.Find(text) is { } turned)
            return new GridReading(text, turned.Plan, Certainty.PlaceInferred).Read(turned.Rows);
        return CellStream.Read(text) ?? AnchoredRows.Read(text) ?? ScatteredTable.Read(text);
    }

    private static IndicatorProposal Open(TableText text, IReadOnlyList<IndicatorToken> cells) =>
        NamesAndUnits.Fill(
            text,
            new IndicatorProposal(
                [.. text.Numbers.Select(number => new ReadIndicator { No = number, Basis = text.Headings.Basis })],
                [IndicatorFindings.LayoutOpen(text, cells)]
            )
        );
}
