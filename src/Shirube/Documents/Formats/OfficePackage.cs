namespace Shirube.Documents.Formats;

/// <summary>What a zip file is: a Word document, an Excel workbook, or something that is not read.</summary>
internal sealed record OfficePackage(DocumentFormat Format, bool HasMacros)
{
    /// <exception cref="DocumentRefusedException">Damaged, unsafe to open, or of another kind.</exception>
    public static OfficePackage Inspect(string fileName, byte[] content)
    {
        using var zip = ZipParts.Open(fileName, content);
        var names = zip.Names;
        var hasMacros = names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        if (names.Contains("word/document.xml") || names.Any(IsWordMain))
            return new OfficePackage(DocumentFormat.Word, hasMacros);
        if (names.Contains("xl/workbook.xml"))
            return new OfficePackage(DocumentFormat.Excel, hasMacros);
        throw new DocumentRefusedException("FILE003", fileName, KindOf(names));
    }

    private static bool IsWordMain(string name) =>
        name.StartsWith("word/document", StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static string KindOf(IReadOnlyCollection<string> names)
    {
        if (names.Any(name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)))
            return "PowerPoint (.pptx)";
        if (names.Contains("xl/workbook.bin"))
            return "Excel binary (.xlsb)";
        if (names.Contains("content.xml") && names.Contains("mimetype"))
            return "OpenDocument (.odt, .ods)";
        return "ZIP";
    }
}
