using AngleSharp.Html.Parser;
using Shirube.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Web;

/// <summary>The page of the plan that ships as a sample, as a person reads it.</summary>
public sealed class PlanPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "ja",
        "毎年度 9月",
        "令和7年4月1日から令和10年3月31日まで",
        "地域再生計画の認定の日から令和10年3月31日まで"
    )]
    [InlineData("en", "every fiscal year in September", "1 April 2025 to 31 March 2028", "to 31 March 2028")]
    public async Task Get_SamplePlan_SaysMonthAndPeriodsAsPeopleDo(string language, params string[] texts)
    {
        var name = "gunma-digital-learning-plan.md";
        var content = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", name), Cancel);
        await using var db = site.NewContext();
        var plan = await new ImportDocument(db, TimeProvider.System).ExecuteAsync(new(name, content), Cancel);
        using var client = site.NewClient();
        await client.GetAsync($"/language/{language}", Cancel);

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(plan.Address, Cancel));

        var shown = string.Join(
            ' ',
            page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        foreach (var text in texts)
            shown.ShouldContain(text);
    }
}
