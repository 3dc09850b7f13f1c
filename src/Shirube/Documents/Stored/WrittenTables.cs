using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Documents.Stored;

/// <summary>
/// The tables in the text of a version that Shirube wrote itself: their cells are known, where the text of a chapter holds
/// a line a row. None for a file that was handed in: it would have to be read again, whatever it holds.
/// </summary>
public sealed class WrittenTables
{
    private readonly SourceDocument? document;
    private readonly Dictionary<int, Table> byLine = [];

    private WrittenTables(SourceDocument? document)
    {
        this.document = document;
        foreach (var table in document?.Tables ?? [])
        foreach (var cell in table.Cells)
            byLine[cell.At.Line] = table;
    }

    public static async Task<WrittenTables> OfAsync(ShirubeDb db, OpenDocument open, CancellationToken cancel)
    {
        var isWritten = open.Version.ApprovalNumber is not null;
        if (!isWritten || !open.Reading.Chapters.Any(chapter => chapter.Text.Value.Contains('\t')))
            return new(null);
        var content = await db
            .SourceFiles.Where(file =>
                file.GovernmentCode == open.Version.GovernmentCode && file.Sha256 == open.Version.Sha256
            )
            .Select(file => file.Content)
            .SingleAsync(cancel);
        return new(DocumentReader.Read(open.FileName, content, cancel));
    }

    /// <summary>Of each line of a chapter's text the table whose row it is; null for a line of running text.</summary>
    public IReadOnlyList<Table?> In(ReadChapter chapter)
    {
        var texts = chapter.Text.Value.Split('\n');
        var tables = new Table?[texts.Length];
        var at = chapter.Text.Evidence.At;
        var next = at.Line;
        for (var i = 0; i < texts.Length && document is not null; i++)
        {
            var line = next;
            while (line > 0 && line <= at.EndLine && line <= document.Lines.Count && !Is(line, texts[i]))
                line++;
            if (line <= 0 || line > at.EndLine || line > document.Lines.Count)
                continue;
            tables[i] = byLine.GetValueOrDefault(line);
            next = line + 1;
        }
        return [.. tables.Select(table => table is not null && IsWhole(table, tables) ? table : null)];
    }

    private bool Is(int line, string text) => document!.Lines[line - 1].Text.Trim() == text.Trim();

    /// <summary>Every row that says something is there.</summary>
    private static bool IsWhole(Table table, Table?[] found) =>
        found.Count(one => ReferenceEquals(one, table))
        == table
            .Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text))
            .Select(cell => cell.At.Line)
            .Distinct()
            .Count();
}
