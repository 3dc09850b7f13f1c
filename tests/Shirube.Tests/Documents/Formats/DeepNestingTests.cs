using System.Text;
using Shirube.Documents;

namespace Shirube.Tests.Documents.Formats;

public class DeepNestingTests
{
    [Fact]
    public void Read_HtmlNestedWithoutEnd_IsCutWithANotice()
    {
        var source = "<html><body><p>前" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "後";

        var document = Read("深い.html", Encoding.UTF8.GetBytes(source));

        document.Lines[0].Text.ShouldBe("前");
        document.Notices.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_HtmlWithMoreElementsThanAPersonWrites_IsReadAsFarAsTheLimit()
    {
        var source = "<html><body><table>" + string.Concat(Enumerable.Repeat("<tr><td>1<td>2", 60_000));

        var document = Read("長い.html", Encoding.UTF8.GetBytes(source));

        document.Lines.Count.ShouldBeGreaterThan(20_000);
        document.Notices.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_WordTablesNestedWithoutEnd_SaysThatItIsTooDeep()
    {
        const int Deep = 20_000;
        var nested = new StringBuilder();
        for (var i = 0; i < Deep; i++)
            nested.Append("<w:tbl><w:tr><w:tc>");
        for (var i = 0; i < Deep; i++)
            nested.Append("</w:tc></w:tr></w:tbl>");

        var document = Read("深い.docx", RawDocx.Of(RawDocx.P("前") + nested + RawDocx.P("後")));

        document.Lines.Select(line => line.Text).ShouldContain("後");
        document.Notices.ShouldContain(notice => notice.Code == "DOC016");
    }

    private static SourceDocument Read(string name, byte[] content) =>
        DocumentReader.Read(name, content, TestContext.Current.CancellationToken);
}
