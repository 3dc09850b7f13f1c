using System.IO.Compression;
using System.Text;
using Shirube.Faults;
using Shirube.Plans.HandIn;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>Files that are no form: refused in words, nothing is filled.</summary>
public class FormGuardTests
{
    private static readonly Shirube.Plans.Writing.PlanContent Plan = new AnyPlan(5).Make();

    [Theory]
    [InlineData("様式.docx")]
    [InlineData("様式.docm")]
    [InlineData("様式")]
    [InlineData("様式.pdf")]
    public void Into_AnExcelFileUnderAnotherEnding_IsRefused(string name) =>
        CodeOf(name, EmptyForms.GuardedExcel()).ShouldBe(name.EndsWith('m') ? "FORM012" : "FORM011");

    [Theory]
    [InlineData("様式.xlsx", "FORM011")]
    [InlineData("様式.docm", "FORM012")]
    [InlineData("様式.DOCX", null)]
    public void Into_AWordFileUnderAnyEnding_IsFilledUnderItsOwnOnly(string name, string? code) =>
        CodeOf(name, EmptyForms.PrintedWord()).ShouldBe(code);

    [Fact]
    public void Into_AFileWithMacros_IsRefused()
    {
        CodeOf("様式.docx", With(EmptyForms.PrintedWord(), "word/vbaProject.bin", "macro")).ShouldBe("FORM012");
        var said = Replaced(
            EmptyForms.PrintedWord(),
            "[Content_Types].xml",
            text =>
                text.Replace(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml",
                    StringComparison.Ordinal
                )
        );
        CodeOf("様式.docx", said).ShouldBe("FORM012");
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("WORD/document.xml")]
    [InlineData("word\\document.xml")]
    public void Into_AFileWithTwoPartsOfOneName_IsRefused(string name) =>
        CodeOf("様式.docx", With(EmptyForms.PrintedWord(), name, "<w:document/>")).ShouldBe("FORM013");

    [Fact]
    public void Into_AFileWhoseListOfTypesIsDamaged_IsRefused()
    {
        var cut = Replaced(EmptyForms.PrintedWord(), "[Content_Types].xml", text => text[..(text.Length / 2)]);

        Should
            .Throw<Shirube.Documents.DocumentRefusedException>(() => FillForm.Into(Plan, "様式.docx", cut))
            .Code.ShouldBe("FILE006");
    }

    [Fact]
    public void Into_AFileWhosePartIsNotWhatItsChecksumSays_IsRefused()
    {
        var file = With(EmptyForms.PrintedWord(), "word/plain.bin", "わたしは変わらない");
        // The directory repeats the checksum: the last one of that name is there.
        var at = file.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes("word/plain.bin")) - 46 + 16;
        file[at] ^= 0xFF;

        Should
            .Throw<Shirube.Documents.DocumentRefusedException>(() => FillForm.Into(Plan, "様式.docx", file))
            .Code.ShouldBe("FILE006");
    }

    [Fact]
    public void Into_AFileOfVeryManyParagraphs_IsRefused()
    {
        var many = Replaced(
            EmptyForms.PrintedWord(),
            "word/document.xml",
            text =>
                text.Replace(
                    "<w:sectPr",
                    string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>事業名称　　</w:t></w:r></w:p>", 150_000))
                        + "<w:sectPr",
                    StringComparison.Ordinal
                )
        );
        many.Length.ShouldBeLessThan(100_000);

        CodeOf("様式.docx", many).ShouldBe("FORM014");
    }

    [Fact]
    public void Into_ASheetWithVeryManyMergedCells_IsRefused()
    {
        var many = Replaced(
            EmptyForms.GuardedExcel(),
            "xl/worksheets/sheet1.xml",
            text =>
                text.Replace(
                    "<x:mergeCell ref=\"A2:B2\"",
                    string.Concat(Enumerable.Range(20, 6_000).Select(row => $"<x:mergeCell ref=\"A{row}:B{row}\" />"))
                        + "<x:mergeCell ref=\"A2:B2\"",
                    StringComparison.Ordinal
                )
        );

        CodeOf("様式.xlsx", many).ShouldBe("FORM014");
    }

    private static string? CodeOf(string name, byte[] file)
    {
        var filling = FillForm.Into(Plan, name, file);
        (filling.Content is null).ShouldBe(filling.Fault is not null);
        if (filling.Fault is { } fault)
        {
            filling.Places.ShouldBeEmpty();
            FaultText.Of(fault).ShouldContain(name);
        }
        return filling.Fault?.Code;
    }

    private static byte[] With(byte[] file, string name, string content) =>
        Changed(
            file,
            zip =>
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        );

    private static byte[] Replaced(byte[] file, string name, Func<string, string> change) =>
        Changed(
            file,
            zip =>
            {
                var entry = zip.GetEntry(name)!;
                string text;
                using (var reader = new StreamReader(entry.Open(), Encoding.UTF8))
                    text = reader.ReadToEnd();
                entry.Delete();
                var changed = change(text);
                changed.ShouldNotBe(text);
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(changed);
            }
        );

    private static byte[] Changed(byte[] file, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return stream.ToArray();
    }
}
