using System.Text;
using Shirube.Documents;
using Shirube.Documents.Writing;

namespace Shirube.Tests.Documents.Writing;

public class MarkdownWriterTests
{
    [Fact]
    public void Write_ReadAgain_HoldsHeadingsTextAndTables()
    {
        var plain = SampleDocument.Make();
        var read = DocumentReader.Read("計画.md", MarkdownWriter.Write(plain));

        read.Lines.Where(line => line.Heading > 0)
            .Select(line => (line.Heading, line.Plain))
            .ShouldBe([(1, "地域再生計画 <案> & 別紙"), (2, "1　地域再生計画の名称"), (2, "2　次のページ")]);
        SampleTables.ShouldBeSample(read);
    }

    [Theory]
    [InlineData("# 見出しではない")]
    [InlineData("- 箇条書きではない")]
    [InlineData("1. 番号ではない")]
    [InlineData("| 表 | ではない |")]
    [InlineData("*強調* と _下線_ と `符号` と [リンク](x) と <b>太字</b> と &amp;")]
    [InlineData("---")]
    [InlineData("> 引用ではない")]
    [InlineData("C:\\folder\\*.txt")]
    public void Write_TextWithMarks_ReadsAsThatText(string text)
    {
        var read = DocumentReader.Read(
            "計画.md",
            MarkdownWriter.Write(new WrittenDocument("", [new WrittenParagraph(text)]))
        );

        var line = read.Lines.Where(line => line.Text.Length > 0).ShouldHaveSingleItem();
        line.Heading.ShouldBe(0);
        line.Text.ShouldBe(text);
        read.Tables.ShouldBeEmpty();
    }

    [Fact]
    public void Write_PlainTable_IsWrittenWithPipes()
    {
        var table = new WrittenTable([
            new WrittenRow([new WrittenCell("名"), new WrittenCell("値")]),
            new WrittenRow([new WrittenCell("a|b\n二行"), WrittenCell.Of(1234.5m, 1)]),
        ])
        {
            HeadRows = 1,
        };
        var written = MarkdownWriter.Write(new WrittenDocument("", [table]));

        Encoding.UTF8.GetString(written).ShouldBe("| 名 | 値 |\n| --- | --- |\n| a\\|b<br>二行 | 1,234.5 |\n\n");
        DocumentReader
            .Read("表.md", written)
            .Tables.ShouldHaveSingleItem()
            .Cells.Select(cell => cell.Text)
            .ShouldBe(["名", "値", "a|b\n二行", "1,234.5"]);
    }
}
