namespace Shirube.Documents.Formats.Pdf;

/// <summary>A line of prose, or a table, at its place on a page.</summary>
internal sealed record PdfItem(PdfBox Box, int Block, string Text, PdfTable? Table)
{
    public bool IsRunning { get; set; }
}

/// <summary>Puts the prose and the tables of a page into reading order.</summary>
internal static class PdfLayout
{
    public static List<PdfItem> Order(PdfPage page, PdfRulings? rulings)
    {
        var (tables, prose) = PdfTable.Fill(page, rulings);
        var blocks = prose.GroupBy(word => word.Block).Select(Block).ToList();
        if (tables.Count > 0 && blocks.Count < 2000 && IsOneColumn(blocks))
            blocks.Sort((a, b) => BoxOf(a).CentreY.CompareTo(BoxOf(b).CentreY));
        foreach (var table in tables.OrderBy(table => table.Box.Top).ThenBy(table => table.Box.Left))
            blocks.Insert(PlaceOf(table.Box, blocks), [new PdfItem(table.Box, 0, "", table)]);
        return [.. blocks.SelectMany(block => block)];
    }

    private static List<PdfItem> Block(IGrouping<int, PdfWord> words)
    {
        var list = words.ToList();
        if (PdfText.IsStacked(list))
        {
            var box = list.Select(word => word.Box).Aggregate((a, b) => a.Union(b));
            return [new PdfItem(box, words.Key, string.Concat(list.Select(word => word.Text)), null)];
        }
        // Within a block poppler may part the columns of an unruled table into lines of their own; rows read better.
        return
        [
            .. PdfText
                .Lines(list)
                .Select(line => new PdfItem(
                    line.Select(word => word.Box).Aggregate((a, b) => a.Union(b)),
                    words.Key,
                    PdfText.Join(line),
                    null
                )),
        ];
    }

    /// <summary>No two blocks stand side by side: then down the page is the order, whatever stood between them.</summary>
    private static bool IsOneColumn(List<List<PdfItem>> blocks)
    {
        var boxes = blocks.Select(BoxOf).OrderBy(box => box.Top).ToList();
        for (var i = 1; i < boxes.Count; i++)
        {
            var overlap = Math.Min(boxes[i - 1].Bottom, boxes[i].Bottom) - boxes[i].Top;
            if (overlap > 0.5 * Math.Min(boxes[i - 1].Height, boxes[i].Height))
                return false;
        }
        return true;
    }

    /// <summary>Before the first block below the table, else behind the last one above it.</summary>
    private static int PlaceOf(PdfBox table, List<List<PdfItem>> blocks)
    {
        var below = blocks.FindIndex(block =>
            BoxOf(block) is var box && box.CentreY > table.Bottom && box.Right > table.Left && box.Left < table.Right
        );
        return below >= 0 ? below : blocks.FindLastIndex(block => BoxOf(block).CentreY < table.Bottom) + 1;
    }

    private static PdfBox BoxOf(List<PdfItem> block) =>
        block.Count == 1 ? block[0].Box : block.Select(item => item.Box).Aggregate((a, b) => a.Union(b));
}
