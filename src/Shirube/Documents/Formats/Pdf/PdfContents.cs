namespace Shirube.Documents.Formats.Pdf;

/// <summary>The pages of a PDF with their items in reading order.</summary>
/// <param name="Items">Of each page in <paramref name="Pages"/>.</param>
/// <param name="Unruled">Pages whose drawn lines could not be read, so that their tables are unknown.</param>
/// <param name="Structure">What the tags of the PDF say; empty for one without.</param>
internal sealed record PdfContents(
    IReadOnlyList<PdfPage> Pages,
    List<PdfItem>[] Items,
    bool WordsCut,
    bool HasMorePages,
    IReadOnlyList<int> Unruled,
    IReadOnlyList<PdfBlock> Structure
)
{
    /// <summary>Pages beyond are not read.</summary>
    public const int MostPages = 500;
    private const int FirstPages = 24;
    private const int PagesAtOnce = 40;

    /// <summary>Words and lines are read side by side, each while poppler still prints.</summary>
    /// <param name="withTags">Ask what the tags say, too.</param>
    /// <exception cref="DocumentRefusedException">The file is encrypted, damaged or takes too long.</exception>
    public static PdfContents Read(PdfPoppler poppler, bool withTags)
    {
        // Most documents are short: their lines are drawn while the words tell how many pages there are.
        var first = Task.Run(() => Rulings(poppler, 1, FirstPages));
        var structure = Task.FromResult<IReadOnlyList<PdfBlock>>([]);
        try
        {
            var (pages, cut) = Words(poppler);
            if (withTags && pages.Count <= PdfStructure.MostPages)
                structure = Task.Run(() => PdfStructure.Of(poppler));
            var hasMore = pages.Count > MostPages;
            if (hasMore)
                pages.RemoveAt(MostPages);
            var items = new List<PdfItem>[pages.Count];
            var unruled = new List<int>();
            var cells = 0;
            var ranges = Ranges(pages);
            Parallel.ForEach(
                ranges,
                new ParallelOptions { MaxDegreeOfParallelism = 2 },
                range =>
                {
                    var rulings = range.First == 1 ? first.Result : Rulings(poppler, range.First, range.Last);
                    for (var number = range.First; number <= range.Last; number++)
                    {
                        var (page, drawn) = (pages[number - 1], rulings?.GetValueOrDefault(number));
                        var order = PdfLayout.Order(page, drawn);
                        var tooMany =
                            Interlocked.Add(ref cells, order.Sum(item => item.Table?.Grid.Cells.Count ?? 0))
                            > ReadingLimits.Cells;
                        items[number - 1] = tooMany ? PdfLayout.Order(page, null) : order;
                        if (page.Words.Count > 0 && (tooMany || drawn is null or { Cut: true }))
                        {
                            lock (unruled)
                                unruled.Add(number);
                        }
                    }
                }
            );
            unruled.Sort();
            return new PdfContents(pages, items, cut, hasMore, unruled, structure.Result);
        }
        finally
        {
            poppler.Stop();
            Task.WhenAll(first, structure).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        }
    }

    private static (List<PdfPage>, bool Cut) Words(PdfPoppler poppler)
    {
        var end = poppler.Run(
            "pdftotext",
            ["-bbox-layout", .. PdfPoppler.Pages(1, MostPages + 1), poppler.File, "-"],
            PdfWords.Read,
            out var words
        );
        if (poppler.Stopped)
            throw new DocumentRefusedException("FILE035", PdfPoppler.TimeLimit);
        if (end.WantsPassword)
            throw new DocumentRefusedException("FILE032");
        if (words.Pages.Count == 0)
            throw new DocumentRefusedException(end.HitLimit ? "FILE037" : "FILE033");
        return words;
    }

    /// <summary>Null when the lines could not be drawn: the words are then all that is known.</summary>
    private static Dictionary<int, PdfRulings>? Rulings(PdfPoppler poppler, int first, int last)
    {
        if (poppler.Stopped)
            return null;
        var end = poppler.Run(
            "pdftocairo",
            ["-svg", "-noshrink", "-nocenter", .. PdfPoppler.Pages(first, last), poppler.File, "-"],
            output => PdfDrawing.Read(output, first),
            out var rulings
        );
        return end.Status == 0 ? rulings : null;
    }

    private static List<(int First, int Last)> Ranges(List<PdfPage> pages)
    {
        var ranges = new List<(int, int)> { (1, Math.Min(FirstPages, pages.Count)) };
        var rest = pages.Count - FirstPages;
        if (rest <= 0)
            return ranges;
        var parts = Math.Max(2, (rest + PagesAtOnce - 1) / PagesAtOnce);
        for (var i = 0; i < parts; i++)
        {
            var (from, to) = (FirstPages + rest * i / parts + 1, FirstPages + rest * (i + 1) / parts);
            if (from <= to)
                ranges.Add((from, to));
        }
        return ranges;
    }
}
