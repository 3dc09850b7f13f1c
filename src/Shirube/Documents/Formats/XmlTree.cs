using System.Xml;
using System.Xml.Linq;

namespace Shirube.Documents.Formats;

/// <summary>Makes a tree of an XML element; what lies deeper than any document goes is left out, for adding a node costs its depth.</summary>
internal static class XmlTree
{
    /// <summary>A table in a table takes eight levels; readers stop at <see cref="ReadingLimits.Depth"/> of their own.</summary>
    private const int Deepest = 600;

    /// <summary>The root element of a part, or null when it has none.</summary>
    public static XElement? ReadRoot(XmlReader xml) => xml.MoveToContent() == XmlNodeType.Element ? Read(xml) : null;

    /// <summary>The element the reader stands on; the reader then stands behind it.</summary>
    public static XElement Read(XmlReader xml)
    {
        var root = Start(xml);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return root;
        }
        var (depth, open) = (xml.Depth, root);
        xml.Read();
        while (!xml.EOF && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth - depth > Deepest)
            {
                xml.Skip();
                continue;
            }
            open = Add(xml, open);
            xml.Read();
        }
        xml.Read();
        return root;
    }

    private static XElement Add(XmlReader xml, XElement open)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var element = Start(xml);
                open.Add(element);
                return xml.IsEmptyElement ? open : element;
            case XmlNodeType.EndElement:
                return open.Parent ?? open;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                open.Add(new XText(xml.Value));
                return open;
            default:
                return open;
        }
    }

    private static XElement Start(XmlReader xml)
    {
        var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
        for (var has = xml.MoveToFirstAttribute(); has; has = xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                element.SetAttributeValue(XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value);
        }
        xml.MoveToElement();
        return element;
    }
}
