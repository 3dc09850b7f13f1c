using Shirube.Documents;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>Real plans against what a person read in them: everything but the KPIs.</summary>
public sealed class PlanFieldsTests
{
    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("004")]
    public void Read_RealPlan_HoldsEveryExpectedField(string number)
    {
        var expected = ExpectedReading.Of(number);
        expected.Remove("indicators");
        var differences = ExpectedReading.Differences(expected, Read(number));
        // Document 001 has lost the column of publication: nothing in it says where the result appears.
        differences
            .Where(difference => number != "001" || !difference.EndsWith("read null", StringComparison.Ordinal))
            .ShouldBeEmpty();
        differences.Count.ShouldBe(number == "001" ? 2 : 0);
    }

    [Fact]
    public void Read_RealPlan_KnowsItsChapters()
    {
        var chapters = Read("004").Chapters;
        string[] expected =
        [
            "1",
            "2",
            "3",
            "4",
            "4-1",
            "4-2",
            "5",
            "5-1",
            "5-2",
            "5-2①",
            "5-2⑨",
            "5-3",
            "5-3-1",
            "5-3-2",
            "6",
            "7",
            "7-1",
            "7-2",
            "7-3",
        ];
        expected.ShouldBeSubsetOf(chapters.Select(chapter => chapter.Number ?? ""));
        chapters.Single(chapter => chapter.Number == "3").Text.Value.ShouldBe("群馬県伊勢崎市の全域");
        chapters.ShouldContain(chapter => chapter.Number == null && chapter.Title.Value == "【官民協働】");
    }

    private static Reading Read(string number) => ExpectedReading.Read(number + ".txt", ExpectedReading.TextOf(number));
}
