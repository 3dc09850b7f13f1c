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
        return new DraftResolution(document, tables).Resolve(drafts);
    }

    /// <summary>At least one KPI with at least one figure stands in a table.</summary>
    public static bool AreIn(SourceDocument document) =>
        Recognise(document)
            .Indicators.Any(indicator =>
                indicator.Name is not null
                && indicator.Targets.Concat(indicator.Actuals).Any(figure => figure.Figure is not null)
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
        foreach (var (table, cells) in TablePages.Join(document.Tables))
        {
            if (TableGrid.From(table, cells) is not { } grid)
                continue;
            YearLines.TakeAsFigures(grid);
            var reading = TableReading.Read(grid);
            reading.Context = IndicatorContext.Of(document, table, cells.Min(cell => cell.At.Line), lines);
            if (!IndicatorVocabulary.IsAbout(grid, reading))
                reading.Drafts.Clear();
            readings.Add(reading);
        }
        return readings;
    }
}
