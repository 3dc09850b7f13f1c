using Shirube.Documents;
using Shirube.Indicators;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Recognition;

public sealed class SheetRecogniserTests
{
    [Fact]
    public void Read_FlattenedSheet_EveryExpectedValueIsRight()
    {
        var reading = ExpectedReading.Read("002.txt", ExpectedReading.TextOf("002"));

        ExpectedReading.Differences(ExpectedReading.Of("002"), reading).ShouldBeEmpty();
        reading.Rows.Select(row => row.Indicators[0].State).Count(state => state == FigureState.Pending).ShouldBe(6);
        reading.Findings.ShouldNotContain(finding => string.CompareOrdinal(finding.Code, "SHEET1") < 0);
        ReadingJson.EvidenceOf(reading).Keys.ShouldContain("/rows/6/review");
    }
}
