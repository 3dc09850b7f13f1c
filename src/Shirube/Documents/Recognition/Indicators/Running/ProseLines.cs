namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Tells the lines of running prose, which may stand in the midst of a scrambled table: sentences, and the lines that
/// a sentence runs on to without an empty line between.
/// </summary>
internal static class ProseLines
{
    private const int FullLine = 28;

    public static bool[] Find(IReadOnlyList<Line> lines, Func<Line, bool> isTableLike)
    {
        var prose = new bool[lines.Count];
        var table = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            table[i] = isTableLike(lines[i]);
            prose[i] = !table[i] && IsSentence(lines[i].Text);
        }
        for (var i = 1; i < lines.Count; i++)
            prose[i] |= prose[i - 1] && !table[i] && IsText(lines[i]) && !EndsSentence(lines[i - 1].Text);
        for (var i = lines.Count - 2; i >= 0; i--)
            prose[i] |= prose[i + 1] && !table[i] && lines[i].Text.Trim().Length >= FullLine;
        return prose;
    }

    private static bool IsText(Line line) => !string.IsNullOrWhiteSpace(line.Text);

    private static bool EndsSentence(string text) => text.AsSpan().TrimEnd().EndsWith("。", StringComparison.Ordinal);

    private static bool IsSentence(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Contains('。')
            || (trimmed.Contains('、') && trimmed.Length >= FullLine)
            || (trimmed.Length > 60 && !trimmed.Contains("  ", StringComparison.Ordinal));
    }
}
