using System.Globalization;

namespace Shirube.Documents.Formats.Pdf;

/// <summary>What a person should know about how a PDF could be read.</summary>
internal static class PdfNotices
{
    public static List<Finding> Of(byte[] content, PdfContents contents, IReadOnlyList<Line> lines)
    {
        var notices = new List<Finding>();
        var empty = contents.Pages.Where(page => page.Words.Count == 0).Select(page => page.Number).ToList();
        if (empty.Count > 0)
            notices.Add(new Finding("DOC031", Severity.Warning, null, List(empty)));
        if (contents.HasMorePages)
            notices.Add(new Finding("DOC032", Severity.Warning, null, PdfContents.MostPages));
        if (content.AsSpan(Math.Max(0, content.Length - 2048)).IndexOf("%%EOF"u8) < 0)
            notices.Add(new Finding("DOC033", Severity.Warning, null, contents.Pages.Count));
        if (contents.Unruled.Count > 0)
            notices.Add(new Finding("DOC034", Severity.Warning, null, List(contents.Unruled)));
        if (contents.WordsCut)
            notices.Add(new Finding("DOC036", Severity.Warning, null, contents.Pages.Count));
        if (lines.FirstOrDefault(line => line.Text.AsSpan().IndexOfAnyInRange('\u2E80', '\u2FD5') >= 0) is { } radical)
        {
            var count = lines.Sum(line => line.Text.Count(c => c is >= '\u2E80' and <= '\u2FD5'));
            var at = new Evidence(new Passage(radical.Page, radical.Number, radical.Number, -1, radical.Text));
            notices.Add(new Finding("DOC035", Severity.Note, at, count));
        }
        LostGlyphs.Report(lines, notices);
        return notices;
    }

    /// <summary>Page numbers as 2, 5-7, 9.</summary>
    private static string List(IReadOnlyList<int> pages)
    {
        var parts = new List<string>();
        for (var i = 0; i < pages.Count; )
        {
            var last = i;
            while (last + 1 < pages.Count && pages[last + 1] == pages[last] + 1)
                last++;
            var first = pages[i].ToString(CultureInfo.InvariantCulture);
            parts.Add(last == i ? first : string.Create(CultureInfo.InvariantCulture, $"{first}-{pages[last]}"));
            i = last + 1;
        }
        return string.Join(", ", parts);
    }
}
