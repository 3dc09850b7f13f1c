using System.Globalization;
using System.Text;
using Shirube.Documents;
using Shirube.Documents.Formats;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Formats;

public sealed class PdfFormatTests
{
    private static readonly RenderedDocument Plan = new(
        new Heading(1, "地域再生計画"),
        new Paragraph("計画は令和6年度に始まり、KPIは3つである。"),
        new PageBreak(),
        new Paragraph("第二頁の文章は、ここにある。"),
        new PageBreak(),
        new Paragraph("終わりの頁")
    )
    {
        RunningHead = "資料5-2",
        PageNumbers = true,
    };

    [Theory]
    [InlineData(PdfMaker.Chromium)]
    [InlineData(PdfMaker.Writer)]
    public void Read_Prose_GivesLinesByPageWithRunningHeadsMarked(PdfMaker maker)
    {
        var read = Read(Plan.ToPdf(maker));

        read.Format.ShouldBe(Shirube.Documents.DocumentFormat.Pdf);
        read.PageCount.ShouldBe(3);
        read.Tables.ShouldBeEmpty();
        read.Notices.ShouldBeEmpty();
        read.Lines.Select(line => line.Number).ShouldBe(Enumerable.Range(1, read.Lines.Count));
        read.Lines.Where(line => !line.IsRunning)
            .Select(line => (line.Page, line.Text))
            .ShouldBe([
                (1, "地域再生計画"),
                (1, "計画は令和6年度に始まり、KPIは3つである。"),
                (2, "第二頁の文章は、ここにある。"),
                (3, "終わりの頁"),
            ]);
        read.Lines.Where(line => line.IsRunning)
            .Select(line => line.Text)
            .ShouldBe(["資料5-2", "1", "資料5-2", "2", "資料5-2", "3"], ignoreOrder: true);
    }

    [Fact]
    public void Read_HeadingsAtTheTopOfTwoPages_AreNotRunning()
    {
        var document = new RenderedDocument(
            new Heading(1, "別紙1"),
            new Paragraph("一"),
            new PageBreak(),
            new Heading(1, "別紙2"),
            new Paragraph("二")
        );

        Read(document.ToPdf(PdfMaker.Chromium)).Lines.ShouldAllBe(line => !line.IsRunning);
    }

    [Fact]
    public void Read_PageThatIsAnImage_SaysWhichPageHasNoText()
    {
        var read = Read(MadeByHand("BT /F1 12 Tf 50 700 Td (Plan) Tj ET", ImageOnly));

        read.Lines.Select(line => line.Text).ShouldBe(["Plan"]);
        var notice = read.Notices.ShouldHaveSingleItem();
        (notice.Code, notice.Arguments.Single()).ShouldBe(("DOC031", "2"));
    }

    [Fact]
    public void Read_ImagesOnly_IsRefusedAsAScan() => Refusal(MadeByHand(ImageOnly, ImageOnly)).ShouldBe("FILE034");

    [Fact]
    public void Read_Encrypted_IsRefused() => Refusal(Convert.FromBase64String(Encrypted)).ShouldBe("FILE032");

    [Fact]
    public void Read_NothingLeftOfIt_IsRefusedAsDamaged() =>
        Refusal(Plan.ToPdf(PdfMaker.Chromium)[..2000]).ShouldBe("FILE033");

    [Fact]
    public void Read_EndMissing_ReadsWhatIsThereAndSaysSo()
    {
        var whole = MadeByHand("BT /F1 12 Tf 50 700 Td (Plan) Tj ET");
        var end = whole.AsSpan().IndexOf("startxref"u8);

        var read = Read(whole[..end]);

        read.Lines.Select(line => line.Text).ShouldBe(["Plan"]);
        read.Notices.Select(notice => notice.Code).ShouldBe(["DOC033"]);
    }

    [Fact]
    public void Read_NotAPdf_IsRefused() => Refusal("名前だけ"u8.ToArray()).ShouldBe("FILE036");

    [Fact]
    public void Read_Cancelled_Stops() =>
        Should.Throw<OperationCanceledException>(() =>
            PdfFormat.Read("a.pdf", MadeByHand(ImageOnly), new CancellationToken(canceled: true))
        );

    [Fact]
    public void Read_Radicals_AreKeptAndReported()
    {
        var document = new RenderedDocument(new Paragraph("⺠間の目標")) { Font = "IPAexGothic" };

        var read = Read(document.ToPdf(PdfMaker.Writer));

        read.Notices.Select(notice => notice.Code).ShouldBe(["DOC035"]);
    }

