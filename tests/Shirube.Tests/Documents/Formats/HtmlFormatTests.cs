using System.Text;
using Shirube.Documents;
using Shirube.Documents.Formats;

namespace Shirube.Tests.Documents.Formats;

public class HtmlFormatTests
{
    [Fact]
    public void Read_BlocksAndHeadings_AreLinesAndBlocks()
    {
        var lines = Read(
            "<h2>５ 事業</h2><p>総事業費は<b>２億円</b>\n  とする。<br>次の行</p><div>別の<span>段落</span></div>"
        ).Lines;

        lines
            .Select(line => (line.Text, line.Heading, line.Block))
            .ShouldBe([("５ 事業", 2, 1), ("総事業費は２億円 とする。", 0, 2), ("次の行", 0, 2), ("別の段落", 0, 3)]);
    }

    [Fact]
    public void Read_Spans_GiveTheGridABrowserShows()
    {
        var table = Read(
            "<table><thead><tr><th rowspan=2>指標</th><th colspan=2>目標</th></tr><tr><th>R6</th><th>R7</th></tr></thead>"
                + "<tbody><tr><td rowspan=0>人数<br>（延べ）</td><td>10</td><td>20</td></tr><tr><td>30<td>40</tr></tbody></table>"
        )
            .Tables.ShouldHaveSingleItem();

        table
            .Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text))
            .ShouldBe([
                (0, 0, 2, 1, "指標"),
                (0, 1, 1, 2, "目標"),
                (1, 1, 1, 1, "R6"),
                (1, 2, 1, 1, "R7"),
                (2, 0, 2, 1, "人数\n（延べ）"),
                (2, 1, 1, 1, "10"),
                (2, 2, 1, 1, "20"),
                (3, 1, 1, 1, "30"),
                (3, 2, 1, 1, "40"),
            ]);
    }

    [Fact]
    public void Read_TableRows_StandInLinesAndCellsPointAtThem()
    {
        var document = Read("<p>前文</p><table><tr><td rowspan=2>甲<td>1</tr><tr><td>2</tr></table><p>後文</p>");

        document.Lines.Select(line => line.Text).ShouldBe(["前文", "甲\t1", "\t2", "後文"]);
        document
            .Tables[0]
            .Cells.Select(cell => cell.At)
            .ShouldBe([new Passage(1, 2, 2, 0, "甲"), new Passage(1, 2, 2, 2, "1"), new Passage(1, 3, 3, 1, "2")]);
    }

    [Fact]
    public void Read_WhatIsNotShown_IsLeftOutAndReported()
    {
        var document = Read(
            "<p>見える</p><p hidden>隠1</p><div style='display: none'>隠2</div><script>alert(1)</script><style>p{}</style>"
                + "<p><ruby>桐生<rp>(</rp><rt>きりゅう</rt></ruby>市<del>削除</del></p><template>型</template>"
        );

        document.Lines.Select(line => line.Text).ShouldBe(["見える", "桐生市"]);
        document.Notices.Select(notice => (notice.Code, notice.Arguments[0])).ShouldBe([("DOC014", 2), ("DOC012", 1)]);
    }

    [Fact]
    public void Read_TableInACell_IsATableOfItsOwnBelowTheRow()
    {
        var document = Read(
            "<table><tr><td>外<table><tr><td>内1<td>内2</tr></table></td><td>右</td></tr><tr><td>次<td>行</tr></table>"
        );

        document.Lines.Select(line => line.Text).ShouldBe(["外\t右", "内1\t内2", "次\t行"]);
        document.Tables.Select(table => table.Cells.Count).ShouldBe([2, 4], ignoreOrder: true);
    }

    [Fact]
    public void Read_TableThatLaysOutThePage_IsReadAsText()
    {
        var document = Read(
            "<table><tr><td><h1>計画</h1><p>本文</p><table><tr><td>指標<td>10</tr></table></td></tr></table>"
        );

        document.Lines.Select(line => (line.Text, line.Heading)).ShouldBe([("計画", 1), ("本文", 0), ("指標\t10", 0)]);
        document.Tables.ShouldHaveSingleItem().Cells.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_OrderedList_CarriesTheNumbersABrowserShows()
    {
        Read("<ol start=3><li>甲<li>乙</ol><ol type=i><li>丙</ol><ul><li>丁</ul>")
            .Lines.Select(line => line.Text)
            .ShouldBe(["3. 甲", "4. 乙", "i. 丙", "丁"]);
    }

    [Theory]
    [InlineData("shift_jis", "Shift_JIS")]
    [InlineData("euc-jp", "EUC-JP")]
    [InlineData("utf-8", "utf-8")]
    public void Read_CharsetOfMeta_IsObeyedWithoutANotice(string encoding, string name)
    {
        var html =
            $"<html><head><meta http-equiv=Content-Type content='text/html; charset={name}'></head><body>地域再生計画</body>";
        var content = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8;

        var document = HtmlFormat.Read("a.html", content.GetBytes(html), TestContext.Current.CancellationToken);

        document.Lines.Single().Text.ShouldBe("地域再生計画");
        document.Notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<table><tr><td>")]
    public void Read_NestedWithoutEnd_IsReadToALimit(string opening)
    {
        var document = Read("<p>初め</p>" + string.Concat(Enumerable.Repeat(opening, 3_000)) + "底");

        document.Lines[0].Text.ShouldBe("初め");
        document.Notices.ShouldContain(notice => notice.Code == "DOC016");
    }

    [Theory]
    [InlineData("<b><p>")]
    [InlineData("<a href=x><table>")]
    [InlineData("<b class=x><i>")]
    public void Read_FormattingNeverClosed_EndsAndKeepsTheText(string opening)
    {
        Read("<p>初め</p>" + string.Concat(Enumerable.Repeat(opening, 3_000))).Lines[0].Text.ShouldBe("初め");
    }

    [Fact]
    public void Read_SpansBeyondReason_StayWithinTheTable()
    {
        var table = Read("<table><tr><td rowspan=65000 colspan=99999>甲<td>乙</tr><tr><td>丙</tr></table>")
            .Tables.Single();

        table.RowCount.ShouldBeLessThanOrEqualTo(2);
        table.Cells[0].Text.ShouldBe("甲");
    }

    private static SourceDocument Read(string html) => HtmlFormat.Read("計画.html", Encoding.UTF8.GetBytes(html));
}
