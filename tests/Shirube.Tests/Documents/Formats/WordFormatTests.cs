using Shirube.Documents;
using Shirube.Documents.Formats;
using static Shirube.Tests.Documents.Formats.RawDocx;

namespace Shirube.Tests.Documents.Formats;

public class WordFormatTests
{
    [Fact]
    public void Read_WhatAReaderDoesNotSee_IsLeftOut()
    {
        var document = Read(
            "<w:p><w:r><w:t>総</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>事業費</w:t></w:r></w:ins>"
                + "<w:moveFrom><w:r><w:t>移動前</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>は</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>5</w:t></w:r>"
                + "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>えん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>円</w:t></w:r></w:rubyBase></w:ruby>"
                + "<w:r><w:tab/><w:t>右</w:t><w:br/><w:t>次行</w:t><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>"
        );

        document.Lines.Select(line => (line.Text, line.Block)).ShouldBe([("総事業費は5円\t右", 1), ("次行-☑", 1)]);
        document.Notices.Select(notice => (notice.Code, notice.Arguments[0])).ShouldBe([("DOC011", 1), ("DOC012", 2)]);
    }

    [Fact]
    public void Read_TextBox_IsReadOnceAfterItsParagraph()
    {
        var box = "<w:txbxContent>" + P("箱の中") + "</w:txbxContent>";
        var document = Read(
            $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>本文</w:t></w:r></w:p>"
        );

        document.Lines.Select(line => line.Text).ShouldBe(["本文", "箱の中"]);
    }

    [Fact]
    public void Read_RowsAndCellsInContentControls_AreAllSeen()
    {
        static string Control(string inside) => $"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>";
        var cell = $"<w:tc>{P("丙")}</w:tc>";
        var document = Read(
            "<w:tbl>"
                + Row("甲", "1")
                + Control(Row("乙", "2"))
                + $"<w:tr>{Control(cell)}<w:customXml><w:tc>{P("3")}</w:tc></w:customXml></w:tr>"
                + "<w:tr><w:trPr><w:del/></w:trPr><w:tc>"
                + P("消した行")
                + "</w:tc></w:tr></w:tbl>"
                + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                + P("ここに入力")
                + "</w:sdtContent></w:sdt>"
        );

        document.Lines.Select(line => line.Text).ShouldBe(["甲\t1", "乙\t2", "丙\t3"]);
    }

