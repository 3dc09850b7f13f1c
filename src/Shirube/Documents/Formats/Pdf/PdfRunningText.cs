namespace Shirube.Documents.Formats.Pdf;

/// <summary>Writes the pages as one running text, tables' rows included, and joins tables over page breaks.</summary>
internal static class PdfRunningText
{
    /// <summary>A bottom margin is seldom larger, in points (30 mm): text ends at least there on a full page.</summary>
    private const double LargestMargin = 85;

    public static (List<Line> Lines, List<Table> Tables) Write(PdfContents contents)
    {
        var lines = new List<Line>();
        var tables = new List<PdfJoinedTable>();
        var bottom = BottomOf(contents);
        var block = contents.Pages.SelectMany(page => page.Words).Select(word => word.Block).DefaultIfEmpty(0).Max();
        // The table that stood last on the page before, as long as nothing but running lines came since.
        PdfJoinedTable? open = null;
        foreach (var (page, items) in contents.Pages.Zip(contents.Items))
        {
            foreach (var item in items)
            {
                if (item.Table is not { } part)
                {
                    open = item.IsRunning ? open : null;
                    var number = lines.Count + 1;
                    lines.Add(
                        new Line(number, page.Number, item.Text)
                        {
                            Block = item.Block,
                            IsRunning = item.IsRunning,
                            IsLiteral = true,
                        }
                    );
                    continue;
                }
                var repeated =
                    open?.RepeatedRows(part, page.Number, Math.Max(bottom, page.Height - LargestMargin)) ?? -1;
                if (repeated < 0)
                    tables.Add(open = new PdfJoinedTable(part, page.Number));
                open!.Append(part, page.Number, Math.Max(0, repeated), lines, ++block);
            }
        }
        return (lines, [.. tables.Select(table => table.ToTable())]);
    }

    private static double BottomOf(PdfContents contents) =>
        contents
            .Items.SelectMany(items => items)
            .Where(item => !item.IsRunning)
            .Select(item => item.Box.Bottom)
            .DefaultIfEmpty(0)
            .Max() - 6;
}
