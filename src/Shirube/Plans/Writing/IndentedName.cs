using System.Text;
using Shirube.Faults;

namespace Shirube.Plans.Writing;

/// <summary>字下げした一覧の1行: a name, and how deep its indentation puts it.</summary>
/// <param name="Line">Counts from 1, blank lines included.</param>
/// <param name="Depth">1 for those at the margin.</param>
internal sealed record IndentedName(int Line, string Name, int Depth)
{
    /// <param name="text">One a line; blank lines do not count.</param>
    /// <param name="field">Of the faults.</param>
    /// <returns>What is wrong where a line stands under none of those above it.</returns>
    public static (IReadOnlyList<IndentedName> Names, Fault? Fault) Read(string text, string field)
    {
        var names = new List<IndentedName>();
        var open = new List<string>();
        foreach (var (at, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var name = NodeChange.Line(line);
            if (name.Length == 0)
                continue;
            var margin = Margin(line);
            if (
                open.Count == 0
                || (margin.Length > open[^1].Length && margin.StartsWith(open[^1], StringComparison.Ordinal))
            )
                open.Add(margin);
            else if (open.IndexOf(margin) is >= 0 and var level)
                open.RemoveRange(level + 1, open.Count - level - 1);
            else
                return ([], new Fault(field, "WRITE128", null, at + 1, name));
            names.Add(new IndentedName(at + 1, name, open.Count));
        }
        return (names, null);
    }

    /// <summary>A full-width space is two narrow ones; a tab is none of them.</summary>
    private static string Margin(string line)
    {
        var margin = new StringBuilder();
        foreach (var letter in line.TakeWhile(char.IsWhiteSpace))
            margin.Append(
                letter switch
                {
                    '\u3000' => "  ",
                    '\t' => "\t",
                    _ => " ",
                }
            );
        return margin.ToString();
    }
}
