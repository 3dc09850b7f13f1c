using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;
using Shirube.Tests.Support;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>The KPIs of four governments in every layout and format: what is read is true, or it is left open.</summary>
public sealed class IndicatorMatrixTests
{
    private static readonly (string FileName, Func<RenderedDocument, byte[]> Write)[] Formats =
    [
        ("plan.html", document => Encoding.UTF8.GetBytes(document.ToHtml())),
        ("plan.md", document => Encoding.UTF8.GetBytes(document.ToMarkdown())),
        ("plan.txt", document => Encoding.UTF8.GetBytes(document.ToPlainText())),
        ("plan.csv", document => Encoding.UTF8.GetBytes(document.ToCsv())),
    ];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var (layout, _) in IndicatorLayouts.All)
        foreach (var (file, _) in Formats)
        {
            cases.Add(layout, file);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Recognise_KnownIndicators_AreTrueOrOpen(string layout, string file)
    {
        var draw = IndicatorLayouts.All.Single(entry => entry.Name == layout).Draw;
        var write = Formats.Single(entry => entry.FileName == file).Write;
        foreach (var known in KnownIndicators.All)
        {
            var document = DocumentReader.Read(file, write(new RenderedDocument(draw(known))));
            var proposal = IndicatorTables.Recognise(document);
            var because = $"{known.Government}\n{DrawnTables.Show(proposal)}";
            known.WrongValues(proposal).ShouldBeEmpty(because);
            // Merged cells and the lines above a table are lost on the way into these two.
            if (file is not ("plan.csv" or "plan.txt"))
                known.Share(proposal).ShouldBeGreaterThan(0.95, because);
        }
    }

    /// <summary>What these formats lose varies by layout; all together they must not read less than they did.</summary>
    [Theory]
    [InlineData("plan.txt", 0.99)]
    [InlineData("plan.csv", 0.97)]
    public void Recognise_FormatsWithoutMergedCells_ReadNoLessThanBefore(string file, double floor)
    {
        var write = Formats.Single(entry => entry.FileName == file).Write;
        var shares =
            from layout in IndicatorLayouts.All
            from known in KnownIndicators.All
            let document = DocumentReader.Read(file, write(new RenderedDocument(layout.Draw(known))))
            select known.Share(IndicatorTables.Recognise(document));

        shares.Average().ShouldBeGreaterThanOrEqualTo(floor);
    }

    [Theory]
    [InlineData("001")]
    [InlineData("004")]
    public void Recognise_RealDocument_HoldsItsIndicators(string number)
    {
        var path = Repository.Document(number);
        var document = DocumentReader.Read(Path.GetFileName(path), File.ReadAllBytes(path));
        var expected = KnownIndicators.All[number == "001" ? 0 : 1];

        var proposal = IndicatorTables.Recognise(document);

        if (number == "004")
            proposal.Indicators.Take(3).ShouldAllBe(indicator => indicator.Name == null && indicator.Unit == null);
        expected =
            number == "001"
                ? expected
                : expected with
                {
                    Items =
                    [
                        .. expected.Items.Select(item => item.No == 4 ? item : item with { Name = "", Unit = "" }),
                    ],
                };
        expected.ShouldNotBeMisread(proposal, DrawnTables.Show(proposal));
        proposal.Indicators.ShouldAllBe(indicator => indicator.Total != null && indicator.Targets.Count == 6);
    }
}
