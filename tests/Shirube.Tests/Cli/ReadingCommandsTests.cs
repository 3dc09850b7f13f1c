using System.Text.Json;
using Shirube.Tests.Support;

namespace Shirube.Tests.Cli;

public sealed class ReadingCommandsTests
{
    private const string Plan = """
        １ 地域再生計画の名称

        見本市の地域再生計画

        ２ 地域再生計画の作成主体の名称

        群馬県桐生市

        ３ 地域再生計画の区域

        群馬県桐生市の全域
        """;

    [Fact]
    public async Task Read_RealPlanAsJson_PrintsOneObjectAndNothingElse()
    {
        var result = await CommandLine.RunAsync(["read", Repository.Document("001"), "--json"]);

        using var reading = JsonDocument.Parse(result.Output);
        reading.RootElement.GetProperty("contract").GetInt32().ShouldBe(1);
        reading.RootElement.GetProperty("kind").GetString().ShouldBe("plan");
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_WithoutJson_PrintsTablesInJapaneseWithTheFindingsBelow()
    {
        var result = await CommandLine.RunAsync(["read", Repository.Document("002")]);

        result.Output.ShouldContain("効果検証シート");
        result.Output.ShouldContain("医療機関応援金");
        result.Output.ShouldContain("他の都道府県からの転");
        result.Output.ShouldContain("入超過数 人");
        result.Output.ShouldContain("SHEET102");
    }

    [Theory]
    [InlineData("nowhere.txt", null)]
    [InlineData("empty.pdf", "")]
    [InlineData("picture.png", "\u0089PNG\r\n")]
    public async Task Read_NotReadable_SaysWhyOnStandardErrorAndEndsWith2(string name, string? content)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        if (content is not null)
            await File.WriteAllTextAsync(path, content, System.Text.Encoding.Latin1);

        var result = await CommandLine.RunAsync(["read", path, "--json"]);

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain(name);
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Check_PlanWithMissingChapters_PrintsPlaceCodeAndWayOutAndEndsWith1()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "plan.txt");
        await File.WriteAllTextAsync(path, Plan);

        var result = await CommandLine.RunAsync(["check", path]);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("error PLAN101: 第5章");
        result.Output.ShouldContain("→");
    }

    [Fact]
    public async Task Check_AsSarif_NamesRulesAndRegions()
    {
        var result = await CommandLine.RunAsync(["check", Repository.Document("004"), "--format", "sarif"]);

        using var sarif = JsonDocument.Parse(result.Output);
        var run = sarif.RootElement.GetProperty("runs")[0];
        sarif.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        run.GetProperty("results")
            .EnumerateArray()
            .ShouldContain(finding => finding.GetProperty("ruleId").GetString() == "KPI105");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Check_AgainstAnotherTranscription_ListsTheWordsThatDiffer()
    {
        var result = await CommandLine.RunAsync([
            "check",
            Repository.Document("001"),
            "--against",
            Repository.Document("000"),
        ]);

        result.Output.ShouldContain("CMP002");
        result.Output.ShouldContain("エリア一体の");
    }

    [Fact]
    public async Task Check_InEnglish_SpeaksEnglish()
    {
        var result = await CommandLine.RunAsync(["check", Repository.Document("004")], null, ("SHIRUBE_LANG", "en"));

        result.Output.ShouldContain("has no name");
    }

    [Fact]
    public async Task Achievement_OneBadCase_AnswersTheOthersAndEndsWith1()
    {
        var result = await CommandLine.RunAsync(
            ["achievement", "--json"],
            """[{ "id": 1, "basis": "x" }, { "id": 2, "basis": "level", "direction": "higher", "targets": {}, "actuals": {}, "year": 2024 }]"""
        );

        result.ExitCode.ShouldBe(1);
        using var answers = JsonDocument.Parse(result.Output);
        answers.RootElement[0].TryGetProperty("error", out _).ShouldBeTrue();
        answers.RootElement[1].GetProperty("status").GetString().ShouldBe("noTarget");
    }
}
