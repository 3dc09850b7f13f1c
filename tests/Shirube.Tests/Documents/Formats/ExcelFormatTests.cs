using Shirube.Documents;
using Shirube.Documents.Formats;

namespace Shirube.Tests.Documents.Formats;

public class ExcelFormatTests
{
    [Fact]
    public void Read_Furigana_IsNotPartOfTheText()
    {
        var document = Read(
            new RawXlsx
            {
                Strings =
                    "<si><t>群馬県</t><rPh sb=\"0\" eb=\"3\"><t>グンマケン</t></rPh><phoneticPr fontId=\"1\"/></si>"
                    + "<si><r><t>桐</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">生市</t></r></si><si/><si><t>末</t></si>",
                Sheets =
                [
                    (
                        "一覧",
                        "",
                        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>3</v></c></row></sheetData>"
                    ),
                ],
            }
        );

        document.Lines.Single().Text.ShouldBe("群馬県\t桐生市\t末");
    }

    [Fact]
    public void Read_Numbers_AreShownByTheirFormatWithTheStoredOneBeside()
    {
        var document = Read(
            new RawXlsx
            {
                Formats = ["#,##0,\"千円\"", "#,##0;\"▲\"#,##0;\"-\"", "0.0%", "yyyy/m/d"],
                Sheets =
                [
                    (
                        "一覧",
                        "",
                        "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>2314625000</v></c><c r=\"B1\" s=\"2\"><v>-338</v></c><c r=\"C1\" s=\"2\"><v>0</v></c>"
                            + "<c r=\"D1\" s=\"3\"><v>0.125</v></c><c r=\"E1\" s=\"4\"><v>45383</v></c><c r=\"F1\"><v>5.9999999999999996</v></c></row></sheetData>"
                    ),
                ],
            }
        );

        document
            .Tables.Single()
            .Cells.Select(cell => (cell.Text, cell.Number))
            .ShouldBe([
                ("2,314,625千円", 2314625000m),
                ("▲338", -338m),
                ("-", 0m),
                ("12.5%", 0.125m),
                ("2024/4/1", null),
                ("6", 6m),
            ]);
    }

    [Fact]
    public void Read_Calendar1904_MovesTheDates()
    {
        var document = Read(
            new RawXlsx
            {
                Formats = ["yyyy/m/d"],
                BookProperties = "<workbookPr date1904=\"1\"/>",
                Sheets =
                [
                    (
                        "一覧",
                        "",
                        "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>45383</v></c><c r=\"B1\"><v>1</v></c></row></sheetData>"
                    ),
                ],
            }
        );

        document.Lines.Single().Text.ShouldBe("2028/4/2\t1");
    }

    [Fact]
    public void Read_FormulaWithoutResult_IsUnknownAndNotZero()
    {
        var document = Read(
            RawXlsx.Of(
                "<row r=\"1\"><c r=\"A1\"><f>B1*2</f></c><c r=\"B1\"><f>1+1</f><v>2</v></c><c r=\"C1\" t=\"str\"><f>\"a\"</f><v>文</v></c><c r=\"D1\"><f t=\"shared\" si=\"0\"/><v>9</v></c></row>"
            )
        );

        document.Lines.Single().Text.ShouldBe("2\t文\t9");
        var notice = document.Notices.ShouldHaveSingleItem();
        (notice.Code, notice.Arguments[0]).ShouldBe(("DOC009", "一覧!A1"));
    }

    [Fact]
    public void Read_OtherTypes_AreReadAsTheirOwn()
    {
        var document = Read(
            RawXlsx.Of(
                "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c><c r=\"B1\" t=\"b\"><v>1</v></c><c r=\"C1\" t=\"d\"><v>2024-04-01</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>直書き</t></is></c></row>"
            )
        );

        document.Lines.Single().Text.ShouldBe("#DIV/0!\tTRUE\t2024/4/1\t直書き");
        document
            .Notices.Select(notice => (notice.Code, notice.Arguments[0], notice.Arguments[1]))
            .ShouldBe([("DOC010", "一覧!A1", "#DIV/0!")]);
    }

    [Fact]
    public void Read_HiddenRowsColumnsAndSheets_AreReadMarkedAndReported()
    {
        var rows =
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row>";
        var document = Read(
            new RawXlsx
            {
                Sheets =
                [
                    ("表", "", $"<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>{rows}</sheetData>"),
                    ("裏", "state=\"hidden\"", "<sheetData><row><c><v>5</v></c><c><v>6</v></c></row></sheetData>"),
                ],
            }
        );

        document
            .Tables.SelectMany(table => table.Cells)
            .Select(cell => (cell.Text, cell.Hidden))
            .ShouldBe([("1", false), ("2", true), ("3", true), ("4", true), ("5", true), ("6", true)]);
        document
            .Notices.Select(notice => (notice.Code, notice.Arguments[0], notice.Arguments[1]))
            .ShouldBe([("DOC008", "表", "2, B:C"), ("DOC008", "裏", "裏")]);
        document.PageCount.ShouldBe(2);
        document.Lines[^1].Page.ShouldBe(2);
    }

