using System.Text;

namespace Shirube.Documents.Comparison;

/// <summary>段落: the lines of a text put together again where only the width of its page parted them.</summary>
internal sealed class Paragraphs
{
    private const string Beginnings = "【○◯●・※■□◆◇①②③④⑤⑥⑦⑧⑨⑩（(＜<";
    private const string Ends = "。！？";
    private const string Closings = "」』】）)";

    /// <summary>Lines that a page forces are this long; a longer one is a paragraph.</summary>
    private const int ShortestLine = 20;
    private const int WidestLine = 60;

    /// <summary>Letters by which full lines differ: small kana and signs may hang over.</summary>
    private const int Ragged = 4;

    private readonly int width;

    private Paragraphs(int width) => this.width = width;

    /// <summary>Of a document whose lines these are; how wide its lines are says whether they are paragraphs.</summary>
    public static Paragraphs In(IEnumerable<string> lines)
    {
        var lengths = new int[WidestLine + 1];
        var count = 0;
        foreach (var length in lines.Where(line => !TableRow.IsRow(line)).Select(line => line.Trim().Length))
        {
            if (length >= ShortestLine)
                count++;
            if (length is >= ShortestLine and <= WidestLine)
                lengths[length]++;
        }
        var (width, full) = Enumerable
            .Range(ShortestLine + Ragged, WidestLine - ShortestLine - Ragged + 1)
            .Select(widest => (widest, lengths[(widest - Ragged)..(widest + 1)].Sum()))
            .MaxBy(found => found.Item2);
        return new Paragraphs(full >= 4 && full * 4 >= count ? width : 0);
    }

    public IReadOnlyList<string> Of(string text)
    {
        var found = new List<string>();
        var open = new StringBuilder();
        var last = 0;
        foreach (var written in text.Split('\n'))
        {
            if (TableRow.IsRuler(written))
                continue;
            var line = TableRow.OfMarkdown(written) ?? written.TrimEnd();
            if (open.Length > 0 && !Continues(open, last, line))
                Close();
            if (open.Length > 0 && char.IsAsciiLetter(open[^1]) && line.Length > 0 && char.IsAsciiLetter(line[0]))
                open.Append(' ');
            open.Append(open.Length > 0 ? line.TrimStart() : line.TrimStart(' ', '　'));
            last = line.Trim().Length;
        }
        Close();
        return found;

        void Close()
        {
            if (!string.IsNullOrWhiteSpace(open.ToString()))
                found.Add(open.ToString());
            open.Clear();
        }
    }

    /// <summary>The last line was broken off by the edge of its column, and what follows begins nothing.</summary>
    private bool Continues(StringBuilder open, int last, string line) =>
        width > 0
        && last * 2 >= width
        && last <= width + Ragged
        && line.Trim().Length > 0
        && !TableRow.IsRow(line)
        && line[0] is not ('　' or ' ')
        && !Beginnings.Contains(line[0], StringComparison.Ordinal)
        && !Ends.Contains(open[^1], StringComparison.Ordinal)
        // A bracket that closes at the edge closes no paragraph.
        && (last >= width - Ragged || !Closings.Contains(open[^1], StringComparison.Ordinal));
}
