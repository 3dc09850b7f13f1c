using System.Globalization;
using System.Text;
using Shirube.Tests.Documents.Formats;

namespace Shirube.Tests.Fuzz;

/// <summary>Small sound documents of every format, made in memory, that a fuzz run then damages.</summary>
internal static class WholeDocuments
{
    private static readonly string[] Prose =
    [
        "１ 地域再生計画の名称",
        "見本市における学びと仕事の循環づくり計画",
        "２ 地域再生計画の作成主体の名称",
        "群馬県並びに群馬県桐生市",
        "５－２ 第５条第４項第１号イに関する事業【A3007】",
        "③ 事業の実施状況に関する客観的な指標（重要業績評価指標（KPI））",
        "KPI① 施設の利用者数（単位：人）",
        "⑤ 外部組織による検証（毎年度９月、産官学金労言）",
        "令和６年４月１日から令和９年３月31日まで",
        "総事業費 2,314,625千円",
    ];

    private static readonly string[][] Rows =
    [
        ["指標", "単位", "現状値（R5）", "令和６年度", "令和７年度", "令和８年度", "累計"],
        ["①利用者数", "人", "0", "4,340", "7,520", "8,100", "19,960"],
        ["②就職者数", "人", "228", "9", "9", "14", "32"],
        ["③満足度", "％", "－", "70.5", "72.5", "▲1.0", "142.0"],
    ];

    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } =
    [
        ("計画.txt", Text("\n", Prose)),
        ("計画.sjis.txt", CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(string.Join("\r\n", Prose))),
        ("計画.docx", Docx()),
        ("計画.xlsx", Xlsx()),
        ("計画.html", Html()),
        ("表.csv", Text("\r\n", Rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\""))))),
        ("計画.md", Text("\n", [.. Prose.Select(line => "## " + line), "", .. Rows.Select(Piped), "", Table()])),
    ];

    /// <summary>Two pages with ruled tables, written object by object.</summary>
    public static (string Name, byte[] Bytes) Pdf { get; } = ("計画.pdf", PdfBytes(2));

    private static byte[] Text(string end, IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Join(end, lines));

    private static string Piped(string[] row, int index) =>
        $"| {string.Join(" | ", row)} |" + (index == 0 ? "\n|---|---|--:|--:|--:|--:|--:|" : "");

    private static string Table() =>
        "<table><tr><th rowspan=\"2\">指標<th colspan=\"6\">目標"
        + string.Concat(Rows.Select(row => "<tr><td>" + string.Join("</td><td>", row) + "</td></tr>"))
        + "</table>";

    private static byte[] Html() =>
        Encoding.UTF8.GetBytes(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>計画</title></head><body>"
                + string.Concat(Prose.Select(line => $"<h2>{line}</h2><p>本文<b>強調</b><br>次の行&amp;</p>"))
                + $"<ul><li>一<li>二</ul><pre>a\tb</pre>{Table()}</body></html>"
        );

    private static byte[] Docx() =>
        RawDocx.Of(
            string.Concat(
                Prose.Select(line =>
                    RawDocx.P(
                        line,
                        "<w:pStyle w:val=\"1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
                    )
                )
            )
                + $"<w:tbl>{string.Concat(Rows.Select(RawDocx.Row))}<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge w:val=\"restart\"/></w:tcPr>{RawDocx.P("合計")}</w:tc></w:tr></w:tbl>",
            "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"2\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"2\"/>",
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimalFullWidth\"/><w:lvlText w:val=\"第%1章\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
            RawDocx.P("見本市")
        );

    private static byte[] Xlsx()
    {
        var rows = Rows.Select(
            (row, i) =>
                string.Create(CultureInfo.InvariantCulture, $"<row r=\"{i + 1}\">")
                + string.Concat(row.Select((cell, j) => CellOf(cell, i, j)))
                + "</row>"
        );
        var sheet =
            $"<sheetData>{string.Concat(rows)}</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C5:D7\"/></mergeCells>";
        return new RawXlsx
        {
            Strings = "<si><t>共有</t></si><si><r><t>分</t></r><r><t>割</t></r><rPh><t>ブン</t></rPh></si>",
            Formats = ["#,##0;▲#,##0", "ggge\"年\"m\"月\"d\"日\"", "0.0%", "[<100]0;[=5]\"五\";General"],
            Sheets = [("一覧", "", sheet), ("隠れ", "state=\"hidden\"", sheet)],
        }.ToBytes();
    }

    private static string CellOf(string text, int row, int column)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"r=\"{(char)('A' + column)}{row + 1}\"");
        return decimal.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"<c {place} s=\"{1 + (column % 4)}\"><v>{number}</v></c>")
            : $"<c {place} t=\"inlineStr\"><is><t>{text}</t></is></c>";
    }

    private static byte[] PdfBytes(int pages)
    {
        var drawing = new StringBuilder("0.5 w ");
        for (var i = 0; i < 8; i++)
            drawing.Append(CultureInfo.InvariantCulture, $"50 {700 - (i * 20)} m 450 {700 - (i * 20)} l S ");
        for (var i = 0; i < 5; i++)
            drawing.Append(CultureInfo.InvariantCulture, $"{50 + (i * 100)} 560 m {50 + (i * 100)} 700 l S ");
        for (var i = 0; i < 28; i++)
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"BT /F 9 Tf {55 + (i % 4 * 100)} {685 - (i / 4 * 20)} Td (KPI {i * 1234}) Tj ET "
            );
        List<string> objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages}/Kids[{string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{(i * 2) + 3} 0 R"))}]>>",
        ];
        for (var i = 0; i < pages; i++)
        {
            objects.Add(
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {(i * 2) + 4} 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
            );
            objects.Add($"<</Length {drawing.Length}>>stream\n{drawing}\nendstream");
        }
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        foreach (var (index, content) in objects.Index())
        {
            places.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{places}");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
