using System.Xml.Linq;

namespace Shirube.Documents.Formats.Word;

/// <summary>Word's elements by local name: the two editions of the standard differ in their namespaces only.</summary>
internal static class WordXml
{
    public static XElement? Child(this XElement element, string name)
    {
        for (var node = element.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is XElement child && child.Name.LocalName == name)
                return child;
        }
        return null;
    }

    public static string? Setting(this XElement element, string name)
    {
        for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            if (attribute.Name.LocalName == name)
                return attribute.Value;
        }
        return null;
    }

    /// <summary>The attribute w:val of a child, or null when there is no such child or value.</summary>
    public static string? ValueOf(this XElement element, string child) => element.Child(child)?.Setting("val");

    public static int? NumberOf(this XElement element, string child) =>
        int.TryParse(element.ValueOf(child), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>True for a switch that is there and not turned off.</summary>
    public static bool IsOn(this XElement? element, string child) =>
        element?.Child(child) is { } found && found.Setting("val") is not ("0" or "false" or "off");

    /// <summary>The children, with content controls and custom XML around them looked through.</summary>
    public static IEnumerable<XElement> Through(this XElement element, int depth = 0)
    {
        foreach (var child in element.Elements())
        {
            if (
                depth < 20
                && child.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo"
            )
            {
                foreach (var inner in child.Through(depth + 1))
                    yield return inner;
            }
            else
                yield return child;
        }
    }
}
