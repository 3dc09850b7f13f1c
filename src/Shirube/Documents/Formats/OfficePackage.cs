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
        if (zip.Has(MainPartOf(zip, "word/document.xml")))
            return new OfficePackage(DocumentFormat.Word, hasMacros);
        if (zip.Has("xl/workbook.xml"))
            return new OfficePackage(DocumentFormat.Excel, hasMacros);
        throw new DocumentRefusedException("FILE003", fileName, KindOf(names));
    }

    /// <summary>The usual main part, or the one that stands in its folder under a number (word/document2.xml).</summary>
    public static string MainPartOf(ZipParts zip, string usual)
    {
        if (zip.Has(usual))
            return usual;
        var stem = usual[..^".xml".Length];
        return zip.Names.FirstOrDefault(name =>
                name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ) ?? usual;
    }

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
