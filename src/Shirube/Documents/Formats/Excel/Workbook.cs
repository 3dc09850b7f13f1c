using System.Globalization;
using System.Xml;

namespace Shirube.Documents.Formats.Excel;

/// <summary>A sheet of a workbook and the part that holds it.</summary>
internal sealed record SheetPart(string Name, string Part, bool IsHidden, bool IsWorksheet);

/// <summary>What the sheets of a workbook share: their order, strings, number formats and the start of the calendar.</summary>
internal sealed class Workbook
{
    private const long MostBytes = 32L * 1024 * 1024;
    private const int MostFormats = 20_000;

    /// <summary>Excel's own cell styles Heading 1 to Heading 4 (見出し 1 …) bear the numbers 16 to 19.</summary>
    private const int FirstHeading = 16;
    private const int LastHeading = 19;

    private readonly List<string> codes = [];
    private readonly List<int> styleOfFormat = [];
    private readonly Dictionary<int, int> headings = [];
    private readonly Dictionary<int, NumberFormat> formats = [];

    public List<SheetPart> Sheets { get; } = [];
    public bool From1904 { get; private set; }
    public SharedStrings Strings { get; private set; } = SharedStrings.None;

    public static Workbook Read(ZipParts zip)
    {
        var book = new Workbook();
        book.ReadSheets(zip, Relations.Read(zip, "xl/workbook.xml"));
        book.ReadStyles(zip);
        book.Strings = SharedStrings.Read(zip);
        return book;
    }

    /// <summary>The number format of a cell's style.</summary>
    public NumberFormat FormatOf(int style)
    {
        if (style < 0 || style >= codes.Count)
            return NumberFormat.General;
        if (!formats.TryGetValue(style, out var format))
            formats[style] = format = NumberFormat.Parse(codes[style]);
        return format;
    }

    /// <summary>Level of the heading that a cell's style makes it, else 0.</summary>
    public int HeadingOf(int style) =>
        style >= 0 && style < styleOfFormat.Count ? headings.GetValueOrDefault(styleOfFormat[style]) : 0;

    private void ReadSheets(ZipParts zip, IReadOnlyDictionary<string, string> parts)
    {
        using var xml =
            zip.Xml("xl/workbook.xml", MostBytes) ?? throw new InvalidDataException("xl/workbook.xml is not there.");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                From1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            else if (xml.LocalName == "sheet" && parts.TryGetValue(Relations.IdOf(xml), out var part))
                Sheets.Add(
                    new SheetPart(
                        xml.GetAttribute("name") ?? "",
                        part,
                        xml.GetAttribute("state") is "hidden" or "veryHidden",
                        part.Contains("worksheet", StringComparison.OrdinalIgnoreCase)
                    )
                );
        }
    }

    private void ReadStyles(ZipParts zip)
    {
        using var xml = zip.Xml("xl/styles.xml", MostBytes);
        var own = new Dictionary<int, string>();
        var isInCellFormats = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
                isInCellFormats = xml.NodeType == XmlNodeType.Element;
            else if (xml.NodeType != XmlNodeType.Element)
                continue;
            else if (xml.LocalName == "numFmt" && own.Count < MostFormats)
                own[Number(xml.GetAttribute("numFmtId"))] = xml.GetAttribute("formatCode") ?? "General";
            else if (xml.LocalName == "xf" && isInCellFormats && codes.Count < MostFormats * 4)
            {
                var id = Number(xml.GetAttribute("numFmtId"));
                codes.Add(own.TryGetValue(id, out var code) ? code : BuiltInFormats.Of(id));
                styleOfFormat.Add(Number(xml.GetAttribute("xfId")));
            }
            else if (
                xml.LocalName == "cellStyle"
                && Number(xml.GetAttribute("builtinId")) is >= FirstHeading and <= LastHeading and var builtIn
            )
                headings[Number(xml.GetAttribute("xfId"))] = builtIn - FirstHeading + 1;
        }
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
