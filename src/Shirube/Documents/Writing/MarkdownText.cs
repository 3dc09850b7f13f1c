using System.Buffers;
using System.Text;

namespace Shirube.Documents.Writing;

/// <summary>Text as Markdown that shows just that text.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_[]<>&~");

    public static string Of(WrittenParagraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var run in paragraph.Runs)
        {
            var (open, close) = Around(run);
            text.Append(open).Append(Inline(run.Text)).Append(close);
        }
        var lines = text.ToString().Split('\n').Select(line => Begin(line.Trim(' ', '\t')));
        return string.Join("  \n", lines.Where(line => line.Length > 0));
    }

    /// <summary>The text of a cell of a table with pipes.</summary>
    public static string InCell(WrittenCell cell) =>
        Inline(cell.Text).Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);

    public static string Inline(string text)
    {
        var clean = WrittenText.Clean(text).Replace('\t', ' ');
        if (clean.AsSpan().IndexOfAny(Marks) < 0)
            return clean;
        var escaped = new StringBuilder(clean.Length + 8);
        foreach (var c in clean)
        {
            if (Marks.Contains(c))
                escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>A line that would open a heading, list, quotation, rule or table gets its first sign escaped.</summary>
    private static string Begin(string line)
    {
        if (line.Length == 0)
            return line;
        if (line[0] is '#' or '+' or '-' or '|' or '=' or ':')
            return "\\" + line;
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && line[digits] is '.' or ')' ? line.Insert(digits, "\\") : line;
    }

    private static (string Open, string Close) Around(WrittenRun run)
    {
        if (string.IsNullOrWhiteSpace(run.Text))
            return ("", "");
        var open = (run.IsBold ? "**" : "") + (run.IsUnderlined ? "<u>" : "") + (run.IsStruck ? "~~" : "");
        var close = (run.IsStruck ? "~~" : "") + (run.IsUnderlined ? "</u>" : "") + (run.IsBold ? "**" : "");
        return (open, close);
    }
}
