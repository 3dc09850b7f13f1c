using System.Text;
using System.Xml;

namespace Shirube.Documents.Formats.Excel;

/// <summary>The texts that the cells of a workbook share, without the readings (furigana) that stand beside them.</summary>
internal sealed class SharedStrings
{
    private const long MostBytes = 32L * 1024 * 1024;
    private const int MostStrings = 500_000;
    private const int MostCharacters = 16_000_000;

    private readonly List<string> strings = [];

    public static SharedStrings None { get; } = new();

    /// <summary>The text of an index, or null when the file does not hold it or it lies beyond the limits.</summary>
    public string? this[int index] => index >= 0 && index < strings.Count ? strings[index] : null;

    public static SharedStrings Read(ZipParts zip)
    {
        var shared = new SharedStrings();
        using var xml = zip.Xml("xl/sharedStrings.xml", MostBytes);
        var characters = 0;
        while (xml is not null && shared.strings.Count < MostStrings && characters < MostCharacters)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                shared.strings.Add(TextOf(xml));
                characters += shared.strings[^1].Length;
            }
            else if (!xml.Read())
                break;
        }
        return shared;
    }

    /// <summary>The text of the element the reader stands on (si, is); the reader then stands behind it.</summary>
    public static string TextOf(XmlReader xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                xml.Read();
            else if (xml.LocalName is "rPh" or "phoneticPr")
                xml.Skip();
            else if (xml.LocalName == "t")
                XmlText.AppendContent(xml, text);
            else
                xml.Read();
        }
        xml.Read();
        return Unescape(text.ToString()).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Control characters are written as _x000D_.</summary>
    private static string Unescape(string text) =>
        text.Contains("_x000", StringComparison.Ordinal)
            ? text.Replace("_x000D_", "", StringComparison.OrdinalIgnoreCase)
                .Replace("_x000A_", "\n", StringComparison.OrdinalIgnoreCase)
                .Replace("_x0009_", " ", StringComparison.OrdinalIgnoreCase)
            : text;
}
