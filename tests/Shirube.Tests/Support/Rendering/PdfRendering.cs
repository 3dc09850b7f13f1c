using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Shirube.Tests.Support.Rendering;

public enum PdfMaker
{
    /// <summary>Chromium, from the HTML: tagged, one thin rectangle a cell edge.</summary>
    Chromium,

    /// <summary>LibreOffice Writer, from the Word file.</summary>
    Writer,

    /// <summary>LibreOffice Calc, from the Excel file.</summary>
    Calc,
}

/// <summary>Makes PDFs; the same document is made once a test run.</summary>
public static class PdfRendering
{
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Made = new();

    public static byte[] Write(RenderedDocument document, PdfMaker maker) => Write([document], maker)[0];

    /// <summary>All documents in one run of the program, which is much faster than one by one.</summary>
    public static IReadOnlyList<byte[]> Write(IReadOnlyList<RenderedDocument> documents, PdfMaker maker)
    {
        var keys = documents.Select(document => Key(document, maker)).ToList();
        var missing = documents.Where((_, i) => !Made.ContainsKey(keys[i])).ToList();
        var run = new Lazy<IReadOnlyList<byte[]>>(() => Make(missing, maker));
        for (var i = 0; i < missing.Count; i++)
        {
            var index = i;
            Made.TryAdd(Key(missing[i], maker), new Lazy<byte[]>(() => run.Value[index]));
        }
        return [.. keys.Select(key => Made[key].Value)];
    }

    private static IReadOnlyList<byte[]> Make(IReadOnlyList<RenderedDocument> documents, PdfMaker maker) =>
        maker switch
        {
            PdfMaker.Chromium => [.. documents.Select(document => Chromium.Print(document.ToHtml()))],
            PdfMaker.Writer => LibreOffice.Convert([.. documents.Select(document => document.ToDocx())], "docx"),
            _ => LibreOffice.Convert([.. documents.Select(document => document.ToXlsx())], "xlsx"),
        };

    /// <summary>The HTML names all that a document holds but Excel's numbers; a zip file carries its time.</summary>
    private static string Key(RenderedDocument document, PdfMaker maker)
    {
        var formats = document
            .Tables.SelectMany(table => table.Cells)
            .Select(cell => (cell.Cell.Number, cell.Cell.Format));
        var text = $"{maker}\n{document.ToHtml()}\n{string.Join(';', formats)}";
        return System.Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
