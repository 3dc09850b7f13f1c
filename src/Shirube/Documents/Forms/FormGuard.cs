using System.Xml;
using Shirube.Documents.Formats;
using Shirube.Faults;

namespace Shirube.Documents.Forms;

/// <summary>
/// Decides whether a file may be filled: a Word or Excel file under its own ending, without macros, each part once. A
/// document that is only read may be called anything; one that goes back to its office must open there as it came.
/// </summary>
internal static class FormGuard
{
    /// <returns>The format, or why the file is not filled.</returns>
    /// <exception cref="DocumentRefusedException">Damaged, protected, or not safe to open.</exception>
    public static (DocumentFormat Format, Fault? Fault) Admit(string fileName, byte[] content)
    {
        var format = DocumentGuard.Admit(fileName, content).Format;
        if (format is not (DocumentFormat.Word or DocumentFormat.Excel))
            return (format, new Fault(null, "FORM004", null, fileName));
        using var zip = ZipParts.Open(fileName, content);
        if (!IsWhole(zip))
            throw new DocumentRefusedException("FILE006", fileName);
        if (zip.Repeated is { } name)
            return (format, new Fault(null, "FORM013", null, fileName, FindingText.Plain(name)));
        if (HasMacros(fileName, zip))
            return (format, new Fault(null, "FORM012", null, fileName));
        var ending = FileEnding.Of(fileName).Ending;
        return ending == EndingOf(format)
            ? (format, null)
            : (format, new Fault(null, "FORM011", null, fileName, ending, FileEnding.NameOf(format), EndingOf(format)));
    }

    /// <summary>Every part is what its checksum says: what is given back is the office's own file.</summary>
    private static bool IsWhole(ZipParts zip)
    {
        try
        {
            return zip.Names.All(name => Crc32.Of(zip.Bytes(name, FormSize.MostBytes)) == zip.ChecksumOf(name));
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            return false;
        }
    }

    private static string EndingOf(DocumentFormat format) => format == DocumentFormat.Word ? ".docx" : ".xlsx";

    /// <summary>By the ending, by what the file says of itself, or by what it holds.</summary>
    private static bool HasMacros(string fileName, ZipParts zip) =>
        FileEnding.Of(fileName).Ending is ".docm" or ".dotm" or ".xlsm" or ".xltm"
        || zip.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
        || SaysMacros(fileName, zip);

    private static bool SaysMacros(string fileName, ZipParts zip)
    {
        try
        {
            using var types = zip.Xml("[Content_Types].xml", FormSize.MostBytes);
            while (types?.Read() == true)
                if (
                    types.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                    == true
                )
                    return true;
            return false;
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            throw new DocumentRefusedException("FILE006", fileName);
        }
    }
}
