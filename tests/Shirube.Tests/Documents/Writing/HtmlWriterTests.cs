using System.Text;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Writing;

public class HtmlWriterTests
{
    [Fact]
    public void Write_ReadAgain_HoldsHeadingsTextAndTables()
    {
        var read = DocumentReader.Read("計画.html", HtmlWriter.Write(SampleDocument.Make()));

        read.Lines.Where(line => line.Heading > 0)
            .Select(line => (line.Heading, line.Text))
            .ShouldBe([(1, "地域再生計画 <案> & 別紙"), (2, "1　地域再生計画の名称"), (2, "2　次のページ")]);
        read.Lines.ShouldContain(line => line.Text == "変わらない移輸入収支が、続く。");
        SampleTables.ShouldBeSample(read);
    }

    [Fact]
    public void Write_SignsOfMarkup_AreTextAndNothingElse()
    {
        var html = Encoding.UTF8.GetString(
            HtmlWriter.Write(
                new WrittenDocument("</title><script>", [new WrittenParagraph("<script>alert(1)</script>")])
                {
                    RunningHead = "\"; } </style><script>",
                }
            )
        );

        html.ShouldNotContain("<script>");
        html.ShouldContain("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }

    [Fact]
    public void Write_Printed_NumbersPagesAndRepeatsHeads()
    {
        var rows = Enumerable
            .Range(1, 90)
            .Select(i => new WrittenRow([new WrittenCell($"{i}番"), new WrittenCell("-")]));
        var table = new WrittenTable([new WrittenRow([new WrittenCell("見出し行"), new WrittenCell("値")]), .. rows])
        {
            HeadRows = 1,
        };
        var pdf = Chromium.Print(Encoding.UTF8.GetString(HtmlWriter.Write(new WrittenDocument("表", [table]))));
        var text = PdfText.Of(pdf, "-layout");

        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        pages.Length.ShouldBeGreaterThan(1);
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i].ShouldContain("見出し行");
            pages[i].Replace(" ", "", StringComparison.Ordinal).ShouldContain($"{i + 1}/{pages.Length}");
        }
    }
}
