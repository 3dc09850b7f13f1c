namespace Shirube.Tests.Documents.Formats;

/// <summary>Word documents written as XML, so that a test can hold exactly what a trap needs.</summary>
internal static class RawDocx
{
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Of(
        string body,
        string styles = "",
        string numbering = "",
        string header = "",
        string ns = Main
    ) =>
        RawZip.Of(
            ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"/>"),
            ("word/document.xml", Root("document", $"<w:body>{body}</w:body>", ns)),
            ("word/styles.xml", Root("styles", styles, ns)),
            ("word/numbering.xml", Root("numbering", numbering, ns)),
            ("word/header1.xml", Root("hdr", header, ns)),
            (
                "word/_rels/document.xml.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relation}/header\" Target=\"header1.xml\"/>"
                    + $"<Relationship Id=\"rId2\" Type=\"{Relation}/hyperlink\" Target=\"mailto:a b@@x\" TargetMode=\"External\"/></Relationships>"
            )
        );

    public static string P(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(text => $"<w:tc>{P(text)}</w:tc>"))}</w:tr>";

    private static string Root(string name, string content, string ns) =>
        $"<w:{name} xmlns:w=\"{ns}\" xmlns:r=\"{Relation}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        + $" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">{content}</w:{name}>";
}
