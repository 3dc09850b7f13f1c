using Shirube.Documents.Text;

namespace Shirube.Documents.Formats.Pdf;

/// <summary>
/// Marks the lines that the tags of a PDF say are headings. Tags know no lines: a heading is found by its words, and
/// where the same words stand elsewhere too, by their order. Where the tags and the lines do not agree on one heading,
/// none is marked.
/// </summary>
internal static class PdfHeadings
{
    /// <summary>Lines that one heading may take.</summary>
    private const int MostLines = 4;

    public static List<Line> Mark(List<Line> lines, IReadOnlyList<Table> tables, IReadOnlyList<PdfBlock> blocks)
    {
        if (!blocks.Any(block => block.Level > 0))
            return lines;
        var inTables = tables
            .SelectMany(table => table.Cells)
            .SelectMany(cell => Enumerable.Range(cell.At.Line, cell.At.EndLine - cell.At.Line + 1))
            .ToHashSet();
        var texts = lines
            .Where(line => !line.IsRunning && !inTables.Contains(line.Number))
            .Select(line => (line.Number, Text: Folding.Squeeze(line.Text)))
            .Where(line => line.Text.Length > 0)
            .ToList();
        var starts = Starts(texts, blocks.Where(block => block.Level > 0).Select(block => block.Text).ToHashSet());
        var levels = new Dictionary<int, int>();
        foreach (var same in blocks.GroupBy(block => block.Text).Where(same => same.Any(block => block.Level > 0)))
        {
            var found = starts.GetValueOrDefault(same.Key) ?? [];
            if (found.Count != same.Count())
                return lines;
            foreach (var (block, number) in same.Zip(found))
                levels[number] = block.Level;
        }
        return [.. lines.Select(line => line with { Heading = levels.GetValueOrDefault(line.Number) })];
    }

    /// <summary>The numbers of the lines at which one of the texts begins and, over some lines, ends.</summary>
    private static Dictionary<string, List<int>> Starts(List<(int Number, string Text)> lines, HashSet<string> wanted)
    {
        var found = new Dictionary<string, List<int>>();
        for (var i = 0; i < lines.Count; i++)
        {
            var text = "";
            for (var j = i; j < Math.Min(lines.Count, i + MostLines); j++)
            {
                text += lines[j].Text;
                if (!wanted.Contains(text))
                    continue;
                if (!found.TryGetValue(text, out var numbers))
                    found[text] = numbers = [];
                numbers.Add(lines[i].Number);
                break;
            }
        }
        return found;
    }
}
