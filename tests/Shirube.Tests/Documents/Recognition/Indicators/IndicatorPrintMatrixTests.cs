using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>Plans as offices send them: Word, Excel, PDF by three makers, and text taken out of those PDFs.</summary>
public sealed class IndicatorPrintMatrixTests
{
    public static TheoryData<string> Layouts() => [.. IndicatorLayouts.All.Select(entry => entry.Name)];

    public static TheoryData<string, PdfMaker> Prints() =>
        new(from layout in IndicatorLayouts.All from maker in Enum.GetValues<PdfMaker>() select (layout.Name, maker));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Recognise_Word_HoldsEveryValue(string layout) =>
        ShouldHoldAll("plan.docx", layout, known => RenderedIndicators.Plan(layout, known).ToDocx());

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Recognise_Excel_HoldsEveryValue(string layout) =>
        ShouldHoldAll("plan.xlsx", layout, known => RenderedIndicators.Plan(layout, known).ToXlsx());

    [Theory]
    [MemberData(nameof(Prints))]
    public void Recognise_Pdf_HoldsEveryValue(string layout, PdfMaker maker) =>
        ShouldHoldAll(
            "plan.pdf",
            layout,
            known => RenderedIndicators.Pdf(maker, layout, known),
            RenderedIndicators.DrawnBy(maker, layout)
        );

    [Theory]
    [MemberData(nameof(Prints))]
    public void Recognise_TextOfPdf_GivesNoWrongValue(string layout, PdfMaker maker)
    {
        foreach (var known in RenderedIndicators.DrawnBy(maker, layout))
        foreach (var mode in (string?[])[null, "-raw", "-layout"])
        {
            var proposal = Recognise("plan.txt", RenderedIndicators.Text(maker, layout, known, mode));
            known.WrongValues(proposal).ShouldBeEmpty($"{mode} {known.Government}\n{DrawnTables.Show(proposal)}");
        }
    }

    /// <summary>Text keeps few of a print's columns; over all layouts it must not hold less than it did.</summary>
    [Theory]
    [InlineData(PdfMaker.Chromium, null, 0.14)]
    [InlineData(PdfMaker.Chromium, "-raw", 0.24)]
    [InlineData(PdfMaker.Chromium, "-layout", 0.2)]
    [InlineData(PdfMaker.Writer, null, 0.07)]
    [InlineData(PdfMaker.Writer, "-raw", 0.24)]
    [InlineData(PdfMaker.Writer, "-layout", 0.27)]
    public void Recognise_TextOfPdf_ReadsNoLessThanBefore(PdfMaker maker, string? mode, double floor)
    {
        var shares =
            from layout in IndicatorLayouts.All
            from known in RenderedIndicators.DrawnBy(maker, layout.Name)
            select known.Share(Recognise("plan.txt", RenderedIndicators.Text(maker, layout.Name, known, mode)));

        shares.Average().ShouldBeGreaterThanOrEqualTo(floor);
    }

    /// <summary>Writer sets a sliver of space that nobody typed, and only the typed one where both would stand.</summary>
    [Fact]
    public void Recognise_PdfByWriter_KeepsTypedSpacesAlone()
    {
        var table = RenderedTable.Of(
            ["KPI", "単位", "基準値", "2025年度"],
            ["地域へのUIJターン就職者数", "人", "1", "2"],
            ["Made in いせさき認証数", "件", "3", "4"]
        ) with
        {
            Widths = [80, 20, 30, 30],
        };

        var proposal = Recognise("plan.pdf", new RenderedDocument(table).ToPdf(PdfMaker.Writer));

        proposal
            .Indicators.Select(indicator => indicator.Name?.Value)
            .ShouldBe(["地域へのUIJターン就職者数", "Made in いせさき認証数"]);
    }

    private static void ShouldHoldAll(
        string file,
        string layout,
        Func<KnownIndicators, byte[]> write,
        IEnumerable<KnownIndicators>? governments = null
    )
    {
        foreach (var known in governments ?? KnownIndicators.All)
        {
            var proposal = Recognise(file, write(known));
            var because = $"{layout} {known.Government}\n{DrawnTables.Show(proposal)}";
            known.WrongValues(proposal).ShouldBeEmpty(because);
            known.Share(proposal).ShouldBe(1, because);
        }
    }

    private static IndicatorProposal Recognise(string file, byte[] content) =>
        PlanIndicators.Recognise(DocumentReader.Read(file, content));
}
