using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Formats.Pdf;

/// <summary>
/// Finds running heads and feet: lines near the edge of the page that stand with the same words at the same height of
/// several pages, or that count with the pages.
/// </summary>
internal static partial class PdfRunningLines
{
    /// <summary>Heads and feet stand within this share of the page's height from its edges.</summary>
    private const double Margin = 0.12;

    public static void Mark(IReadOnlyList<PdfPage> pages, List<PdfItem>[] items)
    {
        var candidates = pages
            .Zip(items)
            .SelectMany(pair =>
                pair.Second.Where(item => item.Table is null && IsAtEdge(item.Box, pair.First.Height))
                    .Select(item => Candidate(item, pair.First.Number))
            )
            .ToList();
        foreach (var same in candidates.GroupBy(c => (c.Text, c.Height)))
            MarkAll(same.Select(c => (c.Item, c.Page)), 2);
        foreach (
            var numbered in candidates.Where(c => c.Pattern is not null).GroupBy(c => (c.Pattern, c.Height, c.Offset))
        )
            MarkAll(numbered.Select(c => (c.Item, c.Page)), BarePageNumber().IsMatch(numbered.Key.Pattern!) ? 2 : 3);
        if (pages.Count == 1)
        {
            foreach (
                var alone in candidates.Where(c => c.Offset == 0 && c.Pattern is { } p && BarePageNumber().IsMatch(p))
            )
                alone.Item.IsRunning = alone.Item.Box.Top > pages[0].Height * (1 - Margin);
        }
    }

    private static void MarkAll(IEnumerable<(PdfItem Item, int Page)> lines, int least)
    {
        var list = lines.ToList();
        if (list.Select(line => line.Page).Distinct().Count() < least)
            return;
        foreach (var (item, _) in list)
            item.IsRunning = true;
    }

    private static bool IsAtEdge(PdfBox box, double height) =>
        box.CentreY < height * Margin || box.CentreY > height * (1 - Margin);

    /// <summary>A page number moves with the page: <c>Offset</c> is the same on all pages then.</summary>
    private static (PdfItem Item, int Page, string Text, int Height, string? Pattern, int Offset) Candidate(
        PdfItem item,
        int page
    )
    {
        var text = Folding.Squeeze(item.Text);
        var height = (int)Math.Round(item.Box.CentreY / 3);
        foreach (var number in Numbers().EnumerateMatches(text))
        {
            var value = int.Parse(text.AsSpan(number.Index, number.Length), CultureInfo.InvariantCulture);
            // The first number that counts the page, give or take a cover and a table of contents.
            var pattern = string.Concat(text.AsSpan(0, number.Index), "#", text.AsSpan(number.Index + number.Length));
            return (item, page, text, height, pattern, value - page);
        }
        return (item, page, text, height, null, 0);
    }

    [GeneratedRegex(@"(?<!\d)\d{1,4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(?:p\.?|page|[-‐‑–—─\[(])*#(?:[-‐‑–—─\])/]|ページ|頁|\d+)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex BarePageNumber();
}
