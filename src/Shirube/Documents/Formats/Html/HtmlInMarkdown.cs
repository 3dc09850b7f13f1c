using System.Text.RegularExpressions;

namespace Shirube.Documents.Formats.Html;

/// <summary>HTML tables written into Markdown, which has no merged cells of its own; their lines are the source's.</summary>
internal static partial class HtmlInMarkdown
{
    private const int MostTables = 2000;

    public static IEnumerable<Table> Tables(string source, IReadOnlyList<Line> lines, IReadOnlySet<int> fenced)
    {
        var starts = LineStarts(source);
        var aside = new RunningText("", DocumentFormat.Markdown);
        foreach (var (start, length) in Stretches(source).Take(MostTables))
        {
            var first = LineAt(starts, start);
            if (fenced.Contains(first + 1))
                continue;
            using var fragment = HtmlSource.Parse(source.Substring(start, length), keepPlaces: true).Tree;
            foreach (var element in fragment.QuerySelectorAll("table"))
            {
                var layout = new HtmlTable(new HtmlWalk(aside), aside);
                layout.Lay(element, 0);
                yield return Place(layout, start, starts, lines);
            }
        }
    }

    private static Table Place(HtmlTable layout, int start, List<int> starts, IReadOnlyList<Line> lines)
    {
        var cells = new List<Cell>(layout.Cells.Count);
        for (var i = 0; i < layout.Cells.Count; i++)
        {
            var cell = layout.Cells[i];
            var from = start + layout.Offsets[i];
            var number = Math.Min(LineAt(starts, from), lines.Count - 1);
            var opening = cell.Text.Split('\n')[0];
            var at = -1;
            // The words may stand on a line of their own below the tag.
            for (var look = number; look < Math.Min(number + 4, lines.Count) && at < 0 && opening.Length > 0; look++)
            {
                var behind = look == number ? Math.Clamp(from - starts[number], 0, lines[look].Text.Length) : 0;
                at = lines[look].Text.IndexOf(opening, behind, StringComparison.Ordinal);
                if (at >= 0)
                    number = look;
            }
            var line = lines[number];
            var passage = new Passage(line.Page, line.Number, line.Number, at, at < 0 ? cell.Text : opening);
            cells.Add(new Cell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text, passage));
        }
        return new Table(TableSource.Given, cells);
    }

    /// <summary>From each outermost opening tag to its closing one.</summary>
    private static IEnumerable<(int Start, int Length)> Stretches(string source)
    {
        int depth = 0,
            start = 0;
        foreach (Match tag in Tag().Matches(source))
        {
            if (!tag.Value.StartsWith("</", StringComparison.Ordinal))
            {
                if (depth++ == 0)
                    start = tag.Index;
            }
            else if (depth > 0 && --depth == 0)
                yield return (start, tag.Index + tag.Length - start);
        }
    }

    private static List<int> LineStarts(string source)
    {
        var starts = new List<int> { 0 };
        for (var i = source.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = source.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return starts;
    }

    private static int LineAt(List<int> starts, int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    [GeneratedRegex(@"</?table\b[^>]{0,500}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
