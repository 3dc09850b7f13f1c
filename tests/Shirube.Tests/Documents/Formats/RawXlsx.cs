namespace Shirube.Tests.Documents.Formats;

/// <summary>Workbooks written as XML, so that a test can hold exactly what a trap needs.</summary>
internal sealed class RawXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public string Strings { get; init; } = "";
    public IReadOnlyList<string> Formats { get; init; } = [];
    public string BookProperties { get; init; } = "";
    public IReadOnlyList<(string Name, string Attributes, string Xml)> Sheets { get; init; } = [];
    public IReadOnlyList<(string Name, string Content)> More { get; init; } = [];

    /// <summary>One sheet with these rows.</summary>
    public static RawXlsx Of(string rows, string before = "", string after = "") =>
        new() { Sheets = [("一覧", "", $"{before}<sheetData>{rows}</sheetData>{after}")] };

    public byte[] ToBytes()
    {
        var sheets = Sheets.Select(
            (s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\" {s.Attributes}/>"
        );
        var relations = Sheets.Select(
            (_, i) =>
                $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"
        );
        var formats = Formats.Select((code, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{Escape(code)}\"/>");
        var styles = Formats.Select((_, i) => $"<xf numFmtId=\"{200 + i}\"/>");
        return RawZip.Of([
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relation}\">{BookProperties}<sheets>{string.Concat(sheets)}</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations)}</Relationships>"
            ),
            (
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(formats)}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{string.Concat(styles)}</cellXfs></styleSheet>"
            ),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{Strings}</sst>"),
            .. Sheets.Select(
                (s, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\">{s.Xml}</worksheet>")
            ),
            .. More,
        ]);
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
