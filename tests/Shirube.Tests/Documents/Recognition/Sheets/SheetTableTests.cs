using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Tests.Support;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Sheets;

public sealed class SheetTableTests
{
    public static TheoryData<string, string> Layouts =>
        new(
            from form in new[] { "wide", "last", "plain" }
            from format in new[] { "md", "txt", "csv", "html", "xlsx" }
            select (form, format)
        );

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_SameContentsInOtherLayouts_GivesTheSameReading(string form, string format)
    {
        var expected = ExpectedReading.Of("002");
        var document = form switch
        {
            "wide" => SheetForms.Wide(expected),
            "last" => SheetForms.HeadingLast(expected),
            _ => SheetForms.Plain(expected),
        };
        if (format == "csv")
        {
            expected.Remove("title");
            expected.Remove("entities");
        }

        var reading = Recogniser.Read(DocumentReader.Read("sheet." + format, Write(document, format)));

        ExpectedReading.Differences(expected, reading).ShouldBeEmpty();
    }

    internal static byte[] Write(RenderedDocument document, string format) =>
        format switch
        {
            "md" => Encoding.UTF8.GetBytes(document.ToMarkdown()),
            "html" => Encoding.UTF8.GetBytes(document.ToHtml()),
            "csv" => Encoding.UTF8.GetBytes(document.ToCsv()),
            "docx" => document.ToDocx(),
            "xlsx" => document.ToXlsx(),
            "chromium.pdf" => document.ToPdf(PdfMaker.Chromium),
            "writer.pdf" => document.ToPdf(PdfMaker.Writer),
            "calc.pdf" => document.ToPdf(PdfMaker.Calc),
            _ => Encoding.UTF8.GetBytes(document.ToPlainText()),
        };
}
