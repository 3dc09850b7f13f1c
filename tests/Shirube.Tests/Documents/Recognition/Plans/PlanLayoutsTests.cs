using System.Globalization;
using System.Text;
using Shirube.Documents;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>One plan in the formats and layouts that governments send.</summary>
public sealed class PlanLayoutsTests
{
    public static TheoryData<string, string> Layouts()
    {
        var data = new TheoryData<string, string>();
        foreach (var layout in new[] { "form", "pages", "dates in cells", "verification table" })
        {
            foreach (var format in new[] { "xlsx", "html", "md", "txt" })
                data.Add(layout, format);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_Plan_HoldsTheSameValuesInEveryLayout(string layout, string format)
    {
        var sample = new PlanSample();
        var document = layout switch
        {
            "form" => sample.AsForm(),
            "pages" => sample.AsPages(),
            "dates in cells" => DatesInCells(sample),
            _ => VerificationTable(sample),
        };

        var reading = PlanSample.Read("plan." + format, Write(document, format));

        reading.Kind.ShouldBe(ReadingKind.Plan);
        reading.Title!.Value.ShouldBe(sample.Title);
        reading.Entities.Select(name => name.Value).ShouldBe(["長野県", "長野県松本市"]);
        reading.Area!.Value.ShouldBe(sample.Area);
        reading.SupportMeasure!.Value.ShouldBe("A3007");
        reading.ProjectName!.Value.ShouldBe(sample.ProjectName);
        Iso(reading.ProjectStart).ShouldBe("2023-04-01");
        Iso(reading.ProjectEnd).ShouldBe("2028-03-31");
        reading.PlanStart!.Value.Date.ShouldBeNull();
        Iso(reading.PlanEnd).ShouldBe("2028-03-31");
        reading.TotalCostYen!.Value.ShouldBe(54_321_000m);
        reading.Verification.Select(row => row.Month?.Value).ShouldAllBe(month => month == 7);
        reading.Verification.Count.ShouldBe(layout == "verification table" ? 2 : 1);
        if (layout == "verification table")
        {
            reading.Verification.Select(row => row.Entity!.Value).ShouldBe(["長野県", "長野県松本市"]);
            reading
                .Verification.Select(row => row.Publication!.Value)
                .ShouldBe(["県ＨＰへ掲載", "市ホームページで公表"]);
        }
    }

    private static byte[] Write(RenderedDocument document, string format) =>
        format switch
        {
            "docx" => document.ToDocx(),
            "xlsx" => document.ToXlsx(),
            "html" => Encoding.UTF8.GetBytes(document.ToHtml()),
            "md" => Encoding.UTF8.GetBytes(document.ToMarkdown()),
            "txt" => Encoding.UTF8.GetBytes(document.ToPlainText()),
            _ => document.ToPdf(PdfMaker.Writer),
        };

    /// <summary>As the ministry's Excel form has it: every part of a date in a cell of its own.</summary>
    private static RenderedDocument DatesInCells(PlanSample sample)
    {
        var project = RenderedTable.Of([
            "2023",
            "年",
            "4",
            "月",
            "1",
            "日",
            "から",
            "2028",
            "年",
            "3",
            "月",
            "31",
            "日",
            "まで",
        ]);
        var plan = RenderedTable.Of(["地域再生計画の認定の日から", "2028", "年", "3", "月", "31", "日", "まで"]);
        return new RenderedDocument([
            .. sample.Parts.SelectMany(part =>
                part.Heading[0] switch
                {
                    '⑧' => new Block[] { new Paragraph(part.Heading), project },
                    '６' => [new Paragraph(part.Heading), plan],
                    _ => [new Paragraph(part.Heading), .. Lines(part.Value)],
                }
            ),
        ]);
    }

    private static RenderedDocument VerificationTable(PlanSample sample)
    {
        var table = RenderedTable.Of(
            [
                new RenderedCell("【地方公共団体名】", RowSpan: 2),
                new RenderedCell("【外部組織による検証】", ColumnSpan: 4),
            ],
            ["【検証時期】", "【検証方法】", "【外部組織の参画者】", "【検証結果の公表の方法】"],
            ["長野県", "毎年度 ７月", "有識者会議により検証する。", "商工会２名、信用金庫１名", "県ＨＰへ掲載"],
            [
                "長野県松本市",
                "毎年度 ７月",
                "市民会議により検証する。",
                "【産】産業界3名、\n【学】大学1名",
                "市ホームページで公表",
            ]
        ) with
        {
            HeaderRows = 2,
        };
        return new RenderedDocument([
            .. sample.Parts.SelectMany(part =>
                part.Heading[0] == '⑥'
                    ? [new Paragraph(part.Heading), table]
                    : new Block[] { new Paragraph(part.Heading) }.Concat(Lines(part.Value))
            ),
        ]);
    }

    private static IEnumerable<Block> Lines(string value) =>
        value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Paragraph(line));

    private static string? Iso(Read<DateOnly>? day) => day?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
