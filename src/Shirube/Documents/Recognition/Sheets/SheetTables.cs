namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The sheets among a document's tables. A grid that only gaps suggest is no witness of cells.</summary>
internal static class SheetTables
{
    public static (IReadOnlyList<ReadSheetRow> Rows, IReadOnlyList<Finding> Findings) Read(SourceDocument document)
    {
        var rows = new List<ReadSheetRow>();
        var findings = new List<Finding>();
        var cards = new SheetCards(document.Lines, rows);
        SheetColumns? before = null;
        foreach (var table in document.Tables.Where(table => table.FoundBy != TableSource.Gaps))
        {
            if (SheetGrid.Of(table) is not { } grid)
                continue;
            var cells = new SheetCells(UnitOf(document, table), Certainty.Printed, findings);
            var heading = SheetColumns.Find(grid);
            var entries = CardLayout.Read(grid);
            if ((heading is null || SheetCards.IsCard(entries, heading)) && cards.Take(table, entries, cells))
                continue;
            cards.Close();
            before = SheetTable.Read(grid, before, cells, rows);
        }
        cards.Close();
        return (rows, findings);
    }

    /// <summary>Forms in running text, a label before each value.</summary>
    public static (IReadOnlyList<ReadSheetRow> Rows, IReadOnlyList<Finding> Findings) ReadLabels(
        SourceDocument document
    )
    {
        var rows = new List<ReadSheetRow>();
        var findings = new List<Finding>();
        if (CardText.Read(document.Lines) is { } text && text.Table() is var table && SheetGrid.Of(table) is { } grid)
        {
            var cards = new SheetCards(document.Lines, rows);
            var cells = new SheetCells(UnitOf(document, table), Certainty.PlaceInferred, findings);
            _ = cards.Take(table, CardLayout.Read(grid), cells);
            cards.Close();
            foreach (var (project, label) in text.Unclear.Where(_ => rows.Count > 0))
                cells.Open("SHEET006", project - 1, SheetLabels.Of([label.Text])!.Value, label.At, label.Text);
        }
        return (rows, findings);
    }

    /// <summary>Whether some table's heading names projects, and how they were judged or what follows.</summary>
    public static bool AreIn(SourceDocument document) =>
        document
            .Tables.Where(table => table.FoundBy != TableSource.Gaps)
            .Select(SheetGrid.Of)
            .OfType<SheetGrid>()
            .Any(grid =>
                SheetColumns.Find(grid) is { } heading && heading.Columns.Any(column => IsOfSheets(column.Field))
                || CardLayout.Read(grid) is var card
                    && SheetCards.IsCard(card, null)
                    && card.Any(entry => entry.Field == SheetField.Project)
                    && card.Any(entry => IsOfSheets(entry.Field))
            );

    private static bool IsOfSheets(SheetField field) =>
        field
            is SheetField.SelfEvaluation
                or SheetField.ExpertEvaluation
                or SheetField.ExpertOpinion
                or SheetField.NextStep;

    /// <summary>（単位：千円） over the table, in its caption or in one of its cells.</summary>
    private static string? UnitOf(SourceDocument document, Table table)
    {
        var above = Math.Max(0, table.FirstLine - 5);
        var lines = document.Lines.Skip(above).Take(Math.Max(0, table.FirstLine - 1 - above));
        var cells = table.Cells.Where(cell => cell.Text.Contains("単位", StringComparison.Ordinal)).Take(4);
        var texts = lines.Select(line => line.Text).Concat(cells.Select(cell => cell.Text)).Append(table.Caption ?? "");
        var units = texts.Select(SheetColumns.MoneyUnit).OfType<string>().Distinct().ToList();
        return units is [var only] ? only : null;
    }
}
