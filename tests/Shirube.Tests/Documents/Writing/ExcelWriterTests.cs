using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Writing;

public class ExcelWriterTests
{
    [Theory]
    [InlineData(WrittenPaper.A4)]
    [InlineData(WrittenPaper.A3Landscape)]
    public void Write_EveryKindOfBlock_IsValidMarkup(WrittenPaper paper)
    {
        using var stream = new MemoryStream(ExcelWriter.Write(SampleDocument.Make(paper)));
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(file)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Write_SameDocumentTwice_GivesSameBytes() =>
        ExcelWriter.Write(SampleDocument.Make()).ShouldBe(ExcelWriter.Write(SampleDocument.Make()));

    [Fact]
    public void Write_ReadAgain_HoldsTextTablesAndNumbers()
    {
        var read = DocumentReader.Read("計画.xlsx", ExcelWriter.Write(SampleDocument.Make()));

        read.Lines.ShouldContain(line => line.Text == "1　地域再生計画の名称");
        read.Lines.ShouldContain(line => line.Text == "𠮷野家 𩸽 と  の欠片");
        SampleTables.ShouldBeSample(read);
        read.Tables[0].Cells.Single(cell => cell.Text == "-338.00").Number.ShouldBe(-338m);
        read.Tables[0].Cells.Single(cell => cell.Text == "=1+1").Number.ShouldBeNull();
    }

    [Fact]
    public void Write_OpenedByLibreOffice_ShowsTheSameCells()
    {
        var csv = System.Text.Encoding.UTF8.GetString(
            LibreOffice.Convert([ExcelWriter.Write(SampleDocument.Make())], "xlsx", LibreOffice.Csv)[0]
        );

        csv.ShouldContain("利用者数,-338.00,\"7,520.50\"");
        csv.ShouldContain("=1+1");
        csv.ShouldContain("地域再生計画 <案> & 別紙");
    }

    [Fact]
    public void Write_TextLongerThanARow_IsSpreadOverRows()
    {
        var text = new string('長', 3000);
        var read = DocumentReader.Read(
            "計画.xlsx",
            ExcelWriter.Write(new WrittenDocument("", [new WrittenParagraph(text), new WrittenParagraph("次")]))
        );

        read.Lines.Select(line => line.Text).Where(line => line.Length > 0).ShouldBe([text, "次"]);
    }
}
