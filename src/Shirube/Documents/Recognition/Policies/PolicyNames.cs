using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>Names that run over several lines, and which line still belongs to which name.</summary>
/// <param name="wraps">False for formats in which a paragraph is one line, however wide the page.</param>
internal sealed class PolicyNames(IReadOnlyList<Line> lines, IReadOnlyList<PolicyItem> items, bool wraps)
{
    private const int LongestName = 80;
    private readonly HashSet<int> labelled = [.. items.Select(item => item.Line)];

    /// <summary>Lines of names that are known from elsewhere: they end what stands above them.</summary>
    public HashSet<int> Taken { get; } = [];

    /// <summary>
    /// The item with its whole name. A line goes on with a name that cannot end where it does; where it could end,
    /// a line that follows may or may not belong to it: then the name is null and <paramref name="unsure"/> is that line.
    /// </summary>
    public PolicyItem Complete(PolicyItem item, out Line? unsure)
    {
        unsure = null;
        var at = item.Name is null ? Next(item.Line, out _) : item.Line;
        if (at < 0)
            return item;
        var name = item.Name?.Value ?? lines[at].Plain;
        var (first, last) = (at, at);
        while (lines[first].Heading == 0 && Next(last, out var blank) is var next and >= 0)
        {
            if (lines[next].Page != lines[first].Page)
                break;
            if (!PolicyWords.Unfinished().IsMatch(name))
            {
                unsure = IsUnsure(first, next, blank) ? lines[next] : null;
                break;
            }
            name = CellText.Join(name + "\n" + lines[next].Plain);
            last = next;
        }
        var isOpen = unsure is not null || name.Length > LongestName || PolicyWords.CutOff().IsMatch(name);
        return item with { Name = isOpen ? null : Read(item, name, first, last), LastLine = last };
    }

    /// <summary>A finished name with a short line under it, in the same block or before the next label.</summary>
    private bool IsUnsure(int first, int next, bool blank) =>
        wraps
        && lines[next].Plain.Length <= lines[first].Plain.Length
        && (!blank || IsLabelledNext(next))
        && !PolicyWords.WordAlone().IsMatch(lines[next].Text);

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
            if (string.IsNullOrWhiteSpace(text))
            {
                blank = true;
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
