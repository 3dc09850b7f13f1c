using Shirube.Documents;
using Shirube.Documents.Recognition;
using Kind = Shirube.Documents.DocumentFormat;

namespace Shirube.Tests.Fuzz;

public class ReadingFuzzTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 100)]
    [InlineData(3, 100)]
    public void Read_DamagedDocuments_AreReadOrRefusedAndNeverFail(int seed, int fewestRead)
    {
        var read = 0;
        for (var number = 0; number < 150; number++)
            read += ReadOrRefused(DamagedDocuments.Case(WholeDocuments.All, seed, number), $"{seed}:{number}") ? 1 : 0;

        read.ShouldBeGreaterThanOrEqualTo(fewestRead);
    }

    [Fact]
    public void Read_DamagedPdf_IsReadOrRefusedAndNeverFails()
    {
        for (var number = 0; number < 12; number++)
            ReadOrRefused(DamagedDocuments.Case([WholeDocuments.Pdf], 1, number), $"1:{number}");
    }

    [Fact]
    public void Read_SheetThatCannotBeUnpacked_IsReportedAndTheRestRead()
    {
        var (name, bytes) = WholeDocuments.All.Single(file => file.Name.EndsWith(".xlsx", StringComparison.Ordinal));
        var part = "xl/worksheets/sheet1.xml"u8;
        // A block of a type that deflate does not have, right behind the part's own header.
        bytes = [.. bytes];
        bytes[bytes.AsSpan().IndexOf(part) + part.Length] = 7;

        var document = DocumentReader.Read(name, bytes, TestContext.Current.CancellationToken);

        document.Notices.ShouldContain(notice => notice.Code == "DOC017");
        document.Tables.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_WholeDocuments_AreReadWithTheirTables()
    {
        foreach (var (name, bytes) in WholeDocuments.All.Append(WholeDocuments.Pdf))
        {
            var document = DocumentReader.Read(name, bytes, TestContext.Current.CancellationToken);

            document.Lines.Count.ShouldBeGreaterThan(3, name);
            if (document.Format != Kind.Text)
                document.Tables.ShouldNotBeEmpty(name);
        }
    }

    /// <returns>False when the file was refused.</returns>
    private static bool ReadOrRefused((string Name, byte[] Bytes) file, string number)
    {
        try
        {
            ReadingJson.Write(Recogniser.Read(DocumentReader.Read(file.Name, file.Bytes)));
            return true;
        }
        catch (DocumentRefusedException refused)
        {
            FindingText.MessageOf(refused).ShouldNotBe(refused.Code, number);
            return false;
        }
        catch (Exception thrown)
        {
            throw new InvalidOperationException($"Case {number} of {file.Name} failed.", thrown);
        }
    }
}
