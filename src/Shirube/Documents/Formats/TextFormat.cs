using Shirube.Documents.Text;

namespace Shirube.Documents.Formats;

/// <summary>
/// Plain text: lines as an editor counts them, form feeds as page breaks, headings marked with #, runs of lines with
/// tab characters or pipes as tables.
/// </summary>
internal static class TextFormat
{
    public static SourceDocument Read(string fileName, byte[] content, CancellationToken cancel = default)
    {
        var decoded = DecodedText.Of(TextBytes.Capped(content, out var isCut));
        var text = new RunningText(fileName, DocumentFormat.Text);
        decoded.ReportTo(text);
        AddLines(text, decoded.Text);
        if (isCut)
            text.StopEarly();
        cancel.ThrowIfCancellationRequested();
        foreach (var table in TabTables.Find(text.Lines).Concat(PipeTables.Find(text.Lines)).OrderBy(t => t.FirstLine))
        {
            if (text.TryCount(table.Cells.Count))
                text.AddTable(table);
        }
        return text.Build();
    }

    /// <summary>Adds each line of a text under its own number; a form feed begins a page and is not part of a line.</summary>
    /// <param name="headings">Levels by line number where the format knows them; else # marks say so.</param>
    public static void AddLines(RunningText text, string content, IReadOnlyDictionary<int, int>? headings = null)
    {
        // Only files of the old Mac end lines with CR alone; elsewhere a lone CR is a stray inside a line.
        var end = content.Contains('\n') ? '\n' : '\r';
        var rest = content.AsSpan();
        while (!rest.IsEmpty && !text.IsFull)
        {
            var length = rest.IndexOf(end);
            var line = length < 0 ? rest : rest[..length];
            rest = length < 0 ? default : rest[(length + 1)..];
            AddLine(text, line.TrimEnd('\r'), headings);
        }
    }

    private static void AddLine(RunningText text, ReadOnlySpan<char> line, IReadOnlyDictionary<int, int>? headings)
    {
        var before = line.Length;
        line = line.TrimStart('\f');
        text.Page += before - line.Length;
        var inside = line.Count('\f');
        var written = line.ToString();
        if (line.IndexOfAny('\f', '\r', '\0') >= 0)
            written = written.Replace('\f', ' ').Replace('\r', ' ').Replace('\0', ' ');
        var level = headings is null ? Markup.HeadingLevel(written) : headings.GetValueOrDefault(text.NextLine);
        var isLiteral = headings is not null && MarkdownEscapes.AreAtStart(written);
        text.AddLine(headings is null ? written : MarkdownEscapes.Resolve(written), level, isLiteral: isLiteral);
        text.Page += inside;
    }
}
