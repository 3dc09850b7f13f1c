using System.Text;
using Shirube.Documents;

namespace Shirube.Tests.Documents.Formats;

/// <summary>Files of which a part is no text, or is more than is read.</summary>
public sealed class DamagedTextTests
{
    [Theory]
    [InlineData(
        "plan.txt",
        "地域再生計画\n作成主体：群馬県桐\0生市\n計画の区域は市の全域とし、検証は毎年九月に行う。\n"
    )]
    [InlineData("rows.csv", "事業名,担当課,自己評価\n拠点事業,産\0業課,効果があった\n移住事業,企画課,効果があった\n")]
    public void Read_OneZeroByteInUtf8_IsLeftOutWithAFinding(string name, string text)
    {
        var document = DocumentReader.Read(name, Encoding.UTF8.GetBytes(text));

        document
            .Lines.Select(line => line.Text.Replace('\t', ','))
            .ShouldContain(line => line.Contains("生市") || line.Contains("産業課"));
        document.Lines.ShouldAllBe(line => !line.Text.Contains('\0'));
        document.Notices.ShouldContain(notice => notice.Code == "DOC020");
        document.Notices.ShouldNotContain(notice => notice.Code == "DOC001");
    }

    [Fact]
    public void Read_Utf16WithoutMark_StaysUtf16() =>
        DocumentReader
            .Read("a.txt", Encoding.Unicode.GetBytes("KPI 2024: 120 people\n"))
            .Lines[0]
            .Text.ShouldBe("KPI 2024: 120 people");

    [Theory]
    [InlineData("line.txt")]
    [InlineData("deep.html")]
    public void Read_LettersThatWereNotReached_IsNotCalledEmpty(string name)
    {
        var text =
            name == "line.txt" ? new string('あ', 3_000_000) : string.Concat(Enumerable.Repeat("<div>", 3000)) + "x";
        var refused = Should.Throw<DocumentRefusedException>(() =>
            DocumentReader.Read(name, Encoding.UTF8.GetBytes("<html><body>"[..(name == "line.txt" ? 0 : 12)] + text))
        );

        refused.Code.ShouldBe("FILE019");
        FindingText.MessageOf(refused).ShouldContain(name);
    }
}
