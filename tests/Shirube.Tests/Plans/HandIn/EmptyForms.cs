using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Documents.Writing;
using Shirube.Tests.Support.Rendering;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>Empty forms as ministries hand them out, by several makers and in several layouts.</summary>
internal static class EmptyForms
{
    /// <summary>Headings with blanks, circles or nothing under them, KPI and review tables with empty cells.</summary>
    public static byte[] PrintedWord() => WordWriter.Write(Printed());

    /// <summary>The same saved by LibreOffice.</summary>
    public static byte[] LibreWord() => LibreOffice.Convert([PrintedWord()], "docx", "docx")[0];

    /// <summary>The same as a sheet, saved by LibreOffice.</summary>
    public static byte[] LibreExcel() => LibreOffice.Convert([ExcelWriter.Write(Printed())], "xlsx", "xlsx")[0];

    private static WrittenDocument Printed() =>
        new(
            "様式",
            [
                new WrittenHeading(1, "地域再生計画"),
                new WrittenHeading(2, "１　地域再生計画の名称"),
                new WrittenParagraph("○○○○計画"),
                new WrittenHeading(2, "２　地域再生計画の作成主体の名称"),
                new WrittenParagraph("○○県○○市"),
                new WrittenHeading(2, "３　地域再生計画の区域"),
                new WrittenParagraph("（区域を記載してください。）"),
                new WrittenHeading(2, "４　地域再生計画の目標"),
                new WrittenHeading(3, "４－１　地方創生の実現における構造的な課題"),
                new WrittenParagraph("※課題を記載すること"),
                new WrittenHeading(3, "４－２　地方創生として目指す将来像"),
                new WrittenHeading(4, "【概要】"),
                new WrittenParagraph("○○○"),
                new WrittenHeading(4, "【数値目標】"),
                new WrittenTable([.. Enumerable.Range(0, 4).Select(i => Cells($"ＫＰＩ{"①②③④"[i]}", "", "単位", ""))]),
                new WrittenTable([
                    Cells([
                        "",
                        "事業開始前\n（現時点）",
                        .. Enumerable.Range(1, 6).Select(i => $"○○年度\n増加分\n（{i}年目）"),
                        "ＫＰＩ増加分\nの累計",
                    ]),
                    .. Enumerable.Range(0, 4).Select(i => Cells([$"ＫＰＩ{"①②③④"[i]}", .. Enumerable.Repeat("", 8)])),
                ]),
                new WrittenHeading(2, "５　地域再生を図るために行う事業"),
                new WrittenHeading(3, "５－２　第５章の特別の措置を適用して行う事業"),
                new WrittenHeading(4, "○　地方創生推進タイプ（内閣府）：【A3007】"),
                new WrittenHeading(4, "②　事業の名称"),
                new WrittenParagraph("○○○○事業"),
                new WrittenHeading(4, "③　事業の内容"),
                new WrittenParagraph("○○○"),
                new WrittenHeading(4, "⑥　評価の方法、時期及び体制"),
                new WrittenTable([
                    Cells(
                        "【地方公共団体名】",
                        "【検証時期】",
                        "【検証方法】",
                        "【外部組織の参画者】",
                        "【検証結果の公表の方法】"
                    ),
                    Cells("", "毎年度　　月", "", "", ""),
                    Cells("", "毎年度　　月", "", "", ""),
                    Cells("", "毎年度　　月", "", "", ""),
                ]),
                new WrittenHeading(4, "⑦　交付対象事業に要する経費"),
                new WrittenParagraph("総事業費　　　　　　千円"),
                new WrittenHeading(4, "⑧　事業実施期間"),
                new WrittenParagraph("　　年　　月　　日から　　年　　月　　日まで"),
                new WrittenHeading(2, "６　計画期間"),
                new WrittenParagraph("地域再生計画の認定の日から　　年　　月　　日まで"),
            ]
        );

    private static WrittenRow Cells(params IEnumerable<string> texts) =>
        new([.. texts.Select(text => new WrittenCell(text))]);

