using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Recognition;

public sealed class PolicyRecogniserTests
{
    [Fact]
    public void Read_SlidesWithGluedColumns_EveryExpectedValueIsRight()
    {
        var reading = ExpectedReading.Read("003.txt", ExpectedReading.TextOf("003"));

        ExpectedReading.Differences(ExpectedReading.Of("003"), reading).ShouldBeEmpty();
        reading.Findings.ShouldNotContain(finding => string.CompareOrdinal(finding.Code, "POLICY1") < 0);
    }
}