    [Theory]
    [InlineData("FILE031")]
    [InlineData("FILE032")]
    [InlineData("FILE033")]
    [InlineData("FILE034")]
    [InlineData("FILE035")]
    [InlineData("FILE036")]
    public void FindingText_OfEveryRefusal_SaysWhatIsWrongAndWhatToDo(string code)
    {
        var refused = new DocumentRefusedException(code, 1);

        FindingText.MessageOf(refused).ShouldNotBe(code);
        FindingText.FixOf(refused).ShouldNotBe(code + ".fix");
    }

    [Theory]
    [InlineData("DOC031")]
    [InlineData("DOC032")]
    [InlineData("DOC033")]
    [InlineData("DOC034")]
    [InlineData("DOC035")]
    [InlineData("DOC036")]
    public void FindingText_OfEveryNotice_SaysWhatIsWrongAndWhatToDo(string code)
    {
        var notice = new Finding(code, Severity.Note, null, 1);

        FindingText.MessageOf(notice).ShouldNotBe(code);
        FindingText.FixOf(notice).ShouldNotBe(code + ".fix");
    }

    private static SourceDocument Read(byte[] pdf) =>
        PdfFormat.Read("plan.pdf", pdf, TestContext.Current.CancellationToken);

    private static string Refusal(byte[] pdf) => Should.Throw<DocumentRefusedException>(() => Read(pdf)).Code;

    private const string ImageOnly = "q 500 0 0 700 50 50 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00FFFF00> EI Q";

    /// <summary>A PDF with one page for each content stream, written out so that its every byte is known.</summary>
    private static byte[] MadeByHand(params string[] contents)
    {
        var kids = string.Join(' ', contents.Select((_, i) => $"{i * 2 + 4} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {contents.Length} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        foreach (var content in contents)
        {
            var stream = objects.Count + 2;
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {stream} 0 R >>"
            );
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (index, text) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{text}\nendobj\n");
        }
        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    /// <summary>One page with the word Plan, AES, user password "user".</summary>
    private const string Encrypted = """
        JVBERi0xLjYKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwg
        L0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIg
        L01lZGlhQm94IFsgMCAwIDU5NSA4NDIgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YxIDUgMCBSID4+
        ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggNjQgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3Ry
        ZWFtCh5opeohNdKC2Zrvu2j6CE1WcXBy7vaBSrxYyiM2bhroVMmiMwXaWxvF1MZw6+5v74ky/CM7kTFwTJiqHFOsPKdlbmRzdHJl
        YW0KZW5kb2JqCjUgMCBvYmoKPDwgL0Jhc2VGb250IC9IZWx2ZXRpY2EgL1N1YnR5cGUgL1R5cGUxIC9UeXBlIC9Gb250ID4+CmVu
        ZG9iago2IDAgb2JqCjw8IC9DRiA8PCAvU3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZNIC9BRVNWMiAvTGVuZ3RoIDE2
        ID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMTI4IC9PIDwwYmEzODM1Zjg4ZjkwMzg4ZTc0ZTU0NTg0MTI1Y2UxNDJi
        ZTBkZTI0YzZiMGQzNzc0NmUwNzViODkxNzU2NjcxPiAvUCAtNCAvUiA0IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3RkQ0YgL1UgPDUx
        YTA3MzZmYzI3NzA3OTA3MjIwMTA4MDkyOWJlMWI0MDEyMjQ1NmE5MWJhZTUxMzQyNzNhNmRiMTM0Yzg3YzQ+IC9WIDQgPj4KZW5k
        b2JqCnhyZWYKMCA3CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMDY0IDAwMDAwIG4gCjAw
        MDAwMDAxMjMgMDAwMDAgbiAKMDAwMDAwMDI1MSAwMDAwMCBuIAowMDAwMDAwMzg1IDAwMDAwIG4gCjAwMDAwMDA0NTUgMDAwMDAg
        biAKdHJhaWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA3IC9JRCBbPDcxZjkxNTlkYzM5ZWMwYjViYTQ4MTU4YWY1MmQ2MzIzPjw3
        MWY5MTU5ZGMzOWVjMGI1YmE0ODE1OGFmNTJkNjMyMz5dIC9FbmNyeXB0IDYgMCBSID4+CnN0YXJ0eHJlZgo3NTQKJSVFT0YK
        """;
}
