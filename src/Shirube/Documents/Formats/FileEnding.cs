using System.Collections.Frozen;

namespace Shirube.Documents.Formats;

/// <summary>What the ending of a file's name claims.</summary>
/// <param name="Ending">With its dot, lower case; empty where there is none.</param>
/// <param name="Format">Null for an ending that no reader stands for.</param>
internal readonly record struct FileEnding(string Ending, DocumentFormat? Format)
{
    private static readonly FrozenDictionary<string, DocumentFormat> Formats = new Dictionary<string, DocumentFormat>
    {
        [".txt"] = DocumentFormat.Text,
        [".text"] = DocumentFormat.Text,
        [".md"] = DocumentFormat.Markdown,
        [".markdown"] = DocumentFormat.Markdown,
        [".html"] = DocumentFormat.Html,
        [".htm"] = DocumentFormat.Html,
        [".xhtml"] = DocumentFormat.Html,
        [".csv"] = DocumentFormat.Csv,
        [".tsv"] = DocumentFormat.Csv,
        [".docx"] = DocumentFormat.Word,
        [".docm"] = DocumentFormat.Word,
        [".dotx"] = DocumentFormat.Word,
        [".xlsx"] = DocumentFormat.Excel,
        [".xlsm"] = DocumentFormat.Excel,
        [".xltx"] = DocumentFormat.Excel,
        [".pdf"] = DocumentFormat.Pdf,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Endings of kinds that are never text; a text under such a name is something gone wrong.</summary>
    private static readonly FrozenSet<string> NeverText =
        ".doc .xls .ppt .pptx .odt .ods .png .jpg .jpeg .gif .tif .tiff .bmp .zip .exe .jtd"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public bool IsNeverText => NeverText.Contains(Ending);

    public static FileEnding Of(string fileName)
    {
        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        return new FileEnding(ending, Formats.TryGetValue(ending, out var format) ? format : null);
    }

    public static bool IsText(DocumentFormat format) =>
        format is DocumentFormat.Text or DocumentFormat.Markdown or DocumentFormat.Csv or DocumentFormat.Html;

    /// <summary>The format as people know it.</summary>
    public static string NameOf(DocumentFormat format) =>
        format switch
        {
            DocumentFormat.Word => "Word (.docx)",
            DocumentFormat.Excel => "Excel (.xlsx)",
            DocumentFormat.Pdf => "PDF",
            DocumentFormat.Html => "HTML",
            DocumentFormat.Csv => "CSV",
            DocumentFormat.Markdown => "Markdown",
            _ => "text",
        };
}
