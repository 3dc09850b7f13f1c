using System.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The lines of a document as one text with its way back from offsets to lines and pages.</summary>
internal sealed class SheetText
{
    private readonly Line[] lines;
    private readonly int[] starts;

    public SheetText(IEnumerable<Line> source)
    {
        lines = [.. source.Where(line => !line.IsRunning)];
        starts = new int[lines.Length];
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            starts[i] = text.Length;
            text.Append(lines[i].Text).Append('\n');
        }
        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>What stands between two offsets, joined as one cell; null when nothing does.</summary>
    public Read<string>? Join(int from, int to, Certainty certainty = Certainty.PlaceInferred)
    {
        while (from < to && char.IsWhiteSpace(Text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(Text[to - 1]))
            to--;
        return from >= to ? null : new Read<string>(CellText.Join(Text[from..to]), At(from, to), certainty);
    }

    public Passage At(int from, int to)
    {
        var first = LineAt(from);
        var last = LineAt(Math.Max(from, to - 1));
        return new Passage(
            lines[first].Page,
            lines[first].Number,
            lines[last].Number,
            from - starts[first],
            Text[from..to]
        );
    }

    /// <summary>Offset behind the last character of the line of an offset.</summary>
    public int LineEnd(int offset) => Text.IndexOf('\n', offset) is var end and >= 0 ? end : Text.Length;

    /// <summary>Offset of the first character of the line of an offset.</summary>
    public int LineStart(int offset) => starts.Length == 0 ? 0 : starts[LineAt(offset)];

    /// <summary>The stretches between blank lines from one offset to another, without the white space around them.</summary>
    public IReadOnlyList<(int From, int To)> Blocks(int from, int to)
    {
        var blocks = new List<(int, int)>();
        var at = from;
        int? start = null;
        var end = from;
        while (at < to)
        {
            var lineEnd = Math.Min(LineEnd(at), to);
            if (Text.AsSpan(at, lineEnd - at).IsWhiteSpace())
            {
                if (start is { } open)
                    blocks.Add((open, end));
                start = null;
            }
            else
            {
                start ??= at;
                end = lineEnd;
            }
            at = lineEnd + 1;
        }
        if (start is { } last)
            blocks.Add((last, end));
        return blocks;
    }

    private int LineAt(int offset)
    {
        var found = Array.BinarySearch(starts, offset);
        return found >= 0 ? found : ~found - 1;
    }
}
