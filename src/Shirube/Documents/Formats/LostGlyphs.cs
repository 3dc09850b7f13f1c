using System.Buffers;

namespace Shirube.Documents.Formats;

/// <summary>
/// Signs that stand for a lost one: U+FFFD, and the private use area, where external characters (外字) and the
/// additions of 行政事務標準文字 live. They are kept as written and reported by line.
/// </summary>
internal static class LostGlyphs
{
    private static readonly SearchValues<char> Lost = SearchValues.Create([
        (char)0xFFFD,
        .. Enumerable.Range(0xE000, 0xF900 - 0xE000).Select(code => (char)code),
    ]);

    public static void Report(IReadOnlyList<Line> lines, List<Finding> notices)
    {
        var count = 0;
        foreach (var line in lines)
        {
            var at = line.Text.AsSpan().IndexOfAny(Lost);
            if (at < 0)
                continue;
            if (++count > ReadingLimits.NoticesOfAKind)
                continue;
            var code = line.Text[at] == '\uFFFD' ? "DOC002" : "DOC003";
            var passage = new Passage(line.Page, line.Number, line.Number, at, line.Text[at].ToString());
            notices.Add(
                new Finding(code, Severity.Warning, new Evidence(passage), line.Number, $"U+{(int)line.Text[at]:X4}")
            );
        }
        if (count > ReadingLimits.NoticesOfAKind)
            notices.Add(new Finding("DOC004", Severity.Warning, null, count - ReadingLimits.NoticesOfAKind));
    }
}
