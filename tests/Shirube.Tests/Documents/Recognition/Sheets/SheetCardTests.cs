using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Tests.Support;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Sheets;

public sealed class SheetCardTests
{
    public static TheoryData<string, string> Layouts =>
        new(
            from form in new[] { "plain", "mixed" }
            from format in new[] { "md", "csv", "html", "docx", "xlsx", "chromium.pdf" }
            where form == "plain" || format is not ("md" or "csv")
            select (form, format)
        );

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_OneFormAProject_GivesTheSameReadingAsTheWideSheet(string form, string format)
    {
        var expected = ExpectedReading.Of("002");
        var document = form == "plain" ? SheetCardForms.Plain(expected) : SheetCardForms.Mixed(expected);
        if (format == "csv")
        {
            expected.Remove("title");
            expected.Remove("entities");
        }

        var name = "sheet." + format[(format.LastIndexOf('.') + 1)..];
        var reading = Recogniser.Read(DocumentReader.Read(name, SheetTableTests.Write(document, format)));

        if (format == "chromium.pdf")
            ExpectedReading.WrongValues(expected, reading).ShouldBeEmpty();
        else
            ExpectedReading.Differences(expected, reading).ShouldBeEmpty();
        reading.Rows.Count.ShouldBe(7);
    }

    [Fact]
    public void Read_LabelsInRunningText_GivesTheSameReading()
    {
        var expected = ExpectedReading.Of("002");

        var reading = ExpectedReading.Read("sheet.txt", SheetCardForms.Text(expected));

        ExpectedReading.Differences(expected, reading).ShouldBeEmpty();
    }

    [Fact]
    public void Read_LabelsThatAColumnBroke_TakesNoValueWithAPieceOfLabel()
    {
        var text = """
            効果検証シート
            事業名 灯台の公開
            担当課 観光課
            基本目
            標 基本目標１：にぎわい
            事業費（千円） 1,200
            事業内
            容 灯台を公開した。
            今後の方針 ②継続
            """;

        var reading = ExpectedReading.Read("sheet.txt", text);
        var row = reading.Rows.Single();

        (row.Project?.Value, row.NextStep?.Value).ShouldBe(("灯台の公開", "②継続"));
        (row.Department, row.CostYen, row.Content).ShouldBe((null, null, null));
        reading.Findings.Count(finding => finding.Code == "SHEET006").ShouldBe(2);
    }

    [Fact]
    public void Read_LabelOverSeveralRows_IsNoValueOfItsFirstRow()
    {
        var table = new RenderedTable([
            ["事業名", new("灯台の公開", ColumnSpan: 2)],
            ["担当課", new("観光課", ColumnSpan: 2)],
            [new("自己評価", RowSpan: 2), "妥当性", "A"],
            ["効率性", "C"],
            ["今後の方針", new("継続", ColumnSpan: 2)],
        ]);

        var html = new RenderedDocument(new Paragraph("効果検証"), table).ToHtml();
        var reading = ExpectedReading.Read("sheet.html", html);

        reading.Rows.Single().SelfEvaluation.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Code == "SHEET013");
    }
}
