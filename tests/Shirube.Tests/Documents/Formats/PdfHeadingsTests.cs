using System.Text;
using Shirube.Documents;
using Shirube.Documents.Formats.Pdf;

namespace Shirube.Tests.Documents.Formats;

/// <summary>Headings as the tags of a PDF name them, found again among its lines.</summary>
public class PdfHeadingsTests
{
    private const string Tags = """
        Document
          H2 (block)
            NonStruct
              "3　事業の"
            NonStruct
              "内容"
          P (block)
            "次のとおり。"
          Table (block)
            TR (block)
              TD (block)
                "3　事業の内容"
          P (block)
            "4　期間"
          H2 (block)
            "4　期間"

        """;

    [Fact]
    public void Mark_ALineWordedLikeAHeading_IsNoneWhereTheTagsSayThatItIsText() =>
        Marked(Tags, "3 事業の内容", "次のとおり。", "4　期間", "4　期間").ShouldBe([2, 0, 0, 2]);

    [Fact]
    public void Mark_AHeadingOverTwoLines_BeginsAtTheFirst() =>
        Marked(Tags, "3　事業", "の内容", "次のとおり。", "4　期間", "4　期間").ShouldBe([2, 0, 0, 0, 2]);

    [Theory]
    [InlineData("3　事業の内容", "次のとおり。", "4　期間")]
    [InlineData("3　事業の内容", "3　事業の内容", "4　期間", "4　期間")]
    [InlineData("事業の内容", "4　期間", "4　期間")]
    public void Mark_LinesThatAreNotThoseOfTheTags_AreLeftAsTheyAre(params string[] lines) =>
        Marked(Tags, lines).ShouldAllBe(level => level == 0);

    [Fact]
    public void Mark_WithoutTags_LeavesTheLinesAsTheyAre() => Marked("", "3　事業の内容").ShouldBe([0]);

    [Theory]
    [InlineData("/Title (Google Docs)/Creator (Chromium)/Producer (Skia/PDF m156)", true)]
    [InlineData("/Producer (Skia/PDF)", true)]
    [InlineData("/Producer (Skia/PDF m131 Google Docs Renderer)", false)]
    [InlineData("/Producer (Skia/PDF m131", false)]
    [InlineData("/Producer (LibreOffice)", false)]
    public void IsTold_OnlyWhereABrowserPrinted(string content, bool isTold) =>
        PdfStructure.IsTold(Encoding.ASCII.GetBytes(content)).ShouldBe(isTold);

    private static List<int> Marked(string tags, params string[] texts)
    {
        using var output = new MemoryStream(Encoding.UTF8.GetBytes(tags));
        var lines = texts.Select((text, at) => new Line(at + 1, 1, text) { IsLiteral = true }).ToList();
        return [.. PdfHeadings.Mark(lines, [], PdfStructure.Read(output)).Select(line => line.Heading)];
    }
}
