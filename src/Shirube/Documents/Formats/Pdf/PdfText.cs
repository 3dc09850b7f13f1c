using System.Text;

namespace Shirube.Documents.Formats.Pdf;

/// <summary>Puts words into lines, and lines into the text of a cell.</summary>
internal static class PdfText
{
    /// <summary>
    /// The words of one line, from left to right. Makers of PDF set a sliver of space between Japanese and Latin
    /// letters that nobody wrote (a fifth to a quarter of an em); a gap that small beside a Japanese character is none.
    /// The em is that of words in Japanese alone, as Latin letters are of any width.
    /// </summary>
    public static string Join(IReadOnlyList<PdfWord> words)
    {
        if (words.Count == 1)
            return words[0].Text;
        var em = words.Where(IsAllWide).Select(word => word.Em).DefaultIfEmpty(words.Min(word => word.Em)).Min();
        var text = new StringBuilder(words[0].Text);
        for (var i = 1; i < words.Count; i++)
        {
            var gap = words[i].Box.Left - words[i - 1].Box.Right;
            var isSliver = gap < 0.26 * em && (IsWide(words[i - 1].Text[^1]) || IsWide(words[i].Text[0]));
            if (!isSliver)
                text.Append(gap > 1.5 * em ? "  " : " ");
            text.Append(words[i].Text);
        }
        return text.ToString();
    }

    /// <summary>The text of a cell, its lines parted by <c>\n</c>; characters stacked upright are one line.</summary>
    public static string OfCell(List<PdfWord> words)
    {
        if (words.Count == 0)
            return "";
        if (IsStacked(words))
            return string.Concat(words.OrderBy(word => word.Box.CentreY).Select(word => word.Text));
        return string.Join('\n', Lines(words).Select(Join));
    }

    /// <summary>Words whose centres are within four tenths of their height stand on one line; box edges overlap.</summary>
    public static List<List<PdfWord>> Lines(List<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(word => word.Box.CentreY))
        {
            var last = lines.Count == 0 ? default : lines[^1][0].Box;
            if (lines.Count == 0 || word.Box.CentreY - last.CentreY > 0.4 * Math.Min(last.Height, word.Box.Height))
                lines.Add([]);
            lines[^1].Add(word);
        }
        foreach (var line in lines)
            line.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
        return lines;
    }

    /// <summary>Several single characters under one another: vertical writing (毎年度).</summary>
    public static bool IsStacked(IReadOnlyList<PdfWord> words)
    {
        if (words.Count < 2)
            return false;
        var first = words[0].Box;
        foreach (var word in words)
        {
            if (!word.IsSingle || Math.Abs(word.Box.CentreX - first.CentreX) > 0.4 * first.Height)
                return false;
        }
        return Math.Abs(words[1].Box.CentreY - first.CentreY) > 0.4 * first.Height;
    }

    private static bool IsAllWide(PdfWord word) => word.Text.All(IsWide);

    private static bool IsWide(char c) => PdfWord.UnitsOf(c) == 1;
}
