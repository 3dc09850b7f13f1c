namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The sheets among a document's tables. A grid that only gaps suggest is no witness of cells.</summary>
internal static class SheetTables
{
    public static (IReadOnlyList<ReadSheetRow> Rows, IReadOnlyList<Finding> Findings) Read(SourceDocument document)
    {
        var rows = new List<ReadSheetRow>();
        var findings = new List<Finding>();
        SheetColumns? before = null;
        foreach (var table in document.Tables.Where(table => table.FoundBy != TableSource.Gaps))
        {
            if (SheetGrid.Of(table) is { } grid)
            {
                var cells = new SheetCells(UnitOf(document, table), Certainty.Printed, findings);
                before = SheetTable.Read(grid, before, cells, rows);
            }
        }
        return (rows, findings);
    }

    /// <summary>Whether some table's heading names projects, and how they were judged or what follows.</summary>
    public static bool AreIn(SourceDocument document) =>
        document
            .Tables.Where(table => table.FoundBy != TableSource.Gaps)
            .Select(SheetGrid.Of)
            .OfType<SheetGrid>()
            .Select(SheetColumns.Find)
            .OfType<SheetColumns>()
            .Any(heading =>
                heading.Has(SheetField.SelfEvaluation)
                || heading.Has(SheetField.ExpertEvaluation)
                || heading.Has(SheetField.ExpertOpinion)
                || heading.Has(SheetField.NextStep)
            );

    /// <summary>（単位：千円） over the table, in its caption or in one of its cells.</summary>
    private static string? UnitOf(SourceDocument document, Table table)
    {
        var lines = document.Lines.Where(line => line.Number >= table.FirstLine - 4 && line.Number < table.FirstLine);
        var cells = table.Cells.Where(cell => cell.Text.Contains("単位", StringComparison.Ordinal)).Take(4);
        var texts = lines.Select(line => line.Text).Concat(cells.Select(cell => cell.Text)).Append(table.Caption ?? "");
        var units = texts.Select(SheetColumns.MoneyUnit).OfType<string>().Distinct().ToList();
        return units is [var only] ? only : null;
    }
}
