using System.Globalization;
using System.Text;
using Shirube.Documents.Writing;
using Shirube.Governments;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;

namespace Shirube.Benchmarks;

/// <summary>Filling the ministry's Word form with a plan, against copying the empty file from disk to disk.</summary>
internal static class FillBenchmark
{
    private const int Pictures = 300 * 1024;

    public static int Run()
    {
        var plan = Plan();
        var form = Form();
        var folder = Directory.CreateTempSubdirectory("shirube-fill-");
        try
        {
            var (empty, copy, filled) = (PathOf("empty.docx"), PathOf("copy.docx"), PathOf("filled.docx"));
            File.WriteAllBytes(empty, form);
            var filling = FillForm.Into(plan, "empty.docx", form);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"fill: a Word form of {form.Length / 1024:N0} KB, {filling.Places.Count} places filled, {filling.Missing.Count} not in the form"
                )
            );
            var (ours, limit, ratio) = Pairs.Measure(
                () => File.WriteAllBytes(filled, FillForm.Into(plan, "empty.docx", File.ReadAllBytes(empty)).Content!),
                () => File.Copy(empty, copy, overwrite: true),
                pairs: 200,
                warmUp: 30
            );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"fill: {ours:0.00} ms, copying the file {limit:0.00} ms, ratio {ratio:0.0}"
                )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;

        string PathOf(string name) => Path.Combine(folder.FullName, name);
    }

    /// <summary>The form of a plan with all its headings, circles to be replaced, and a head that stays as it is.</summary>
    private static byte[] Form()
    {
        var blocks = PlanDocument
            .Of(Plan())
            .Blocks.Select(block =>
                block switch
                {
                    WrittenParagraph => new WrittenParagraph("○○○"),
                    WrittenTable table => table with
                    {
                        Rows = [.. table.Rows.Select((row, i) => i == 0 && table.HeadRows > 0 ? row : Blank(row))],
                    },
                    _ => block,
                }
            );
        // What a form weighs: pictures of maps and seals.
        var noise = new StringBuilder();
        var random = new Random(1);
        for (var i = 0; i < Pictures / 2; i++)
            noise.Append((char)random.Next(0x4E00, 0x9FA0));
        return WordWriter.Write(new WrittenDocument("様式", [.. blocks]) { RunningHead = noise.ToString() });
    }

    private static WrittenRow Blank(WrittenRow row) =>
        new([
            .. row.Cells.Select(cell =>
                cell.IsHead || cell.Text.StartsWith('【') ? cell : cell with { Paragraphs = [new WrittenParagraph("")] }
            ),
        ]);

    private static PlanContent Plan()
    {
        var passages = PlanContent.NoPassages.ToBuilder();
        foreach (
            var section in PlanOutline
                .Of(PlanForm.A3007)
                .Where(section => section.Kind is SectionKind.Text or SectionKind.Line)
        )
            passages[section.Key] = string.Join(
                '\n',
                Enumerable.Repeat(
                    section.Kind == SectionKind.Line ? "港町の計画" : "産業の担い手が不足している。",
                    section.Kind == SectionKind.Line ? 1 : 20
                )
            );
        passages[PlanOutline.Cost] = "86,050千円";
        passages[PlanOutline.ProjectPeriod + "-start"] = "2026年4月1日";
        passages[PlanOutline.ProjectPeriod + "-end"] = "2031年3月31日";
        passages[PlanOutline.PlanPeriod + "-end"] = "2031年3月31日";
        return new PlanContent
        {
            Form = PlanForm.A3007,
            Authors = [new PlanAuthor(1, "群馬県伊勢崎市", GovernmentCode.Parse("102041"))],
            Passages = passages.ToImmutable(),
            Indicators =
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(number => new PlanIndicator
                    {
                        Number = number,
                        Name = "参加者数",
                        Unit = "人",
                        Baseline = PlanFigure.Of("100"),
                        Targets =
                        [
                            .. Enumerable.Range(2026, 5).Select(year => new PlanTarget(new(year), PlanFigure.Of("10"))),
                        ],
                    }),
            ],
        };
    }
}
