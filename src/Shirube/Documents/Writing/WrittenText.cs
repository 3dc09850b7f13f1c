using System.Text;
using System.Xml;

namespace Shirube.Documents.Writing;

/// <summary>Text as every format can hold it.</summary>
internal static class WrittenText
{
    /// <summary>
    /// Without signs that no XML may hold (controls, halves of a pair), and with line ends as <c>\n</c>. A tab stays.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (c == '\r')
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (XmlConvert.IsXmlChar(c))
                clean.Append(c);
        }
        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (c == '\r' || char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c))
                return false;
        }
        return true;
    }
}
