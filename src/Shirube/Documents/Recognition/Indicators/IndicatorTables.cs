namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// KPIs from tables whose cells are known. Each cell is first taken for what it says itself, then heading rows give
/// every column its year and role, rows give number, name and unit, and the figures of one KPI are brought together
/// over all tables of the document.
/// </summary>
internal static class IndicatorTables
{
    public static IndicatorProposal Recognise(SourceDocument document)
    {
        if (document.Tables.Count == 0)
            return IndicatorProposal.None;
        var tables = Read(document);
        if (!tables.Exists(table => table.Drafts.Count > 0))
            return IndicatorProposal.None;
        var drafts = DraftJoin.Of(document, tables);
        var proposal = new DraftResolution(document, tables).Resolve(drafts);
        var shifted = tables.Where(table => table.Drafts.Count > 0).SelectMany(table => table.RowsWithoutPlace);
        return proposal with { Findings = [.. proposal.Findings, .. shifted.Select(Shifted)] };
    }

    private static Finding Shifted(Cell first) =>
        new("KPI040", Severity.Warning, new Evidence(first.At), first.At.Line, CellText.Joined(first.Text));

    /// <summary>At least one KPI stands in a table, with a figure or with a reason why it has none.</summary>
    public static bool AreIn(SourceDocument document) =>
        Recognise(document) is var proposal
        && proposal.Indicators.Any(indicator =>
            indicator.Name is not null
            && (
                proposal.Findings.Count > 0
                || indicator.Targets.Concat(indicator.Actuals).Any(figure => figure.Figure is not null)
            )
        );

    private static List<TableReading> Read(SourceDocument document)
    {
        var lines = new HashSet<int>();
        foreach (var table in document.Tables)
        {
            foreach (var cell in table.Cells)
            {
                for (var line = cell.At.Line; line <= cell.At.EndLine; line++)
                    lines.Add(line);
            }
        }
        var readings = new List<TableReading>();
        foreach (var (table, cells) in TablePages.Join(document.Tables).SelectMany(SideBySide.Split))
        {
            var (placed, open) = table.FoundBy == TableSource.Tabs ? TabRows.Align(cells) : (cells, []);
            if (TableGrid.From(table, placed) is not { } grid)
                continue;
            grid.Open(open);
            YearLines.TakeAsFigures(grid);
            var context = IndicatorContext.Of(document, table, cells.Min(cell => cell.At.Line), lines);
            var reading = TableReading.Read(grid, context);
            if (!IndicatorVocabulary.IsAbout(grid, reading))
                reading.Drafts.Clear();
            readings.Add(reading);
        }
        return readings;
    }
}
