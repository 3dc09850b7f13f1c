using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>Names that run over several lines, and which line still belongs to which name.</summary>
/// <param name="wraps">False for formats in which a paragraph is one line, however wide the page.</param>
internal sealed class PolicyNames(IReadOnlyList<Line> lines, IReadOnlyList<PolicyItem> items, bool wraps)
{
    private const int LongestName = 80;

    /// <summary>By so many letters lines of one width may differ.</summary>
    private const int SlackOfWidth = 2;
    private readonly HashSet<int> labelled = [.. items.Select(item => item.Line)];
    private readonly Dictionary<int, int> widths = [];

    /// <summary>Lines of names that are known from elsewhere: they end what stands above them.</summary>
    public HashSet<int> Taken { get; } = [];

    /// <summary>
    /// The item with its whole name. A line goes on with a name that cannot end where it does; where it could end,
    /// a line that follows may or may not belong to it: then the name is null and <paramref name="unsure"/> is that line.
    /// </summary>
    public PolicyItem Complete(PolicyItem item, out Line? unsure)
    {
        unsure = null;
        var at = item.Name is null ? NameLine(item) : item.Line;
        if (at < 0)
            return item;
        var name = item.Name?.Value ?? lines[at].Plain;
        var (first, last) = (at, at);
        while (lines[first].Heading == 0 && Next(last, out var blank) is var next and >= 0)
        {
            if (lines[next].Page != lines[first].Page)
                break;
            if (!PolicyWords.Unfinished().IsMatch(name) && !(!blank && IsFull(last, item.Rank)))
            {
                unsure = IsUnsure(first, next, blank) ? lines[next] : null;
                break;
            }
            name = CellText.Join(name + "\n" + lines[next].Plain);
            last = next;
        }
        unsure ??= BehindWord(last);
        var isOpen = unsure is not null || name.Length > LongestName || PolicyWords.CutOff().IsMatch(name);
        isOpen |= item.Word.Length == 0 && PolicyWords.WordBefore().IsMatch(name);
        return item with { Name = isOpen ? null : Read(item, name, first, last), LastLine = last };
    }

    /// <summary>The line below a bare label; slides set the level's word between a Roman numeral and its name.</summary>
    private int NameLine(PolicyItem item)
    {
        var next = item.Line + 1;
        var skips = item.Word.Length == 0 && next < lines.Count && PolicyWords.WordAlone().IsMatch(lines[next].Text);
        return Next(skips ? next : item.Line, out _);
    }

    /// <summary>The rest of a name that the level's word, set in the middle of its lines, parts from the beginning.</summary>
    private Line? BehindWord(int line)
    {
        if (!wraps || line + 1 >= lines.Count || !PolicyWords.WordAlone().IsMatch(lines[line + 1].Text))
            return null;
        return Next(line + 1, out var blank) is var rest and >= 0 && !blank ? lines[rest] : null;
    }

    /// <summary>A finished name with a short line under it, in the same block or before the next label.</summary>
    private bool IsUnsure(int first, int next, bool blank) =>
        wraps
        && lines[next].Plain.Length <= lines[first].Plain.Length + SlackOfWidth
        && (!blank || IsLabelledNext(next))
        && !PolicyWords.WordAlone().IsMatch(lines[next].Text);

    /// <summary>
    /// Whether a line is as wide as its column, so that the next one can only go on with it. The width shows where
    /// several names of one level go on, and none of them does from a shorter line.
    /// </summary>
    private bool IsFull(int line, int rank)
    {
        if (!wraps)
            return false;
        if (!widths.TryGetValue(rank, out var width))
            widths[rank] = width = WidthOf(rank);
        return width > 0 && lines[line].Plain.Length >= width - 1;
    }

    private int WidthOf(int rank)
    {
        var broken = new List<int>();
        foreach (var item in items.Where(item => item.Rank == rank && !item.SideBySide))
        {
            var line = item.Name is null ? Next(item.Line, out _) : item.Line;
            if (line >= 0 && Next(line, out var blank) is >= 0 && !blank)
                broken.Add(lines[line].Plain.Length);
        }
        return broken.Count > 1 && broken.Max() - broken.Min() <= SlackOfWidth ? broken.Min() : 0;
    }

    private bool IsLabelledNext(int line)
    {
        for (var i = line + 1; i < lines.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i].Text))
                return labelled.Contains(i);
        }
        return false;
    }

    private Read<string> Read(PolicyItem item, string name, int first, int last)
    {
        var start = item.Name?.Evidence.At;
        var text =
            first == last && start is not null
                ? start.Text
                : string.Join('\n', Enumerable.Range(first, last - first + 1).Select(i => lines[i].Text));
        var passage = new Passage(
            lines[first].Page,
            lines[first].Number,
            lines[last].Number,
            start?.Column ?? lines[first].Text.IndexOf(lines[first].Plain, StringComparison.Ordinal),
            text
        );
        return new Read<string>(name, passage, first == last ? Certainty.Printed : Certainty.PlaceInferred);
    }

    /// <summary>The next line that could go on with a name; -1 when the text turns to something else.</summary>
    private int Next(int line, out bool blank)
    {
        blank = false;
        for (var i = line + 1; i < lines.Count && i <= line + 3; i++)
        {
            var text = lines[i].Text;
            if (lines[i].IsRunning)
                continue;
            if (!text.Any(char.IsLetterOrDigit))
            {
                blank |= string.IsNullOrWhiteSpace(text);
                continue;
            }
            var stops =
                labelled.Contains(i)
                || Taken.Contains(i)
                || lines[i].Heading > 0
                || PolicyWords.WordAlone().IsMatch(text)
                || PolicyWords.Opening().IsMatch(text)
                || text.Contains('。', StringComparison.Ordinal)
                || text.Contains('\t', StringComparison.Ordinal)
                || text.AsSpan().IndexOfAny('：', ':') >= 0;
            return stops ? -1 : i;
        }
        return -1;
    }
}
