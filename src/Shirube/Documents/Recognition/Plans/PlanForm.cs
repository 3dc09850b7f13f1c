namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// A plan laid out as one big table (方眼紙の様式) holds its headings, its KPIs and its verification in the same grid. The
/// rows that bear a heading of the form part it into tables of their own, so that no label is taken for a KPI.
/// </summary>
internal static class PlanForm
{
    /// <summary>Fewer headings are the words of an ordinary table.</summary>
    private const int LeastHeadings = 3;

    public static SourceDocument Parted(SourceDocument document)
    {
        var parted = document.Tables.SelectMany(Parts).ToList();
        return parted.Count == document.Tables.Count ? document : document with { Tables = parted };
    }

    private static IEnumerable<Table> Parts(Table table)
    {
        var headings = table.Cells.Where(IsHeading).Select(cell => cell.Row).Distinct().Order().ToList();
        if (headings.Count < LeastHeadings)
            return [table];
        var parts = new List<Table>();
        for (var i = -1; i < headings.Count; i++)
        {
            var from = i < 0 ? 0 : headings[i] + 1;
            var to = i + 1 < headings.Count ? headings[i + 1] : int.MaxValue;
            var cells = table
                .Cells.Where(cell => cell.Row >= from && cell.Row < to)
                .Select(cell => cell with { Row = cell.Row - from })
                .ToList();
            if (cells.Count > 0)
                parts.Add(table with { Cells = cells });
        }
        return parts;
    }

    private static bool IsHeading(Cell cell)
    {
        if (cell.Text.Length is < 3 or > 80)
            return false;
        var printed = SectionNumber.Read(cell.Text, out var start);
        if (printed.Form is not (NumberForm.Chapter or NumberForm.Circled))
            return false;
        return PlanVocabulary.Find(cell.Text, HeadingReader.SkipMarks(cell.Text, start)) is not null;
    }
}
