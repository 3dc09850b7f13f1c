using System.Text;
using System.Text.Json;
using Shirube.Indicators;

namespace Shirube.Tests.Indicators;

/// <summary>Cases that cannot be judged truly are refused one by one, never judged by what was left of them.</summary>
public sealed class AchievementRefusalTests
{
    private const string Sound =
        """{"id":"b","basis":"level","direction":"higher","targets":{"2024":1},"actuals":{"2024":{"value":1,"state":"final"}},"year":2024}""";

    [Theory]
    [InlineData(
        """{"id":"a","basis":"incrementOverBaseline","direction":"higher","baseline":100,"targets":{"2022":9,"2023":9},"actuals":{"2022":{"value":110,"state":"final","is":"level"},"2023":{"value":10,"state":"final","is":"asPrinted"}},"year":2023}"""
    )]
    [InlineData(
        """{"id":"a","basis":"level","direction":"higher","targets":{"2024":0.12345678901234567890123456789012345},"actuals":{},"year":2024}"""
    )]
    [InlineData(
        """{"id":"a","basis":"level","direction":"higher","targets":{"2024":1e-40},"actuals":{},"year":2024}"""
    )]
    [InlineData(
        """{"id":"a","basis":"level","direction":"higher","targets":{"2024":1e400},"actuals":{},"year":2024}"""
    )]
    [InlineData(
        """{"id":"a","basis":"level","direction":"higher","targets":{"2024":1,"2024":2},"actuals":{},"year":2024}"""
    )]
    [InlineData(
        """{"id":"a","basis":"level","basis":"cumulative","direction":"higher","targets":{},"actuals":{},"year":2024}"""
    )]
    [InlineData("""{"id":"a","basis":"\ud800","direction":"higher","targets":{},"actuals":{},"year":2024}""")]
    [InlineData("""{"id":"a","basis":"level","direction":"higher","targets":{"\ud800":1},"actuals":{},"year":2024}""")]
    public void Judge_CaseThatWouldBeMisjudged_IsRefusedAndTheOthersAnswered(string bad)
    {
        var answers = Judge($"[{bad},{Sound}]");

        answers[0].GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        answers[0].GetProperty("id").GetString().ShouldBe("a");
        answers[0].TryGetProperty("status", out _).ShouldBeFalse();
        answers[1].GetProperty("status").GetString().ShouldBe("achieved");
    }

    [Fact]
    public void Judge_IdThatIsNoText_IsAnsweredWithoutIt()
    {
        var answers = Judge($$"""[{"id":"\ud800","basis":"level"},{{Sound}}]""");

        answers[0].GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        answers[1].GetProperty("id").GetString().ShouldBe("b");
    }

    [Fact]
    public void Judge_InputWithAByteOrderMark_IsRead() =>
        Judge("\ufeff[" + Sound + "]")[0].GetProperty("status").GetString().ShouldBe("achieved");

    [Theory]
    [InlineData("100.00")]
    [InlineData("1.5e2")]
    [InlineData("-0.0")]
    [InlineData("1234567890123456789012345678")]
    public void Judge_FigureThatADecimalHolds_IsTaken(string figure) =>
        Judge(
            $$"""[{"id":"a","basis":"level","direction":"lower","targets":{ "2024":{{figure}} },"actuals":{ "2024":{ "value":{{figure}},"state":"final" } },"year":2024}]"""
        )[0]
            .GetProperty("status")
            .GetString()
            .ShouldBe("achieved");

    private static JsonElement[] Judge(string input)
    {
        var (json, _) = AchievementJson.Judge(Encoding.UTF8.GetBytes(input));
        using var answers = JsonDocument.Parse(json);
        return [.. answers.RootElement.EnumerateArray().Select(answer => answer.Clone())];
    }
}
