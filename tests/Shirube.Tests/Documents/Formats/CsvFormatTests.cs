using System.Text;
using Shirube.Documents;
using Shirube.Documents.Formats;

namespace Shirube.Tests.Documents.Formats;

public class CsvFormatTests
{
    [Fact]
    public void Read_QuotesSeparatorsAndLineBreaks_FollowRfc4180()
    {
        var document = Read(
            "名称,値,備考\r\n\"利用者数,延べ\",\"1,234\",\"一行目\r\n二行目\"\r\n\"\"\"引用\"\"\",,末\"尾\r\n"
        );

        document
            .Lines.Select(line => line.Text)
            .ShouldBe(["名称\t値\t備考", "利用者数,延べ\t1,234\t一行目 二行目", "\"引用\"\t\t末\"尾"]);
        var table = document.Tables.ShouldHaveSingleItem();
        table.Cells.Single(cell => cell is { Row: 1, Column: 2 }).Text.ShouldBe("一行目\n二行目");
        table.Cells.Single(cell => cell is { Row: 1, Column: 1 }).At.ShouldBe(new Passage(1, 2, 2, 8, "1,234"));
        table.Cells.Single(cell => cell is { Row: 2, Column: 1 }).Text.ShouldBe("");
    }

    [Theory]
    [InlineData("a;b;c\n1,5;2;3\n")]
    [InlineData("a\tb\tc\n1,5\t2\t3\n")]
    [InlineData("a,b,c\n\"1,5\",2,3\n")]
    [InlineData("sep=;\na;b;c\n1,5;2;3\n")]
    public void Read_Separator_IsGuessedFromTheLines(string text)
    {
        var table = Read(text).Tables.ShouldHaveSingleItem();

        (table.RowCount, table.ColumnCount).ShouldBe((2, 3));
        table.Cells[3].Text.ShouldBe("1,5");
    }

    [Fact]
    public void Read_BlankRecords_PartTables()
    {
        var document = Read("KPI,2024\n利用者,10\n,\n\n事業費,千円\n100,200\n");

        document.Tables.Select(table => (table.RowCount, table.FirstLine)).ShouldBe([(2, 1), (2, 5)]);
    }

    [Fact]
    public void Read_QuoteNeverClosed_IsReadAsASignAndReported()
    {
        var document = Read("a,b\n\"開いたまま,2\nc,3\n");

        document.Tables.Single().RowCount.ShouldBe(3);
        document.Lines[1].Text.ShouldBe("\"開いたまま\t2");
        document
            .Notices.Single()
            .ShouldSatisfyAllConditions(n => n.Code.ShouldBe("DOC018"), n => n.Arguments[0].ShouldBe(2));
    }

    [Fact]
    public void Read_ShiftJis_IsReadAsSuch()
    {
        var content = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("名称,値\n髙﨑①,10\n");

        CsvFormat
            .Read("a.csv", content, TestContext.Current.CancellationToken)
            .Tables.Single()
            .Cells[2]
            .Text.ShouldBe("髙﨑①");
    }

    [Fact]
    public void Read_MoreCellsThanAreRead_StopsAndSaysSo()
    {
        var document = Read(string.Concat(Enumerable.Repeat("1,2,3,4,5,6,7,8,9,10\n", 25_000)));

        document.Tables.Sum(table => table.Cells.Count).ShouldBeLessThanOrEqualTo(ReadingLimits.Cells);
        document.Notices.ShouldContain(notice => notice.Code == "DOC005");
    }

    private static SourceDocument Read(string text) => CsvFormat.Read("表.csv", Encoding.UTF8.GetBytes(text));
}
