using System.Text.RegularExpressions;

namespace Shirube.Documents.Formats;

/// <summary>Tables drawn with pipes (| a | b |), as converters leave them in plain text: at least two lines in a run.</summary>
internal static partial class PipeTables
{
    public static IEnumerable<Table> Find(IReadOnlyList<Line> lines)
    {
        var run = new List<Line>();
        foreach (var line in lines)
        {
            if (!line.IsLiteral && IsRow(line.Text))
            {
                run.Add(line);
                continue;
            }
            if (run.Count >= 2)
                yield return Build(run);
            run.Clear();
        }
        if (run.Count >= 2)
            yield return Build(run);
    }

    private static bool IsRow(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length > 2 && text[0] == '|' && text[^1] == '|' && text[1..^1].Contains('|');
    }

    private static Table Build(List<Line> run)
    {
        var cells = new List<Cell>();
        var row = 0;
        for (var i = 0; i < run.Count; i++)
        {
            // A row of single dashes says "nothing applies", except right under the heading.
            if (Rule().IsMatch(run[i].Text) || (i == 1 && ShortRule().IsMatch(run[i].Text)))
                continue;
            AddRow(cells, row++, run[i]);
        }
        return new Table(TableSource.Given, cells);
    }

    private static void AddRow(List<Cell> cells, int row, Line line)
    {
        var end = line.Text.AsSpan().TrimEnd().Length - 1;
        var start = line.Text.IndexOf('|', StringComparison.Ordinal) + 1;
        var column = 0;
        for (var i = start; i <= end; i++)
        {
            if (line.Text[i] != '|' || line.Text[i - 1] == '\\')
                continue;
            var cell = LineCell.At(line, row, column++, start, i - start);
            cells.Add(cell with { Text = Shown(cell.Text) });
            start = i + 1;
        }
    }

    private static string Shown(string written)
    {
        var text = written.Replace("\\|", "|", StringComparison.Ordinal);
        text = LineBreak().Replace(text, "\n");
        return
            text.Length > 4
            && text.StartsWith("**", StringComparison.Ordinal)
            && text.EndsWith("**", StringComparison.Ordinal)
            ? text[2..^2]
            : text;
    }

    [GeneratedRegex(@"^\s*\|(?:\s*:?[-=]{3,}:?\s*[|+])+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\|(?:\s*:?-+:?\s*\|)+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortRule();

    [GeneratedRegex(@"\s*<br\s*/?>\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}
