using System.Xml.Linq;

namespace Shirube.Documents.Writing;

/// <summary>Names of WordprocessingML.</summary>
internal static class WordMarkup
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = PackageParts.Relations;

    /// <summary>An element with its one value: <c>&lt;w:name w:val="…"/&gt;</c>.</summary>
    public static XElement Valued(string name, object value) => new(W + name, Attribute("val", value));

    public static XAttribute Attribute(string name, object value) => new(W + name, value);
}
