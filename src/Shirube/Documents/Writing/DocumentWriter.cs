namespace Shirube.Documents.Writing;

/// <summary>Writes a document in one of the formats in which documents are handed out.</summary>
public static class DocumentWriter
{
    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<DocumentFormat> Formats =
    [
        DocumentFormat.Word,
        DocumentFormat.Excel,
        DocumentFormat.Pdf,
        DocumentFormat.Html,
        DocumentFormat.Markdown,
    ];

    public static async Task<WrittenFile> WriteAsync(
        WrittenDocument document,
        DocumentFormat format,
        CancellationToken cancel = default
    ) =>
        format switch
        {
            DocumentFormat.Word => new WrittenFile(WordWriter.Write(document)),
            DocumentFormat.Excel => new WrittenFile(ExcelWriter.Write(document)),
            DocumentFormat.Html => new WrittenFile(HtmlWriter.Write(document)),
            DocumentFormat.Markdown => new WrittenFile(MarkdownWriter.Write(document)),
            DocumentFormat.Pdf => await PdfPrinter.WriteAsync(document, cancel),
            _ => throw new NotSupportedException(format.ToString()),
        };

    /// <summary>Ending of a file's name with its dot.</summary>
    public static string EndingOf(DocumentFormat format) =>
        format switch
        {
            DocumentFormat.Word => ".docx",
            DocumentFormat.Excel => ".xlsx",
            DocumentFormat.Html => ".html",
            DocumentFormat.Markdown => ".md",
            DocumentFormat.Pdf => ".pdf",
            _ => throw new NotSupportedException(format.ToString()),
        };

    public static string ContentTypeOf(DocumentFormat format) =>
        format switch
        {
            DocumentFormat.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            DocumentFormat.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            DocumentFormat.Html => "text/html; charset=utf-8",
            DocumentFormat.Markdown => "text/markdown; charset=utf-8",
            DocumentFormat.Pdf => "application/pdf",
            _ => throw new NotSupportedException(format.ToString()),
        };
}
