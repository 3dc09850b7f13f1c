using Markdig;
using Markdig.Syntax;
using Shirube.Documents.Formats.Html;
using MarkdigTable = Markdig.Extensions.Tables.Table;

namespace Shirube.Documents.Formats;

/// <summary>
/// Markdown: the lines stay those of the source; headings, pipe and grid tables come from its structure, HTML tables
/// and runs of tabs, which converters leave in it, from their own readers.
/// </summary>
internal static class MarkdownFormat
{
    /// <summary>Longer texts are read as plain text: the structure takes many times their memory.</summary>
    private const int StructuredCharacters = 1_000_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UseGridTables()
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .Build();

    public static SourceDocument Read(string fileName, byte[] content, CancellationToken cancel = default)
    {
        var decoded = DecodedText.Of(TextBytes.Capped(content, out var isCut));
        var text = new RunningText(fileName, DocumentFormat.Markdown);
        decoded.ReportTo(text);
        var source = decoded.Text;
        var structure = Parse(source, text);
        cancel.ThrowIfCancellationRequested();
        TextFormat.AddLines(text, source, structure is null ? null : HeadingsOf(structure, source));
        var fenced = structure is null ? [] : FencedLines(structure);
        var tables = HtmlInMarkdown.Tables(source, text.Lines, fenced).ToList();
        if (structure is not null)
            tables.AddRange(structure.Descendants<MarkdigTable>().Select(t => MarkdownTable.Read(t, text.Lines)));
        AddUncovered(tables, PipeTables.Find(text.Lines), fenced);
        AddUncovered(tables, TabTables.Find(text.Lines), fenced);
        foreach (var table in tables.Where(t => t.Cells.Count > 0).OrderBy(t => t.FirstLine))
        {
            if (text.TryCount(table.Cells.Count))
                text.AddTable(table);
        }
        if (isCut)
            text.StopEarly();
        return text.Build();
    }

    private static MarkdownDocument? Parse(string source, RunningText text)
    {
        if (source.Length > StructuredCharacters)
            return null;
        try
        {
            return Markdown.Parse(source, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested too deeply; the lines can still be read.
            text.Notice(new Finding("DOC016", Severity.Error, null, 128));
            return null;
        }
    }

    private static Dictionary<int, int> HeadingsOf(MarkdownDocument structure, string source)
    {
        var levels = new Dictionary<int, int>();
        int line = 1,
            offset = 0;
        foreach (var heading in structure.Descendants<HeadingBlock>().OrderBy(heading => heading.Span.Start))
        {
            // Of a heading that is underlined, the structure names the line of its rule, but the offset of its words.
            line += source.AsSpan(offset, heading.Span.Start - offset).Count('\n');
            offset = heading.Span.Start;
            levels[line] = heading.Level;
        }
        return levels;
    }

    private static HashSet<int> FencedLines(MarkdownDocument structure)
    {
        var lines = new HashSet<int>();
        foreach (var block in structure.Descendants<FencedCodeBlock>())
        {
            for (var i = 0; i <= block.Lines.Count + 1; i++)
                lines.Add(block.Line + 1 + i);
        }
        return lines;
    }

    private static void AddUncovered(List<Table> tables, IEnumerable<Table> found, HashSet<int> fenced)
    {
        var covered = new HashSet<int>(fenced);
        foreach (var table in tables.Where(table => table.Cells.Count > 0))
            covered.UnionWith(Enumerable.Range(table.FirstLine, table.LastLine - table.FirstLine + 1));
        foreach (var table in found.ToList())
        {
            if (!covered.Contains(table.FirstLine) && !covered.Contains(table.LastLine))
                tables.Add(table);
        }
    }
}
