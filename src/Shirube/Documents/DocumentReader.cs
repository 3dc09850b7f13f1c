using Shirube.Documents.Formats;

namespace Shirube.Documents;

/// <summary>Reads a file into a <see cref="SourceDocument"/>: guard first, then the one reader of its format.</summary>
public static class DocumentReader
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int FileLimit = ReadingLimits.FileBytes;

    /// <summary>True when the ending of a file's name is one of a format that Shirube reads.</summary>
    public static bool Reads(string fileName) => FileEnding.Of(fileName).Format is not null;

    /// <param name="fileName">Name as given by its owner; its ending is a claim that the content must bear out.</param>
    /// <exception cref="DocumentRefusedException">The file cannot be read; the exception says why and what to do.</exception>
    public static SourceDocument Read(string fileName, byte[] content, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var admitted = DocumentGuard.Admit(fileName, content);
        var document = admitted.Format switch
        {
            DocumentFormat.Markdown => MarkdownFormat.Read(fileName, content, cancel),
            DocumentFormat.Html => HtmlFormat.Read(fileName, content, cancel),
            DocumentFormat.Csv => CsvFormat.Read(fileName, content, cancel),
            DocumentFormat.Word => WordFormat.Read(fileName, content, cancel),
            DocumentFormat.Excel => ExcelFormat.Read(fileName, content, cancel),
            DocumentFormat.Pdf => PdfFormat.Read(fileName, content, cancel),
            _ => TextFormat.Read(fileName, content, cancel),
        };
        if (document.Tables.Count == 0 && document.Lines.All(line => string.IsNullOrWhiteSpace(line.Text)))
            throw Empty(fileName, document);
        document = DraftMark.SetAside(document);
        return admitted.Notices.Count == 0
            ? document
            : document with
            {
                Notices = [.. admitted.Notices, .. document.Notices],
            };
    }

    /// <summary>There are no letters, or the reader stopped before it came to them and has said why.</summary>
    private static DocumentRefusedException Empty(string fileName, SourceDocument document) =>
        document.Notices.FirstOrDefault(notice => notice.Severity != Severity.Note) is { } why
            ? new DocumentRefusedException("FILE019", fileName, FindingText.MessageOf(why))
            : new DocumentRefusedException("FILE015", fileName);
}
