using Shirube.Documents;
using Shirube.Documents.Writing;

namespace Shirube.Tests.Documents.Writing;

public class PdfPrinterTests
{
    [Fact]
    public async Task Write_ReadAgain_HoldsTextAndTables()
    {
        var printed = await PdfPrinter.WriteAsync(SampleDocument.Make());

        printed.Fault.ShouldBeNull();
        var read = DocumentReader.Read("計画.pdf", printed.Content!);
        read.PageCount.ShouldBe(2);
        read.Lines.ShouldContain(line => line.Text == "変わらない移輸入収支が、続く。");
        SampleTables.ShouldBeSample(read, cell => cell.Replace("\n", "", StringComparison.Ordinal));
    }
}
