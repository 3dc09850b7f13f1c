using Shirube.Tests.Support;

namespace Shirube.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("read")]
    [InlineData("check")]
    [InlineData("import")]
    [InlineData("serve")]
    [InlineData("compare")]
    [InlineData("achievement")]
    [InlineData("government add")]
    [InlineData("department list")]
    [InlineData("person")]
    [InlineData("person invite")]
    [InlineData("person erase")]
    [InlineData("audit verify")]
    [InlineData("audit retention")]
    [InlineData("search")]
    [InlineData("search rebuild")]
    [InlineData("sample people")]
    public async Task Help_OfACommand_SaysExamplesAndExitCodesInTheLanguageOfTheReader(string command)
    {
        var japanese = await CommandLine.RunAsync([.. command.Split(' '), "--help"], null, ("SHIRUBE_LANG", "ja"));
        var english = await CommandLine.RunAsync([.. command.Split(' '), "--help"], null, ("SHIRUBE_LANG", "en"));

        japanese.ExitCode.ShouldBe(0);
        japanese.Output.ShouldContain("終了コード: 0");
        japanese.Output.ShouldContain($"shirube {command}");
        foreach (var left in (string[])["Description", "Options", "default:", "options]"])
            japanese.Output.ShouldNotContain(left);
        english.Output.ShouldContain("Exit codes: 0");
        english.Output.ShouldNotMatch(@"\p{IsHiragana}");
    }

    [Theory]
    [InlineData("achievment")]
    [InlineData("read")]
    [InlineData("serve", "--nothing")]
    public async Task Run_WhatIsNoCommand_SaysSoAndReturnsTwo(params string[] arguments)
    {
        var result = await CommandLine.RunAsync(arguments, null, ("SHIRUBE_LANG", "ja"));

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldNotBeNullOrWhiteSpace();
        result.Output.ShouldNotContain("Did you mean");
    }

    [Theory]
    [InlineData("PLAN に「x」は使えません", "export", "x", "--government", "100005")]
    [InlineData("PLAN に「99999999999」は使えません", "export", "99999999999", "--government", "100005")]
    [InlineData("PLAN", "export", "--government", "100005")]
    [InlineData("--government がありません", "export", "1")]
    [InlineData("--government の値が2個", "export", "1", "--government", "100005", "--government", "102032")]
    [InlineData("odt", "export", "1", "--government", "100005", "--format", "odt")]
    [InlineData("--old に「一」は使えません", "compare", "1", "--government", "100005", "--old", "一")]
    [InlineData("extra", "export", "1", "extra", "--government", "100005")]
    public async Task Run_WhatCannotBeRead_SaysWhyInJapaneseAndWhereTheHelpIs(string said, params string[] arguments)
    {
        var result = await CommandLine.RunAsync(arguments, null, ("SHIRUBE_LANG", "ja"));

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(said);
        result.Error.ShouldContain($"shirube {arguments[0]} --help");
        result.Output.ShouldBeEmpty();
        // What may stand there instead is listed behind tabs.
        foreach (var line in result.Error.Split('\n').Where(line => line.Length > 0 && line[0] != '\t'))
            line.ShouldMatch(@"[\p{IsHiragana}\p{IsKatakana}]");
        result.Error.ShouldNotContain("System.");
        result.Error.ShouldNotContain("Cannot");
        var english = await CommandLine.RunAsync(arguments, null, ("SHIRUBE_LANG", "en"));
        english.Error.ShouldNotMatch(@"\p{IsHiragana}");
        english.Error.ShouldNotContain("System.");
    }
}
