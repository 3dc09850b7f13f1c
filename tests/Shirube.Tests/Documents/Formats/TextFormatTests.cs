using System.Text;
using Shirube.Documents;
using Shirube.Documents.Formats;

namespace Shirube.Tests.Documents.Formats;

public class TextFormatTests
{
    private const string Sample = "地域再生計画の目標\r\n総事業費は２億円とする。\r\n";

    static TextFormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("shift_jis", "Shift_JIS (CP932)")]
    [InlineData("euc-jp", "EUC-JP")]
    [InlineData("iso-2022-jp", "ISO-2022-JP")]
    [InlineData("utf-16LE", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    public void Read_EncodingNotStated_GivesTextAndNamesAGuess(string encoding, string? guess)
    {
        var document = Read(Encoding.GetEncoding(encoding).GetBytes(Sample + "R6 12,345\n"));

        document
            .Lines.Select(line => line.Text)
            .ShouldBe(["地域再生計画の目標", "総事業費は２億円とする。", "R6 12,345"]);
        document
            .Notices.Select(notice => (notice.Code, notice.Arguments[0]))
            .ShouldBe(guess is null ? [] : [("DOC001", (object?)guess)]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Read_ByteOrderMark_IsObeyedAndNotPartOfTheText(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var document = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)]);

        document.Lines[0].Text.ShouldBe("地域再生計画の目標");
        document.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Read_DamagedByteInUtf8_MarksTheLineAndKeepsTheRest()
    {
        var bytes = Encoding.UTF8.GetBytes("一行目\n二行目の目標\n三行目\n");
        bytes[10] = 0xFF;

        var document = Read(bytes);

        document.Lines[2].Text.ShouldBe("三行目");
        var notice = document.Notices.Single(finding => finding.Code == "DOC002");
        notice.At!.At.Line.ShouldBe(2);
        notice.Arguments[0].ShouldBe(2);
    }

    [Fact]
    public void Read_LostAndPrivateUseCharacters_AreReportedByLine()
    {
        var document = Read("正しい行\n桐\uFFFD市\n髙\uE123橋\n");

        document
            .Notices.Select(finding => (finding.Code, finding.At!.At.Line))
            .ShouldBe([("DOC002", 2), ("DOC003", 3)]);
    }

    [Theory]
    [InlineData("一\n二\n三", 3)]
    [InlineData("一\r\n二\r\n三\r\n", 3)]
    [InlineData("一\r二\r三", 3)]
    [InlineData("一\n\n三", 3)]
    [InlineData("", 0)]
    public void Read_LineEnds_CountAsAnEditorCounts(string text, int count)
    {
        var lines = Read(text).Lines;

        lines.Count.ShouldBe(count);
        if (count > 0)
            lines[^1].ShouldSatisfyAllConditions(l => l.Text.ShouldBe("三"), l => l.Number.ShouldBe(3));
    }

    [Fact]
    public void Read_FormFeed_BeginsAPageAndKeepsLineNumbers()
    {
        var document = Read("一頁\n\f二頁\nまだ二頁\n\f\f四頁\n");

        document
            .Lines.Select(line => (line.Number, line.Page, line.Text))
            .ShouldBe([(1, 1, "一頁"), (2, 2, "二頁"), (3, 2, "まだ二頁"), (4, 4, "四頁")]);
        document.PageCount.ShouldBe(4);
    }

    [Fact]
    public void Read_HeadingsAndBlankLines_GiveLevelsAndBlocks()
    {
        var lines = Read("# 計画\n\n## 目標\n本文一\n本文二\n\n本文三\n").Lines;

        lines
            .Where(line => line.Text.Length > 0)
            .Select(line => (line.Heading, line.Block))
            .ShouldBe([(1, 1), (2, 2), (0, 2), (0, 2), (0, 3)]);
    }

    [Fact]
    public void Read_TabbedRun_IsATableWhoseCellsPointAtTheirText()
    {
        var document = Read("前文\n指標\t2024年度\t累計\n利用者数\t 4,340\t9,700.00\t\n\n後文\n");

        var table = document.Tables.ShouldHaveSingleItem();
        table.FoundBy.ShouldBe(TableSource.Tabs);
        (table.RowCount, table.ColumnCount).ShouldBe((2, 4));
        var cell = table.Cells.Single(cell => cell is { Row: 1, Column: 1 });
        cell.Text.ShouldBe("4,340");
        cell.At.ShouldBe(new Passage(1, 3, 3, 6, "4,340"));
    }

    [Fact]
    public void Read_RowWithFewerTabs_KeepsColumnsByTabCount()
    {
        var table = Read("名称\t実績\t目標\n\t10\t20\n合計\t30\n").Tables.ShouldHaveSingleItem();

        table
            .Cells.Select(cell => (cell.Row, cell.Column, cell.Text))
            .ShouldBe([
                (0, 0, "名称"),
                (0, 1, "実績"),
                (0, 2, "目標"),
                (1, 0, ""),
                (1, 1, "10"),
                (1, 2, "20"),
                (2, 0, "合計"),
                (2, 1, "30"),
            ]);
    }

    [Theory]
    [InlineData("総事業費\t86,050\t千円\n本文\n", 0)]
    [InlineData("\t字下げした本文\n\t続きの本文\n", 0)]
    [InlineData("a\tb\nc\td\n\ne\tf\ng\th\n", 2)]
    [InlineData("a\tb\n\nc\td\n\ne\tf\n", 1)]
    [InlineData("a\tb\n\nc\td\te\n", 0)]
    public void Read_TabsHereAndThere_AreTablesOnlyInRuns(string text, int tables) =>
        Read(text).Tables.Count.ShouldBe(tables);

    [Fact]
    public void Read_PipeTable_LeavesOutTheRuleButNotRowsOfDashes()
    {
        var table = Read("| 年度 | 目標 |\n|:--|--:|\n| 2024 | **10** |\n| - | - |\n| a\\|b | 一<br>二 |\n")
            .Tables.ShouldHaveSingleItem();

        table.FoundBy.ShouldBe(TableSource.Given);
        table
            .Cells.Select(cell => (cell.Row, cell.Column, cell.Text))
            .ShouldBe([
                (0, 0, "年度"),
                (0, 1, "目標"),
                (1, 0, "2024"),
                (1, 1, "10"),
                (2, 0, "-"),
                (2, 1, "-"),
                (3, 0, "a|b"),
                (3, 1, "一\n二"),
            ]);
        table.Cells[3].At.ShouldBe(new Passage(1, 3, 3, 9, "**10**"));
    }

    [Fact]
    public void Read_TextBeyondTheLimit_StopsAndSaysSo()
    {
        var document = Read(string.Concat(Enumerable.Repeat("あいうえおかきくけこ\n", 250_000)));

        document.Lines.Count.ShouldBeLessThan(250_000);
        document.Notices.ShouldContain(finding => finding.Code == "DOC005" && finding.Severity == Severity.Error);
    }

    private static SourceDocument Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static SourceDocument Read(byte[] content) => TextFormat.Read("計画.txt", content);
}
