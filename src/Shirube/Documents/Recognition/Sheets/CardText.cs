using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>
/// Forms whose labels and values stand in running text: 事業名：○○, or a label and its value parted by a space.
/// They come out as a table of two columns, so that they are read as any other form.
/// </summary>
internal sealed partial class CardText
{
    private readonly List<(Cell Label, List<Line> Lines, string Value)> pairs = [];

    private bool isOver;
    private int projects;

    /// <summary>Labels whose value may hold a piece of another label, with the number of their project.</summary>
    public List<(int Project, Cell Label)> Unclear { get; } = [];

    /// <summary>Whether some label stands before its value in more than one line.</summary>
    public static bool IsLabelled(IReadOnlyList<Line> lines) =>
        lines
            .Where(line => !line.IsRunning && line.Text.Length <= 200)
            .SelectMany(line => Split(line.Plain).Take(1))
            .Where(pair => pair.Value.Length > 0)
            .GroupBy(pair => SheetLabels.Of([pair.Label]))
            .Any(group => group.Count() > 1);

    /// <summary>Null where the text keeps labels and values apart or shows none.</summary>
    public static CardText? Read(IReadOnlyList<Line> lines)
    {
        var text = new CardText();
        foreach (var line in lines.Where(line => !line.IsRunning && line.Text.Length <= 2000))
        {
            if (!text.Take(line))
                return null;
        }
        return text.pairs.Count == 0 ? null : text;
    }

    /// <summary>False when labels stand below one another without their values: the text keeps them apart.</summary>
    private bool Take(Line line)
    {
        if (string.IsNullOrWhiteSpace(line.Text) || line.Heading > 0)
        {
            isOver |= pairs is [.., var above] && (above.Value.Length > 0 || above.Lines.Count > 0);
            return true;
        }
        var found = Split(line.Plain);
        if (found.Count == 0)
        {
            // Behind a blank line a title may stand, or one more paragraph.
            if (pairs.Count > 0 && (!isOver || line.Text.Contains('。', StringComparison.Ordinal)))
                pairs[^1].Lines.Add(line);
            return true;
        }
        isOver = false;
        if (found.Count > 1 && found.TrueForAll(pair => pair.Value.Length == 0))
            return false;
        if (found[0].Value.Length == 0 && pairs is [.., { Value: "", Lines.Count: 0 }])
            return false;
        foreach (var (label, value) in found)
            pairs.Add((Cell(line, label, 0), [], value));
        return true;
    }

    /// <summary>Labels with what follows each of them in one line; none when the line does not begin with a label.</summary>
    private static List<(string Label, string Value)> Split(string text)
    {
        var found = new List<(string Label, string Value)>();
        if (Labelled().Match(text) is { Success: true } match && SheetLabels.IsLabel(match.Groups["label"].Value))
            return [(match.Groups["label"].Value, match.Groups["value"].Value.Trim())];
        foreach (var word in text.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (SheetLabels.IsLabel(word))
                found.Add((word, ""));
            else if (found.Count == 0)
                return [];
            else
                found[^1] = (found[^1].Label, (found[^1].Value + " " + word).TrimStart());
        }
        return found;
    }

    public Table Table()
    {
        var cells = new List<Cell>();
        for (var i = 0; i < pairs.Count; i++)
        {
            var (label, more, value) = pairs[i];
            cells.Add(label with { Row = i });
            if (SheetLabels.Of([label.Text]) == SheetField.Project)
                projects++;
            if (Whole(label, more, value) is { } cell)
                cells.Add(cell with { Row = i });
            else
            {
                cells.Add(Value(label.At, "") with { Row = i });
                if (more.Count > 0)
                    Unclear.Add((Math.Max(1, projects), label));
            }
        }
        return new Table(TableSource.Tabs, cells);
    }

    /// <summary>
    /// The value with the lines below it. Sentences go on over full lines; a short line between them, or lines below
    /// a value that is no sentence, may be a label that the column's width broke: then there is no value.
    /// </summary>
    private static Cell? Whole(Cell label, List<Line> more, string value)
    {
        if (more.Count == 0)
            return value.Length == 0 ? null : Value(label.At, value);
        var lines = more.ConvertAll(line => line.Text.Trim());
        var last = more[^1];
        var all = value.Length == 0 ? lines : [value, .. lines];
        var widest = lines.Max(line => line.Length);
        var unclear =
            !all[^1].EndsWith('。')
            || all.SkipLast(1)
                .Skip(value.Length == 0 ? 0 : 1)
                .Any(line => line.Length * 10 < widest * 7 && !line.EndsWith('。'));
        if (unclear && all.Count > 1 || last.Page > label.At.Page + 1)
            return null;
        var at = label.At with
        {
            EndLine = last.Number,
            Text = string.Join('\n', more.Select(line => line.Text).Prepend(label.At.Text)),
        };
        return Value(at, string.Join('\n', all));
    }

    private static Cell Value(Passage at, string text) => new(0, 1, 1, 1, text, at);

    private static Cell Cell(Line line, string label, int row) =>
        new(
            row,
            0,
            1,
            1,
            label,
            new Passage(
                line.Page,
                line.Number,
                line.Number,
                line.Text.IndexOf(label, StringComparison.Ordinal),
                line.Text
            )
        );

    [GeneratedRegex(@"^\s*(?<label>[^\s：:][^：:。\n]{0,30}?)\s*[：:]\s*(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();
}
