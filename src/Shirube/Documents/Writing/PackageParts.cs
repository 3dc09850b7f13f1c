using System.Xml.Linq;

namespace Shirube.Documents.Writing;

/// <summary>The parts that Word and Excel packages have in common: content types, relations, properties.</summary>
internal static class PackageParts
{
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string CoreRelation =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>Content types, the relation to the main part, and the properties; they open a package.</summary>
    /// <param name="parts">Name and content type of each further part, the main part first.</param>
    public static void Open(PackageBytes package, string title, params (string Name, string Type)[] parts)
    {
        package.Add(
            "[Content_Types].xml",
            new XElement(
                Types + "Types",
                Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                Default("xml", "application/xml"),
                parts.Append(("docProps/core.xml", CoreType)).Select(part => Override(part.Item1, part.Item2))
            )
        );
        package.Add(
            "_rels/.rels",
            Related((Relations + "/officeDocument", parts[0].Name), (CoreRelation, "docProps/core.xml"))
        );
        package.Add(
            "docProps/core.xml",
            new XElement(
                Core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "cp", Core),
                new XAttribute(XNamespace.Xmlns + "dc", Dublin),
                new XElement(Dublin + "title", WrittenText.Clean(title)),
                new XElement(Dublin + "language", "ja-JP")
            )
        );
    }

    /// <summary>Relations rId1, rId2 … in the order given.</summary>
    public static XElement Related(params IEnumerable<(string Type, string Target)> relations) =>
        new(
            Package + "Relationships",
            relations.Select(
                (relation, index) =>
                    new XElement(
                        Package + "Relationship",
                        new XAttribute("Id", $"rId{index + 1}"),
                        new XAttribute("Type", relation.Type),
                        new XAttribute("Target", relation.Target)
                    )
            )
        );

    private static XElement Default(string extension, string type) =>
        new(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static XElement Override(string part, string type) =>
        new(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type));
}