    /// <summary>One table of labels and cells beside or below them, a content control by tag, a header of its own.</summary>
    public static byte[] ControlledWord()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var head = main.AddNewPart<HeaderPart>();
            head.Header = new W.Header(new W.Paragraph(new W.Run(new W.Text("別記様式第１"))));
            var table = new W.Table(
                Row("計画の名称", ""),
                Row("作成主体", "　"),
                Row("区域", "（記入すること）"),
                Row("事業期間", "　　年　　月　　日～　　年　　月　　日"),
                Row("総事業費（千円）", "")
            );
            var control = new W.SdtBlock(
                new W.SdtProperties(
                    new W.SdtAlias { Val = "事業の内容" },
                    new W.Tag { Val = "5-2-3" },
                    new W.ShowingPlaceholder()
                ),
                new W.SdtContentBlock(
                    new W.Paragraph(
                        new W.Run(
                            new W.RunProperties(new W.RunStyle { Val = "PlaceholderText" }),
                            new W.Text("クリックまたはタップしてテキストを入力してください。")
                        )
                    )
                )
            );
            main.Document = new W.Document(
                new W.Body(
                    table,
                    new W.Paragraph(new W.Run(new W.Text("この様式は変えないこと。"))),
                    control,
                    new W.SectionProperties(
                        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = main.GetIdOfPart(head) }
                    )
                )
            );
        }
        return stream.ToArray();

        static W.TableRow Row(string label, string value) =>
            new(
                new W.TableCell(new W.Paragraph(new W.Run(new W.Text(label)))),
                new W.TableCell(
                    new W.Paragraph(
                        new W.ParagraphProperties(new W.Justification { Val = W.JustificationValues.Center }),
                        new W.Run(
                            new W.RunProperties(new W.Bold()),
                            new W.Text(value) { Space = SpaceProcessingModeValues.Preserve }
                        )
                    )
                )
            );
    }

    /// <summary>
    /// A sheet with merged cells, a list to choose from, a conditional format, a print area, sums, and a hidden sheet; the
    /// sums keep their results, some cells are left out.
    /// </summary>
    public static byte[] GuardedExcel()
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>("rId1");
            var hidden = book.AddNewPart<WorksheetPart>("rId2");
            hidden.Worksheet = new Worksheet(new SheetData(Line(1, ("A", "総事業費"), ("B", ""))));
            sheet.Worksheet = new Worksheet(
                new SheetData(
                    Line(1, ("A", "地域再生計画")),
                    Line(2, ("A", "１　地域再生計画の名称"), ("C", "")),
                    Line(3, ("A", "２　作成主体の名称")),
                    Line(4, ("A", "３　地域再生計画の区域"), ("C", "○○県の全域")),
                    Line(
                        6,
                        ("A", ""),
                        ("B", "事業開始前"),
                        ("C", "1年目"),
                        ("D", "2年目"),
                        ("E", "3年目"),
                        ("F", "4年目"),
                        ("G", "5年目"),
                        ("H", "6年目"),
                        ("I", "累計")
                    ),
                    Line(
                        7,
                        ("A", "KPI①"),
                        ("B", ""),
                        ("C", ""),
                        ("D", ""),
                        ("E", ""),
                        ("F", ""),
                        ("G", ""),
                        ("H", ""),
                        ("I", "=SUM(C7:H7)")
                    ),
                    Line(8, ("A", "KPI②"), ("B", ""), ("I", "=SUM(C8:H8)")),
                    Line(10, ("A", "⑦ 交付対象事業に要する経費"), ("C", ""), ("D", "千円")),
                    Line(11, ("A", "検証時期"), ("C", ""))
                ),
                new MergeCells(
                    new MergeCell { Reference = "A2:B2" },
                    new MergeCell { Reference = "C2:I2" },
                    new MergeCell { Reference = "A4:B4" },
                    new MergeCell { Reference = "C4:I4" },
                    new MergeCell { Reference = "A10:B10" },
                    new MergeCell { Reference = "A11:B11" }
                ),
                new ConditionalFormatting(
                    new ConditionalFormattingRule(new Formula("B7<0"))
                    {
                        Type = ConditionalFormatValues.Expression,
                        Priority = 1,
                    }
                )
                {
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = "B7:I8" },
                },
                new DataValidations(
                    new DataValidation(new Formula1("\"○,×\""))
                    {
                        Type = DataValidationValues.List,
                        SequenceOfReferences = new ListValue<StringValue> { InnerText = "C2" },
                    }
                )
                {
                    Count = 1,
                }
            );
            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = "様式",
                        SheetId = 1,
                        Id = "rId1",
                    },
                    new Sheet
                    {
                        Name = "リスト",
                        SheetId = 2,
                        Id = "rId2",
                        State = SheetStateValues.Hidden,
                    }
                ),
                new DefinedNames(new DefinedName("様式!$A$1:$I$11") { Name = "_xlnm.Print_Area", LocalSheetId = 0 })
            );
        }
        return stream.ToArray();
    }

    private static Row Line(uint row, params (string Column, string Text)[] cells) =>
        new(
            cells.Select(cell =>
                cell.Text.StartsWith('=')
                    ? new Cell(new CellFormula(cell.Text[1..]), new CellValue("0"))
                    {
                        CellReference = cell.Column + row,
                    }
                : cell.Text.Length == 0 ? new Cell { CellReference = cell.Column + row }
                : new Cell(new InlineString(new Text(cell.Text)))
                {
                    CellReference = cell.Column + row,
                    DataType = CellValues.InlineString,
                }
            )
        )
        {
            RowIndex = row,
        };
}
