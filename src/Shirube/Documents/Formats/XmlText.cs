using System.Text;
using System.Xml;

namespace Shirube.Documents.Formats;

/// <summary>Text of XML elements, read in pieces so that a single enormous text cannot fill the memory.</summary>
internal static class XmlText
{
    /// <summary>Characters that Excel allows in a cell.</summary>
    private const int Most = 32_767;

    /// <summary>Appends the text in the element the reader stands on; the reader then stands behind it.</summary>
    public static void AppendContent(XmlReader xml, StringBuilder text)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }
        var depth = xml.Depth;
        var buffer = new char[1024];
        while (xml.Read() && xml.Depth > depth)
        {
            if (
                xml.NodeType
                is not (
                    XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
                )
            )
                continue;
            for (
                var count = xml.ReadValueChunk(buffer, 0, buffer.Length);
                count > 0;
                count = xml.ReadValueChunk(buffer, 0, buffer.Length)
            )
            {
                if (text.Length < Most)
                    text.Append(buffer, 0, Math.Min(count, Most - text.Length));
            }
        }
        xml.Read();
    }
}
