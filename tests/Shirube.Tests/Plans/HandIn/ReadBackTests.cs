using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Writing;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;
using Format = Shirube.Documents.DocumentFormat;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>What Shirube wrote, Shirube reads again to the same plan, in every format.</summary>
public class ReadBackTests
{
    private static readonly int Plans = int.TryParse(Environment.GetEnvironmentVariable("SHIRUBE_PLANS"), out var n)
        ? n
        : 40;

    [Theory]
    [InlineData(Format.Word)]
    [InlineData(Format.Excel)]
    [InlineData(Format.Html)]
    [InlineData(Format.Markdown)]
    public async Task Write_AnyPlan_ReadsBackTheSame(Format format)
    {
        var differences = new List<string>();
        for (var seed = 0; seed < Plans; seed++)
            differences.AddRange(await DifferencesAsync(seed, format, ByLine));
        differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_AnyPlanAsPdf_ReadsBackTheSameWords()
    {
        var differences = new List<string>();
        for (var seed = 0; seed < Math.Max(3, Plans / 10); seed++)
            differences.AddRange(await DifferencesAsync(seed, Format.Pdf, Squeezed, hasHeadings: false));
        differences.ShouldBeEmpty();
    }

    private static async Task<List<string>> DifferencesAsync(
        int seed,
        Format format,
        Func<string, string> folded,
        bool hasHeadings = true
    )
    {
        var written = new AnyPlan(seed) { WithLinesLikeHeadings = hasHeadings }.Make();
        var file = await DocumentWriter.WriteAsync(PlanDocument.Of(written), format);
        var name = "計画" + DocumentWriter.EndingOf(format);
        var read = ReadPlan.Of(Recogniser.Read(DocumentReader.Read(name, file.Content!)), written.Form, []);
        return [.. ReadBackDifferences.Of(written, read, folded).Select(difference => $"plan {seed}, {difference}")];
    }

    private static string ByLine(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
