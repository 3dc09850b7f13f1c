using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shirube.Calendar;
using Shirube.Indicators;

namespace Shirube.Tests.Indicators;

public sealed class AchievementTests
{
    private static JsonElement Judge(string cases, int refused = 0)
    {
        var (json, count) = AchievementJson.Judge(Encoding.UTF8.GetBytes(cases));
        count.ShouldBe(refused);
        return JsonDocument.Parse(json).RootElement.Clone();
    }

    private static JsonElement JudgeOne(string fields) => Judge($$"""[{ "id": "a", {{fields}} }]""")[0];

    private static void ShouldSay(
        JsonElement answer,
        string status,
        decimal? target,
        decimal? actual,
        decimal? rate,
        string? rateIs
    )
    {
        answer.GetProperty("status").GetString().ShouldBe(status);
        Number(answer, "target").ShouldBe(target);
        Number(answer, "actual").ShouldBe(actual);
        Number(answer, "rate").ShouldBe(rate);
        answer.GetProperty("rateIs").GetString().ShouldBe(rateIs);
        answer.GetProperty("why").GetString().ShouldNotBeNullOrEmpty();
    }

    private static decimal? Number(JsonElement answer, string name) =>
        answer.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    [Fact]
    public void Judge_NegativeTargetMissedFurther_IsMissedWithoutRate() =>
        ShouldSay(
            JudgeOne(
                """ "basis": "level", "direction": "higher", "baseline": null, "targets": { "2021": -338 }, "actuals": { "2021": { "value": -2208, "state": "final", "is": "level" } }, "year": 2021 """
            ),
            "missed",
            -338,
            -2208,
            null,
            null
        );

    [Fact]
    public void Judge_FlowWithTargetZero_IsAchievedWithoutRate() =>
        ShouldSay(
            JudgeOne(
                """ "basis": "annualFlow", "direction": "higher", "baseline": 0, "targets": { "2024": 0 }, "actuals": { "2024": { "value": 0, "state": "final", "is": "asPrinted" } }, "year": 2024 """
            ),
            "achieved",
            0,
            0,
            null,
            null
        );

    [Fact]
    public void Judge_LevelAgainstIncrements_IsComparedWithBaselinePlusSum() =>
        ShouldSay(
            JudgeOne(
                """ "basis": "incrementOverBaseline", "direction": "higher", "baseline": 228, "targets": { "2022": 9, "2023": 9 }, "actuals": { "2023": { "value": 240, "state": "final", "is": "level" } }, "year": 2023 """
            ),
            "missed",
            246,
            240,
            12m / 18m,
            "ofWay"
        );

    [Fact]
    public void Judge_IncrementsAsPrinted_AreAddedUp() =>
        ShouldSay(
            JudgeOne(
                """ "basis": "incrementOverBaseline", "direction": "higher", "baseline": 100, "targets": { "2022": 10, "2023": 10 }, "actuals": { "2022": { "value": 8, "state": "final" }, "2023": { "value": 14, "state": "provisional" } }, "year": 2023 """
            ),
            "achieved",
            120,
            122,
            1.1m,
            "ofWay"
        );

    [Theory]
    [InlineData(
        """ "baseline": null, "targets": { "2022": 9 }, "actuals": { "2022": { "value": 9, "state": "final" } }, "year": 2022 """,
        "undefined"
    )]
    [InlineData(
        """ "baseline": 1, "targets": { "2022": 9, "2024": 9 }, "actuals": { "2024": { "value": 9, "state": "final", "is": "level" } }, "year": 2024 """,
        "undefined"
    )]
    [InlineData(
        """ "baseline": 1, "targets": { "2022": 9, "2023": 9 }, "actuals": { "2023": { "value": 9, "state": "final" } }, "year": 2023 """,
        "undefined"
    )]
    [InlineData(
        """ "baseline": 1, "targets": { "2022": 9 }, "actuals": { "2022": { "value": null, "state": "pending", "is": "level" } }, "year": 2022 """,
        "pending"
    )]
    [InlineData(""" "baseline": null, "targets": { "2022": 9 }, "actuals": { }, "year": 2023 """, "noTarget")]
    public void Judge_IncrementsWithAGap_SaysWhichRuleComesFirst(string fields, string status) =>
        JudgeOne(""" "basis": "incrementOverBaseline", "direction": "higher", """ + fields)
            .GetProperty("status")
            .GetString()
            .ShouldBe(status);

    [Theory]
    [InlineData(10, "achieved")]
    [InlineData(20, "achieved")]
    [InlineData(21, "missed")]
    public void Judge_Range_IncludesItsBounds(int actual, string status) =>
        JudgeOne(
                $$""" "basis": "level", "direction": "range", "baseline": null, "targets": {}, "range": { "2022": [10, 20] }, "actuals": { "2022": { "value": {{actual}}, "state": "final", "is": "level" } }, "year": 2022 """
            )
            .GetProperty("status")
            .GetString()
            .ShouldBe(status);

    [Theory]
    [InlineData(""" "basis": "sideways", "direction": "higher", "targets": {}, "actuals": {}, "year": 2022 """)]
    [InlineData(""" "basis": "level", "direction": "higher", "targets": {}, "actuals": {}, "year": "2022" """)]
    [InlineData(
        """ "basis": "level", "direction": "range", "range": { "2022": [20, 10] }, "targets": {}, "actuals": {}, "year": 2022 """
    )]
    [InlineData(""" "basis": "level", "direction": "higher", "targets": { "R4": 1 }, "actuals": {}, "year": 2022 """)]
    [InlineData(
        """ "basis": "level", "direction": "higher", "targets": { "2022": "1" }, "actuals": {}, "year": 2022 """
    )]
    [InlineData(
        """ "basis": "level", "direction": "higher", "targets": { "2022": 1e40 }, "actuals": {}, "year": 2022 """
    )]
    public void Judge_BadCaseAmongGoodOnes_IsAnsweredWithItsErrorOnly(string bad)
    {
        var good =
            """ "basis": "level", "direction": "higher", "targets": { "2022": 1 }, "actuals": {}, "year": 2022 """;
        var answers = Judge($$"""[{ "id": "x", {{bad}} }, { "id": "y", {{good}} }]""", refused: 1);
        answers[0].GetProperty("id").GetString().ShouldBe("x");
        answers[0].GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        answers[1].GetProperty("status").GetString().ShouldBe("notEntered");
    }

    [Fact]
    public void Judge_AnyLevels_AchievedExactlyWhenOnTheRightSide() =>
        Prop.ForAll<int, int, bool>(
                (target, actual, higher) =>
                {
                    var year = new FiscalYear(2024);
                    var answer = new AchievementCase
                    {
                        Basis = TargetBasis.Level,
                        Direction = higher ? Direction.Higher : Direction.Lower,
                        Targets = new Dictionary<FiscalYear, decimal> { [year] = target },
                        Actuals = new Dictionary<FiscalYear, YearActual>
                        {
                            [year] = new(actual, FigureState.Final, true),
                        },
                        Year = year,
                    }.Judge();
                    return (answer.Status == AchievementStatus.Achieved)
                            == (higher ? actual >= target : actual <= target)
                        && (answer.Rate is null || (higher && target > 0 && actual >= 0));
                }
            )
            .QuickCheckThrowOnFailure();
}
