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
}