    [Fact]
    public void Read_MergedCells_FollowTheGrid()
    {
        var document = Read(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
                + P("指標")
                + "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"
                + P("目標")
                + "</w:tc></w:tr>"
                + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>"
                + P("")
                + "</w:tc><w:tc>"
                + P("R6")
                + "</w:tc><w:tc>"
                + P("R7")
                + P("見込")
                + "</w:tc></w:tr>"
                + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc>"
                + P("10")
                + "</w:tc><w:tc>"
                + P("20")
                + "</w:tc></w:tr></w:tbl>"
        );

        document
            .Tables.ShouldHaveSingleItem()
            .Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text))
            .ShouldBe([
                (0, 0, 2, 1, "指標"),
                (0, 1, 1, 2, "目標"),
                (1, 1, 1, 1, "R6"),
                (1, 2, 1, 1, "R7\n見込"),
                (2, 1, 1, 1, "10"),
                (2, 2, 1, 1, "20"),
            ]);
        document.Lines.Select(line => line.Text).ShouldBe(["指標\t目標", "\tR6\tR7 見込", "\t10\t20"]);
    }

    [Fact]
    public void Read_NestedTable_StandsForItself()
    {
        var document = Read(
            "<w:tbl><w:tr><w:tc>"
                + P("外")
                + "<w:tbl>"
                + Row("内1", "内2")
                + "</w:tbl><w:p/></w:tc><w:tc>"
                + P("右")
                + "</w:tc></w:tr>"
                + Row("次", "行")
                + "</w:tbl>"
        );

        document.Lines.Select(line => line.Text).ShouldBe(["外\t右", "内1\t内2", "次\t行"]);
        document.Tables.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_FrameOfOneCell_IsReadAsText()
    {
        var document = Read("<w:tbl><w:tr><w:tc>" + P("一段落") + P("二段落") + "</w:tc></w:tr></w:tbl>");

        document.Lines.Select(line => line.Text).ShouldBe(["一段落", "二段落"]);
        document.Tables.ShouldBeEmpty();
    }

    [Fact]
    public void Read_AutomaticNumbers_AreCountedOut()
    {
        static string Level(int level, string format, string text, string more = "") =>
            $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";
        static string Item(string text, int level, int list = 1) =>
            P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        var numbering =
            "<w:abstractNum w:abstractNumId=\"0\">"
            + Level(0, "decimalFullWidth", "第%1章")
            + Level(1, "decimal", "%1-%2", "<w:suff w:val=\"nothing\"/><w:isLgl/>")
            + Level(2, "aiueoFullWidth", "(%3)")
            + Level(3, "decimalEnclosedCircle", "%4")
            + Level(4, "bullet", "\uF0B7")
            + "</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

        var document = WordFormat.Read(
            "計画.docx",
            RawDocx.Of(
                Item("総則", 0)
                    + Item("目的", 1)
                    + Item("定義", 1)
                    + Item("甲", 2)
                    + Item("乙", 2)
                    + Item("丸", 3)
                    + Item("点", 4)
                    + Item("", 0)
                    + Item("事業", 0)
                    + Item("内容", 1)
                    + Item("続き", 0, 2)
                    + P("普通", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
                numbering: numbering
            ),
            TestContext.Current.CancellationToken
        );

        document
            .Lines.Select(line => line.Text)
            .ShouldBe([
                "第１章 総則",
                "1-1目的",
                "1-2定義",
                "(ア) 甲",
                "(イ) 乙",
                "① 丸",
                "点",
                "第３章 事業",
                "3-1内容",
                "第５章 続き",
                "普通",
            ]);
    }

    [Fact]
    public void Read_Headings_AreKnownByOutlineAndByName()
    {
        var document = WordFormat.Read(
            "計画.docx",
            RawDocx.Of(
                P("章", "<w:pStyle w:val=\"a1\"/>")
                    + P("節", "<w:pStyle w:val=\"b\"/>")
                    + P("項", "<w:pStyle w:val=\"c\"/>")
                    + P("直接", "<w:outlineLvl w:val=\"3\"/>")
                    + P("本文", "<w:pStyle w:val=\"d\"/>"),
                styles: "<w:style w:styleId=\"a1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"b\"><w:name w:val=\"見出し 2\"/></w:style>"
                    + "<w:style w:styleId=\"base\"><w:name w:val=\"章題\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
                    + "<w:style w:styleId=\"c\"><w:name w:val=\"自前\"/><w:basedOn w:val=\"base\"/></w:style><w:style w:styleId=\"d\"><w:name w:val=\"Normal\"/><w:basedOn w:val=\"d\"/></w:style>"
            ),
            TestContext.Current.CancellationToken
        );

        document.Lines.Select(line => line.Heading).ShouldBe([1, 2, 3, 4, 0]);
    }

    [Fact]
    public void Read_HeaderAndMalformedLink_AreNoHindrance()
    {
        var document = WordFormat.Read(
            "計画.docx",
            RawDocx.Of(
                "<w:p><w:hyperlink r:id=\"rId2\"><w:r><w:t>連絡先</w:t></w:r></w:hyperlink></w:p>",
                header: P("【資料５－２】")
            ),
            TestContext.Current.CancellationToken
        );

        document
            .Lines.Select(line => (line.Text, line.IsRunning))
            .ShouldBe([("【資料５－２】", true), ("連絡先", false)]);
    }

    [Fact]
    public void Read_PageBreaks_AreCountedOnce()
    {
        var document = Read(
            P("一頁")
                + "<w:p><w:r><w:br w:type=\"page\"/></w:r><w:r><w:lastRenderedPageBreak/><w:t>二頁</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>二頁から</w:t><w:lastRenderedPageBreak/><w:t>三頁へ</w:t></w:r></w:p>"
                + P("三頁")
                + P("四頁", "<w:pageBreakBefore/>")
                + P("節の終わり", "<w:sectPr/>")
                + P("五頁")
        );

        document
            .Lines.Select(line => (line.Text, line.Page))
            .ShouldBe([
                ("一頁", 1),
                ("二頁", 2),
                ("二頁から三頁へ", 2),
                ("三頁", 3),
                ("四頁", 4),
                ("節の終わり", 4),
                ("五頁", 5),
            ]);
        document.PageCount.ShouldBe(5);
    }

    [Fact]
    public void Read_StrictEdition_IsReadAlike()
    {
        var document = WordFormat.Read(
            "計画.docx",
            RawDocx.Of(P("厳格"), ns: "http://purl.oclc.org/ooxml/wordprocessingml/main"),
            TestContext.Current.CancellationToken
        );

        document.Lines.Single().Text.ShouldBe("厳格");
    }

    [Fact]
    public void Read_DamagedBody_KeepsWhatStoodBeforeOrRefuses()
    {
        var kept = Read(P("前") + "<w:p><w:r></w:q>");

        kept.Lines.Single().Text.ShouldBe("前");
        kept.Notices.ShouldContain(notice => notice.Code == "DOC017" && notice.Severity == Severity.Error);
        Should.Throw<DocumentRefusedException>(() => Read("<w:p><w:r></w:q>")).Code.ShouldBe("FILE008");
    }

    [Theory]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5_000)]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3_000)]
    public void Read_NestedWithoutReason_IsReadToALimit(string opening, string closing, int times)
    {
        var document = Read(
            P("前")
                + string.Concat(Enumerable.Repeat(opening, times))
                + P("底")
                + string.Concat(Enumerable.Repeat(closing, times))
                + P("後")
        );

        document.Lines.Select(line => line.Text).ShouldBe(["前", "後"]);
        document.Notices.ShouldContain(notice => notice.Code == "DOC016");
    }

    private static SourceDocument Read(string body) =>
        WordFormat.Read("計画.docx", RawDocx.Of(body), TestContext.Current.CancellationToken);
}
