using System.Text.RegularExpressions;

namespace Shirube.Documents.Comparison;

/// <summary>One row of a table in running text, its cells parted by tabs; a number alone in its cell is a value.</summary>
internal static partial class TableRow
{
    public static bool IsRow(string text) => text.Contains('\t', StringComparison.Ordinal);

    /// <summary>A row as Markdown writes it, with tabs; null for any other line and for the ruler under a heading.</summary>
    public static string? OfMarkdown(string line) =>
        line.Trim() is not ['|', _, .., '|'] row
            ? null
            : string.Join('\t', row[1..^1].Split('|').Select(cell => cell.Trim()));

    public static bool IsRuler(string line) =>
        line.Contains('|', StringComparison.Ordinal) && !line.AsSpan().ContainsAnyExcept("|-: \t");

    /// <summary>The chunks of <see cref="ScriptChunks"/> as they are compared; 1,800 and 1800.00 are one value in a cell.</summary>
    public static string[] Folded(string[] chunks)
    {
        var folded = Array.ConvertAll(chunks, ScriptChunks.Fold);
        if (chunks.Length > 1 && !Array.Exists(chunks, IsRow))
            return folded;
        for (var i = 0; i < chunks.Length; i++)
            if ((i == 0 || IsRow(chunks[i - 1])) && (i == chunks.Length - 1 || IsRow(chunks[i])))
                folded[i] = WholeNumber().Replace(folded[i], "");
        return folded;
    }

    /// <summary>What two rows that say the same have in common.</summary>
    public static string KeyOf(string row)
    {
        var chunks = ScriptChunks.Of(row);
        var folded = Folded(chunks);
        return string.Concat(folded.Select((chunk, at) => IsRow(chunks[at]) ? chunk + '\t' : chunk)).TrimEnd('\t');
    }

    /// <summary>Zeros behind the point of a number; 2024.10 may be a month and stays.</summary>
    [GeneratedRegex(@"(?<=^-?[0-9]+)\.0+$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();
}
