namespace Shirube.Web.Values;

/// <summary>A stretch of a chapter: running text, or the rows of a table as Markdown writes it.</summary>
/// <param name="Rows">Cells by row, the heading first; none where it is text.</param>
internal sealed record ChapterPart(string Text, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static IReadOnlyList<ChapterPart> Of(string text)
    {
        var parts = new List<ChapterPart>();
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; )
        {
            var end = at + 1;
            while (end < lines.Length && IsRow(lines[end]) == IsRow(lines[at]))
                end++;
            var stretch = lines[at..end];
            // One line between bars may be anything; a table has a heading and a row.
            if (IsRow(lines[at]) && stretch.Length > 1)
                parts.Add(new ChapterPart("", [.. stretch.Where(line => !IsRuler(line)).Select(Cells)]));
            else if (string.Join('\n', stretch).Trim('\n') is { Length: > 0 } words)
                parts.Add(new ChapterPart(words, []));
            at = end;
        }
        return parts;
    }

    private static bool IsRow(string line) => line.Trim() is ['|', _, .., '|'];

    private static bool IsRuler(string line) => !line.AsSpan().ContainsAnyExcept("|-: \t");

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