    [Fact]
    public void Read_MergedCells_AreOneCellWithSpans()
    {
        var document = Read(
            RawXlsx.Of(
                Row(2, ("B", "指標"), ("C", "目標"))
                    + Row(3, ("C", "R6"), ("D", "R7"))
                    + Row(4, ("B", "人数"), ("C", "10"), ("D", "20")),
                after: "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:D2\"/></mergeCells>"
            )
        );

        document.Lines.Select(line => line.Text).ShouldBe(["指標\t目標", "\tR6\tR7", "人数\t10\t20"]);
        var table = document.Tables.ShouldHaveSingleItem();
        table
            .Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text))
            .ShouldBe([
                (0, 0, 2, 1, "指標"),
                (0, 1, 1, 2, "目標"),
                (1, 1, 1, 1, "R6"),
                (1, 2, 1, 1, "R7"),
                (2, 0, 1, 1, "人数"),
                (2, 1, 1, 1, "10"),
                (2, 2, 1, 1, "20"),
            ]);
        table.Cells[3].At.ShouldBe(new Passage(1, 2, 2, 4, "R7"));
        table.Caption.ShouldBe("一覧");
    }

    [Fact]
    public void Read_SheetOfSeveralTables_PartsThemWhereColumnsChange()
    {
        var document = Read(
            RawXlsx.Of(
                Row(1, ("A", "地域再生計画"))
                    + Row(3, ("A", "総事業費"), ("B", "86,050"), ("C", "千円"))
                    + Row(6, ("A", "指標"), ("B", "R6"))
                    + Row(7, ("A", "甲"), ("B", "1"))
                    + Row(9, ("A", "乙"), ("B", "2"))
                    + Row(10, ("A", "※備考"))
            )
        );

        document
            .Lines.Select(line => line.Text)
            .ShouldBe(["地域再生計画", "", "総事業費\t86,050\t千円", "", "指標\tR6", "甲\t1", "", "乙\t2", "※備考"]);
        document.Tables.Select(table => (table.FirstLine, table.LastLine)).ShouldBe([(3, 3), (5, 8)]);
    }

    [Fact]
    public void Read_EmptyCells_AreCellsOfTheTable()
    {
        var table = Read(RawXlsx.Of(Row(1, ("A", "a"), ("C", "c")) + Row(2, ("B", "b"), ("C", "d")))).Tables.Single();

        table.Cells.Count.ShouldBe(6);
        table.Cells[1].Text.ShouldBe("");
    }

    [Fact]
    public void Read_DamagedSheet_KeepsWhatStoodBeforeAndSaysSo()
    {
        var document = Read(RawXlsx.Of(Row(1, ("A", "前"), ("B", "1")) + "<row r=\"2\"><c r=\"A2\"><v>2</w>"));

        document.Lines.Single().Text.ShouldBe("前\t1");
        document.Notices.ShouldHaveSingleItem().Code.ShouldBe("DOC017");
    }

    [Fact]
    public void Read_FarCellsAndWildRanges_StayCheap()
    {
        var document = Read(
            RawXlsx.Of(
                "<row r=\"1048576\"><c r=\"XFD1048576\"><v>9</v></c></row>" + Row(1, ("A", "a")),
                after: "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"B2:A1\"/><mergeCell ref=\"x\"/></mergeCells>"
            )
        );

        document.Lines[0].Text.ShouldBe("a");
    }

    [Fact]
    public void Read_MoreCellsThanAreRead_StopsAndSaysSo()
    {
        var rows = string.Concat(
            Enumerable
                .Range(1, 21_000)
                .Select(r => $"<row r=\"{r}\">" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 10)) + "</row>")
        );

        var document = Read(RawXlsx.Of(rows));

        document.Tables.Sum(table => table.Cells.Count).ShouldBeLessThanOrEqualTo(ReadingLimits.Cells);
        document.Notices.ShouldContain(notice => notice.Code == "DOC005");
    }

    private static string Row(int row, params (string Column, string Text)[] cells) =>
        $"<row r=\"{row}\">"
        + string.Concat(
            cells.Select(c =>
                decimal.TryParse(c.Text, out _) && !c.Text.Contains(',', StringComparison.Ordinal)
                    ? $"<c r=\"{c.Column}{row}\"><v>{c.Text}</v></c>"
                    : $"<c r=\"{c.Column}{row}\" t=\"inlineStr\"><is><t>{c.Text}</t></is></c>"
            )
        )
        + "</row>";

    private static SourceDocument Read(RawXlsx book) =>
        ExcelFormat.Read("一覧.xlsx", book.ToBytes(), TestContext.Current.CancellationToken);
}
