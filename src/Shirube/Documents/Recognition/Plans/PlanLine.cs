using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// One line of a plan as the recognisers see it: without Markdown's marks, a table's row as its cells parted by tabs.
/// </summary>
/// <param name="Paragraph">Lines of one number belong together.</param>
internal sealed record PlanLine(Line Source, string Text, int Paragraph, bool IsRow)
{
    private string? squeezed;

    public string Squeezed => squeezed ??= Folding.Squeeze(Text);

    /// <summary>Level of a heading that the format or Markdown marks; 0 for any other line.</summary>
    public int Level => Source.Level;

    /// <summary>The lines that a person would read: no running heads, no empty ones.</summary>
    public static IReadOnlyList<PlanLine> Of(SourceDocument document)
    {
        var rows = Rows(document);
        var lines = new List<PlanLine>(document.Lines.Count);
        var paragraph = 0;
        Line? before = null;
        foreach (var line in document.Lines)
        {
            if (line.IsRunning || string.IsNullOrWhiteSpace(line.Text) || IsRule(line))
            {
                if (!line.IsRunning)
                    before = null;
                continue;
            }
            var isRow = rows.TryGetValue(line.Number, out var row) || line.Text.Trim().Contains('\t');
            var isFormName = Folding.Squeeze(line.Plain) == "地域再生計画";
            if (before is null || isRow || isFormName || before.Block != line.Block)
                paragraph++;
            before = isRow || isFormName ? null : line;
            lines.Add(new PlanLine(line, row ?? line.Plain, paragraph, isRow));
        }
        return lines;
    }

    /// <summary>The line under a Markdown table's heading row: | --- | --- |. In other formats it is a text like any other.</summary>
    private static bool IsRule(Line line) =>
        !line.IsLiteral
        && line.Text.AsSpan().TrimStart() is ['|', ..]
        && line.Text.AsSpan().IndexOfAnyExcept("|-: \t") < 0
        && line.Text.Contains('-', StringComparison.Ordinal);

    private static Dictionary<int, string> Rows(SourceDocument document)
    {
        var rows = new Dictionary<int, string>();
        foreach (var line in document.Tables.SelectMany(table => table.Cells).GroupBy(cell => cell.At.Line))
        {
            var cells = line.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).OrderBy(cell => cell.At.Column);
            rows[line.Key] = string.Join('\t', cells.Select(cell => Markup.Strip(cell.Text)));
        }
        return rows;
    }
}

/// <summary>Lines that belong together.</summary>
/// <param name="Parts">Each line's text; the first one without the heading that stands before it.</param>
internal sealed record PlanParagraph(IReadOnlyList<PlanLine> Lines, IReadOnlyList<string> Parts)
{
    private string? text;
    private string? squeezed;

    /// <summary>The lines joined as a reader reads them.</summary>
    public string Text =>
        text ??=
            Parts.Count == 1 && !Parts[0].Contains('\n')
                ? Parts[0]
                : Wording.Join(Parts.SelectMany(part => part.Split('\n')));

    public string Squeezed => squeezed ??= Folding.Squeeze(Text);

    /// <summary>The text of a cell with the line ends that its writer put there; null where a cell may have forced them.</summary>
    public string? Written { get; init; }

    public bool IsRow => Lines[0].IsRow;

    /// <summary>The place of this paragraph, or of a stretch of it.</summary>
    public Passage At(string? stretch = null)
    {
        var written = stretch ?? Text;
        foreach (var line in Lines)
        {
            var column = line.Source.Text.IndexOf(written, StringComparison.Ordinal);
            if (column >= 0)
                return new Passage(line.Source.Page, line.Source.Number, line.Source.Number, column, written);
        }
        return new Passage(Lines[0].Source.Page, Lines[0].Source.Number, Lines[^1].Source.Number, -1, written);
    }

    public static PlanParagraph Of(IReadOnlyList<PlanLine> lines, string? first = null) =>
        new([.. lines], [.. lines.Select((line, i) => (i == 0 && first is not null ? first : line.Text).Trim())]);
}
