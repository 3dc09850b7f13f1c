using Shirube.Documents.Formats.Pdf;

namespace Shirube.Documents.Formats;

/// <summary>PDF, by poppler: words with their places, and tables from the lines that are drawn around them.</summary>
internal static class PdfFormat
{
    /// <exception cref="DocumentRefusedException">
    /// FILE031 poppler is missing, 032 encrypted, 033 damaged, 034 no text (a scan), 035 takes too long, 036 not a PDF,
    /// 037 needs too much memory or processor time.
    /// </exception>
    public static SourceDocument Read(string fileName, byte[] content, CancellationToken cancel = default)
    {
        // The signature may stand behind a mail gateway's or printer's header.
        if (content.AsSpan(0, Math.Min(1024, content.Length)).IndexOf("%PDF-"u8) < 0)
            throw new DocumentRefusedException("FILE036");
        using var poppler = new PdfPoppler(content, cancel);
        PdfContents contents;
        try
        {
            contents = PdfContents.Read(poppler, PdfStructure.IsTold(content));
        }
        catch (DocumentRefusedException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (DocumentRefusedException refused) when (refused.Code is "FILE033" or "FILE037")
        {
            throw new DocumentRefusedException(refused.Code, fileName);
        }
        cancel.ThrowIfCancellationRequested();
        if (contents.Pages.All(page => page.Words.Count == 0))
            throw new DocumentRefusedException("FILE034", contents.Pages.Count);
        PdfRunningLines.Mark(contents.Pages, contents.Items);
        var (lines, tables) = PdfRunningText.Write(contents);
        lines = PdfHeadings.Mark(lines, tables, contents.Structure);
        return new SourceDocument(fileName, DocumentFormat.Pdf, lines, tables)
        {
            PageCount = contents.Pages.Count,
            Notices = PdfNotices.Of(content, contents, lines),
        };
    }
}
