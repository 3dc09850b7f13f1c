namespace Shirube.Tests.Support.Rendering;

public sealed class RenderedDocumentTests
{
    internal static readonly RenderedDocument Sample = new(
        new Heading(1, "地域再生計画"),
        new Paragraph("令和6年度の目標は次のとおり。"),
        new RenderedTable([
            [new("指標", RowSpan: 2), new("目標値", ColumnSpan: 2), new("時期", RowSpan: 2)],
            ["2024年度\n増加分", "2025年度\n増加分"],
            ["利用者数（人）", "1,800", "0.50", new("毎年度", Vertical: true)],
        ])
        {
            HeaderRows = 2,
            Widths = [50, 40, 40, 12],
        },
        new PageBreak(),
        new Paragraph("第二頁")
    )
    {
        RunningHead = "資料5-2",
        PageNumbers = true,
    };

    [Fact]
    public void Cells_WithSpans_StandWhereTheyBegin() =>
        Sample
            .Tables.Single()
            .Cells.Select(cell => (cell.Row, cell.Column, cell.Text))
            .ShouldBe([
                (0, 0, "指標"),
                (0, 1, "目標値"),
                (0, 3, "時期"),
                (1, 1, "2024年度\n増加分"),
                (1, 2, "2025年度\n増加分"),
                (2, 0, "利用者数（人）"),
                (2, 1, "1,800"),
                (2, 2, "0.50"),
                (2, 3, "毎年度"),
            ]);

    [Theory]
    [InlineData(PdfMaker.Chromium)]
    [InlineData(PdfMaker.Writer)]
    [InlineData(PdfMaker.Calc)]
    public void ToPdf_ByEveryMaker_HoldsTheTexts(PdfMaker maker)
    {
        var text = PdfText.Of(Sample.ToPdf(maker), "-layout");

        text.ShouldContain("地域再生計画");
        text.ShouldContain("1,800");
        text.ShouldContain("0.50");
        text.ShouldContain('\f' + (maker == PdfMaker.Calc ? "第二頁" : ""));
    }

    [Fact]
    public void ToPlainText_OfTable_PartsCellsByTabs() =>
        Sample.ToPlainText().ShouldContain("利用者数（人）\t1,800\t0.50\t毎年度\n");

    [Fact]
    public void ToMarkdown_OfTable_WritesPipes() =>
        Sample.ToMarkdown().ShouldContain("| 利用者数（人） | 1,800 | 0.50 | 毎年度 |\n");

    [Fact]
    public void ToCsv_OfCellWithLineBreak_QuotesIt() => Sample.ToCsv().ShouldContain(",\"2024年度\n増加分\",");
}
