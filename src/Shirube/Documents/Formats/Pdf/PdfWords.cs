using System.Net;
using System.Text;

namespace Shirube.Documents.Formats.Pdf;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> prints: page, flow, block, line, word.</summary>
internal static class PdfWords
{
    /// <summary>More words than this in one document are not read; an A4 page of text has some hundred.</summary>
    public const int MostWords = 400_000;

    /// <returns>The pages, and whether words were left out because there are too many.</returns>
    public static (List<PdfPage> Pages, bool Cut) Read(Stream output)
    {
        var pages = new List<PdfPage>();
        var lines = new PdfOutputLines(output);
        var (block, line, words) = (0, 0, 0);
        while (lines.Next(out var text))
        {
            text = text.TrimStart((byte)' ');
            if (text.StartsWith("<word "u8))
            {
                if (++words > MostWords)
                    return (pages, true);
                if (pages.Count > 0 && WordOf(text, block, line) is { } word)
                    pages[^1].Words.Add(word);
            }
            else if (text.StartsWith("<line "u8))
                line++;
            else if (text.StartsWith("<block "u8))
                block++;
            else if (text.StartsWith("<page "u8))
                pages.Add(
                    new PdfPage(
                        pages.Count + 1,
                        PdfOutputLines.TakeNumber(ref text),
                        PdfOutputLines.TakeNumber(ref text)
                    )
                );
        }
        return (pages, false);
    }

    private static PdfWord? WordOf(ReadOnlySpan<byte> element, int block, int line)
    {
        var left = PdfOutputLines.TakeNumber(ref element);
        var top = PdfOutputLines.TakeNumber(ref element);
        var right = PdfOutputLines.TakeNumber(ref element);
        var bottom = PdfOutputLines.TakeNumber(ref element);
        var from = element.IndexOf((byte)'>') + 1;
        var to = element.LastIndexOf("</word>"u8);
        if (to <= from)
            return null;
        var text = Clean(Encoding.UTF8.GetString(element[from..to]));
        return text.Length == 0 ? null : new PdfWord(text, new PdfBox(left, top, right, bottom), block, line);
    }

    /// <summary>Without control characters, which would break lines and cells apart.</summary>
    private static string Clean(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        foreach (var c in text)
        {
            if (char.IsControl(c) || c == '\u00AD')
                return string.Concat(text.Where(c => !char.IsControl(c) && c != '\u00AD'));
        }
        return text.Trim();
    }
}
