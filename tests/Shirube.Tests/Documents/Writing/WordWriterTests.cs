using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Writing;

public class WordWriterTests
{
    [Theory]
    [InlineData(WrittenPaper.A4)]
    [InlineData(WrittenPaper.A4Landscape)]
    [InlineData(WrittenPaper.A3Landscape)]
    public void Write_EveryKindOfBlock_IsValidMarkup(WrittenPaper paper)
    {
        using var stream = new MemoryStream(WordWriter.Write(SampleDocument.Make(paper)));
        using var file = WordprocessingDocument.Open(stream, isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(file)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Write_SameDocumentTwice_GivesSameBytes() =>
        WordWriter.Write(SampleDocument.Make()).ShouldBe(WordWriter.Write(SampleDocument.Make()));

    [Fact]
    public void Write_NoHeadAndNoFoot_HasNeither()
    {
        var plain = SampleDocument.Make() with { RunningHead = null, PageNumbers = false };
        using var stream = new MemoryStream(WordWriter.Write(plain));
        using var file = WordprocessingDocument.Open(stream, isEditable: false);

        file.MainDocumentPart!.HeaderParts.ShouldBeEmpty();
        file.MainDocumentPart.FooterParts.ShouldBeEmpty();
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).ShouldBeEmpty();
    }

    [Fact]
    public void Write_ReadAgain_HoldsHeadingsTextAndTables()
    {
        var read = DocumentReader.Read("計画.docx", WordWriter.Write(SampleDocument.Make()));

        read.Lines.Where(line => line.Heading > 0)
            .Select(line => (line.Heading, line.Text))
            .ShouldBe([(1, "地域再生計画 <案> & 別紙"), (2, "1　地域再生計画の名称"), (2, "2　次のページ")]);
        read.Lines.ShouldContain(line => line.Text == "変わらない移輸入収支が、続く。");
        read.Lines.ShouldContain(line => line.Text == "次の行。");
        read.Lines.ShouldContain(line => line.Text == "𠮷野家 𩸽 と  の欠片");
        SampleTables.ShouldBeSample(read);
    }

    [Fact]
    public void Write_OpenedByLibreOffice_ShowsTextHeadsAndPages()
    {
        var pdf = LibreOffice.Convert([WordWriter.Write(SampleDocument.Make())], "docx")[0];
        var text = PdfText.Of(pdf, "-layout");

        text.ShouldContain("移輸入収支");
        text.ShouldContain("-338.00");
        text.ShouldContain("7,520.50");
        text.ShouldContain("【資料 \"1\"】");
        text.Replace(" ", "", StringComparison.Ordinal).ShouldContain("2/2");
    }
}
