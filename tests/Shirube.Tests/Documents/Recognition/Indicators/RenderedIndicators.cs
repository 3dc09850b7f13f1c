using System.Collections.Concurrent;
using System.Text;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>The known KPIs in a layout, inside a plan, as the bytes of a format; outside programs run once for many.</summary>
internal static class RenderedIndicators
{
    /// <summary>Chromium starts once a file, so that it draws every layout for one government and the named ones for two.</summary>
    private static readonly Dictionary<PdfMaker, Lazy<Dictionary<(string, string), byte[]>>> Printed = new()
    {
        [PdfMaker.Chromium] = new(() => Print(PdfMaker.Chromium)),
        [PdfMaker.Writer] = new(() => Print(PdfMaker.Writer)),
        [PdfMaker.Calc] = new(() => Print(PdfMaker.Calc)),
    };

    private static readonly ConcurrentDictionary<(PdfMaker, string, string, string), string> Texts = new();

    public static RenderedDocument Plan(string layout, KnownIndicators known) =>
        new([
            new Heading(1, "地域再生計画"),
            new Heading(2, "４　地域再生計画の目標"),
            new Paragraph("本地域では、若い世代の転出が続いており、次の指標により取組の成果を測る。"),
            new Heading(3, "【数値目標】"),
            .. IndicatorLayouts.All.Single(entry => entry.Name == layout).Draw(known),
            new Heading(2, "５　地域再生を図るために行う事業"),
            new Paragraph("地域の企業と連携して事業を進める。"),
        ]);

    public static IEnumerable<KnownIndicators> DrawnBy(PdfMaker maker, string layout)
    {
        var all = KnownIndicators.All;
        if (maker != PdfMaker.Chromium)
            return all;
        var first = IndicatorLayouts.All.ToList().FindIndex(entry => entry.Name == layout);
        var count = IndicatorLayouts.Named.Contains(layout) ? 2 : 1;
        return Enumerable.Range(first, count).Select(i => all[i % all.Length]);
    }

    public static byte[] Pdf(PdfMaker maker, string layout, KnownIndicators known) =>
        Printed[maker].Value[(layout, known.Government)];

    /// <param name="mode">Of pdftotext: <c>-raw</c>, <c>-layout</c>, or null for reading order.</param>
    public static byte[] Text(PdfMaker maker, string layout, KnownIndicators known, string? mode) =>
        Encoding.UTF8.GetBytes(
            Texts.GetOrAdd(
                (maker, layout, known.Government, mode ?? ""),
                _ => PdfText.Of(Pdf(maker, layout, known), mode)
            )
        );

    private static Dictionary<(string, string), byte[]> Print(PdfMaker maker)
    {
        var wanted = IndicatorLayouts
            .All.SelectMany(layout => DrawnBy(maker, layout.Name).Select(known => (layout.Name, known)))
            .ToList();
        var files = PdfRendering.Write([.. wanted.Select(entry => Plan(entry.Name, entry.known))], maker);
        return wanted
            .Zip(files)
            .ToDictionary(pair => (pair.First.Name, pair.First.known.Government), pair => pair.Second);
    }
}
