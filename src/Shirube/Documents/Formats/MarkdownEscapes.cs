using System.Text;

namespace Shirube.Documents.Formats;

/// <summary>Backslashes that keep a sign of Markdown a sign: \\# is #, at the start of a line and inside it.</summary>
internal static class MarkdownEscapes
{
    /// <summary>The line as it shows: an escaped sign without its backslash.</summary>
    public static string Resolve(string line)
    {
        // A row of a table keeps them: an escaped bar parts no cells.
        if (!line.Contains('\\', StringComparison.Ordinal) || line.AsSpan().TrimStart() is ['|', ..])
            return line;
        var shown = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && IsMark(line[i + 1]))
                i++;
            shown.Append(line[i]);
        }
        return shown.ToString();
    }

    /// <summary>The sign that would make the line a heading or an item of a list is escaped.</summary>
    public static bool AreAtStart(string line)
    {
        var at = line.AsSpan().IndexOfAnyExcept(" \t\u3000");
        return at >= 0 && line[at] == '\\' && at + 1 < line.Length && IsMark(line[at + 1]);
    }

    private static bool IsMark(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));
}
