using System.Text;
using Shirube.Documents;
using Shirube.Documents.Formats;

namespace Shirube.Tests.Documents.Formats;

public class MarkdownFormatTests
{
    [Fact]
    public void Read_Headings_AreKnownOfEveryKindButNotInCode()
    {
        var document = Read("---\ntitle: x\n---\n\n計画\n====\n\n## 目標\n\n```\n# コード\n```\n");

        document
            .Lines.Where(line => line.Heading > 0)
            .Select(line => (line.Number, line.Heading))
            .ShouldBe([(5, 1), (8, 2)]);
        document.Lines.Count.ShouldBe(12);
    }

    [Fact]
    public void Read_PipeTable_PointsAtItsLines()
    {
        var document = Read("前文\n\n| 指標 | R6 |\n|---|--:|\n| **利用者**数 | 1,800 |\n| a\\|b | - |\n");

        var table = document.Tables.ShouldHaveSingleItem();
        table
            .Cells.Select(cell => (cell.Row, cell.Column, cell.Text))
            .ShouldBe([(0, 0, "指標"), (0, 1, "R6"), (1, 0, "利用者数"), (1, 1, "1,800"), (2, 0, "a|b"), (2, 1, "-")]);
        table.Cells[3].At.ShouldBe(new Passage(1, 5, 5, 13, "1,800"));
        table.Cells[5].At.Line.ShouldBe(6);
    }

    [Fact]
    public void Read_PipesWithoutOuterOnes_AreATableToo()
    {
        var table = Read("指標 | R6\n--- | ---\n人数 | 10\n").Tables.ShouldHaveSingleItem();

        table.Cells.Select(cell => cell.Text).ShouldBe(["指標", "R6", "人数", "10"]);
        table.Cells[3].At.ShouldBe(new Passage(1, 3, 3, 5, "10"));
    }

    [Fact]
    public void Read_GridTable_KeepsSpans()
    {
        var document = Read(
            "+------+-----+-----+\n| name | R6        |\n+      +-----+-----+\n|      | 10  | 20  |\n+------+-----+-----+\n"
        );

        var table = document.Tables.ShouldHaveSingleItem();
        table
            .Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text))
            .ShouldBe([(0, 0, 2, 1, "name"), (0, 1, 1, 2, "R6"), (1, 1, 1, 1, "10"), (1, 2, 1, 1, "20")]);
    }

    [Fact]
    public void Read_HtmlTable_IsReadWithItsSpansOverTheSourceLines()
    {
        var document = Read(
            "# 計画\n\n<table>\n<tr><th rowspan=\"2\">指標</th><th>R6</th></tr>\n\n<tr><td>\n1,800\n</td></tr>\n</table>\n\n後文\n"
        );

        var table = document.Tables.ShouldHaveSingleItem();
        table
            .Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.Text, cell.At.Line))
            .ShouldBe([(0, 0, 2, "指標", 4), (0, 1, 1, "R6", 4), (1, 1, 1, "1,800", 7)]);
        table.Cells[1].At.Column.ShouldBe(document.Lines[3].Text.IndexOf("R6", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TabRunsInMarkdown_AreTablesToo()
    {
        var table = Read("## 数値目標\n\n指標\t単位\tR6\n利用者\t人\t10\n").Tables.ShouldHaveSingleItem();

        table.FoundBy.ShouldBe(TableSource.Tabs);
        table.Cells.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("|a")]
    [InlineData("**a ")]
    [InlineData("<table>")]
    public void Read_HostileRepetition_EndsAndKeepsTheLines(string piece)
    {
        var document = Read("初め\n\n" + string.Concat(Enumerable.Repeat(piece, 20_000)));

        document.Lines[0].Text.ShouldBe("初め");
    }

    private static SourceDocument Read(string text) => MarkdownFormat.Read("計画.md", Encoding.UTF8.GetBytes(text));
}
