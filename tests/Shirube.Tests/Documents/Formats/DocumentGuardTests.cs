using System.Globalization;
using System.IO.Compression;
using System.Text;
using Shirube.Documents;
using Shirube.Documents.Formats;
using Kind = Shirube.Documents.DocumentFormat;

namespace Shirube.Tests.Documents.Formats;

public class DocumentGuardTests
{
    private static readonly byte[] Docx = RawDocx.Of(RawDocx.P("地域再生計画"));
    private static readonly byte[] Xlsx = RawXlsx.Of("<row><c><v>1</v></c></row>").ToBytes();

    [Theory]
    [InlineData("計画.txt", "計画", Kind.Text)]
    [InlineData("計画.md", "# 計画", Kind.Markdown)]
    [InlineData("計画.csv", "a,b", Kind.Csv)]
    [InlineData("計画.HTM", "<p>計画", Kind.Html)]
    [InlineData("計画.md", "<table><tr><td>計画", Kind.Markdown)]
    [InlineData("計画.txt", "BM という語で始まる文", Kind.Text)]
    public void Admit_ContentAsNamed_IsLetInWithoutANotice(string name, string content, Kind format)
    {
        var admitted = DocumentGuard.Admit(name, Encoding.UTF8.GetBytes(content));

        admitted.Format.ShouldBe(format);
        admitted.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Admit_OtherKindThanNamed_IsReadAsWhatItIsWithANotice()
    {
        (string Name, byte[] Content, Kind Format)[] cases =
        [
            ("計画.pdf", Docx, Kind.Word),
            ("計画.docx", Xlsx, Kind.Excel),
            ("計画.doc", Docx, Kind.Word),
            ("計画.xls", "<html><table><tr><td>1</table>"u8.ToArray(), Kind.Html),
            ("計画.txt", "%PDF-1.7\n"u8.ToArray(), Kind.Pdf),
            ("計画", "ただの文章"u8.ToArray(), Kind.Text),
        ];
        foreach (var (name, content, format) in cases)
        {
            var admitted = DocumentGuard.Admit(name, content);

            admitted.Format.ShouldBe(format, name);
            admitted.Notices.ShouldHaveSingleItem().Code.ShouldBe("DOC006");
        }
    }

    [Theory]
    [InlineData("計画.docx", "これは文章です", "FILE009")]
    [InlineData("計画.pdf", "これは文章です", "FILE009")]
    [InlineData("写真.png", "これは文章です", "FILE009")]
    [InlineData("計画.rtf", "{\\rtf1 abc}", "FILE003")]
    [InlineData("計画.txt", "", "FILE001")]
    [InlineData("計画.docx", "PK\u0003\u0004途中で切れた", "FILE006")]
    public void Admit_TextUnderAnotherName_IsRefusedWithBothNames(string name, string content, string code) =>
        Refused(name, Encoding.UTF8.GetBytes(content)).Code.ShouldBe(code);

    [Theory]
    [InlineData("PNG", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0 })]
    [InlineData("JPEG", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10 })]
    [InlineData("Windows program", new byte[] { 0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0 })]
    [InlineData("Linux program", new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0 })]
    public void Admit_OtherKinds_AreRefusedByName(string kind, byte[] content)
    {
        var refused = Refused("計画.docx", content);

        refused.Code.ShouldBe("FILE003");
        refused.Arguments.ShouldBe(["計画.docx", kind]);
    }

    [Fact]
    public void Admit_NeitherTextNorAKnownKind_IsRefusedWithoutAName() =>
        Refused("計画.docx", [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3]).Code.ShouldBe("FILE017");

    [Theory]
    [InlineData("EncryptedPackage", "FILE004")]
    [InlineData("WordDocument", "FILE005")]
    [InlineData("Workbook", "FILE005")]
    [InlineData("PowerPoint Document", "FILE003")]
    public void Admit_CompoundFile_SaysWhichOne(string stream, string code)
    {
        byte[] content =
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[504],
            .. Encoding.Unicode.GetBytes(stream),
        ];

        Refused("計画.docx", content).Code.ShouldBe(code);
    }

    [Fact]
    public void Admit_Macros_AreReportedAndTheTextRead()
    {
        var content = RawXlsx.Of("<row><c><v>1</v></c><c><v>2</v></c></row>");
        var book = new RawXlsx { Sheets = content.Sheets, More = [("xl/vbaProject.bin", "Sub Auto_Open()")] };

        var document = DocumentReader.Read("表.xlsm", book.ToBytes(), TestContext.Current.CancellationToken);

        document.Lines.Single().Text.ShouldBe("1\t2");
        document.Notices.ShouldHaveSingleItem().Code.ShouldBe("DOC007");
    }

    [Theory]
    [InlineData("ppt/presentation.xml", "PowerPoint (.pptx)")]
    [InlineData("xl/workbook.bin", "Excel binary (.xlsb)")]
    [InlineData("readme.txt", "ZIP")]
    public void Admit_OtherZip_IsRefusedByName(string part, string kind) =>
        Refused("計画.docx", RawZip.Of((part, "x"))).Arguments[1].ShouldBe(kind);

    [Fact]
    public void Admit_CutOffAnywhere_IsRefusedOrReadButNeverFails()
    {
        for (var length = 1; length < Docx.Length; length += 7)
        {
            try
            {
                DocumentReader.Read("計画.docx", Docx[..length], TestContext.Current.CancellationToken);
            }
            catch (DocumentRefusedException refused)
            {
                FindingText.MessageOf(refused).ShouldContain("計画.docx");
            }
        }
    }

    [Fact]
    public void Admit_Bomb_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = RawZip.Of(("word/document.xml", new string(' ', 30 * 1024 * 1024)));

        bomb.Length.ShouldBeLessThan(100_000);
        Refused("計画.docx", bomb).Code.ShouldBe("FILE007");
    }

    [Fact]
    public void Admit_ManyEntries_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 10_001; i++)
                zip.CreateEntry(i.ToString(CultureInfo.InvariantCulture));
        }

        Refused("計画.docx", stream.ToArray()).Code.ShouldBe("FILE010");
    }

    [Fact]
    public void Read_HeaderThatLiesAboutSize_IsNotTakenForTheWhole()
    {
        var content = RawDocx.Of(RawDocx.P("前") + RawDocx.P("後ろの段落") + RawDocx.P("最後"));
        PatchSize(content, "word/document.xml", 500);

        var refusedOrMarked = false;
        try
        {
            var document = DocumentReader.Read("計画.docx", content, TestContext.Current.CancellationToken);
            refusedOrMarked = document.Notices.Any(notice => notice.Code == "DOC017");
        }
        catch (DocumentRefusedException)
        {
            refusedOrMarked = true;
        }

        refusedOrMarked.ShouldBeTrue();
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void Refusals_EveryCode_HaveWordsThatNameTheFileAndTheNextStep(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        for (var i = 1; i <= 10; i++)
        {
            var refused = new DocumentRefusedException($"FILE{i:000}", "計画.docx", "あ", "い");

            FindingText.MessageOf(refused).ShouldContain("計画.docx");
            FindingText.FixOf(refused).ShouldNotBe(refused.Code + ".fix");
        }
        for (var i = 1; i <= 19; i++)
        {
            var notice = new Finding($"DOC{i:000}", Severity.Note, null, "あ", "い", "う");

            FindingText.MessageOf(notice).ShouldNotBe(notice.Code);
            FindingText.FixOf(notice).ShouldNotBe(notice.Code + ".fix");
        }
    }

    private static DocumentRefusedException Refused(string name, byte[] content) =>
        Should.Throw<DocumentRefusedException>(() => DocumentGuard.Admit(name, content));

    /// <summary>Writes a false unpacked size into the directory of a zip.</summary>
    private static void PatchSize(byte[] zip, string entry, int size)
    {
        var name = Encoding.UTF8.GetBytes(entry);
        for (var at = 0; at < zip.Length - 46 - name.Length; at++)
        {
            var isDirectory = zip.AsSpan(at).StartsWith("PK\u0001\u0002"u8);
            if (isDirectory && zip.AsSpan(at + 46).StartsWith(name))
                BitConverter.TryWriteBytes(zip.AsSpan(at + 24), size);
        }
    }
}
