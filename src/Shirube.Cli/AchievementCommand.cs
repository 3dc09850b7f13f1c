using System.CommandLine;
using System.Text.Json;

namespace Shirube.Cli;

/// <summary><c>shirube achievement --json &lt; cases.json</c>: judges figures by the rules that the pages use.</summary>
internal static class AchievementCommand
{
    public static Command Create()
    {
        var asJson = new Option<bool>("--json") { Description = CliTexts.AchievementJson };
        var command = new Command("achievement", CliTexts.Achievement) { asJson };
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        using var input = Console.OpenStandardInput();
        using var cases = new MemoryStream();
        input.CopyTo(cases);
        try
        {
            var (json, refused) = Indicators.AchievementJson.Judge(cases.ToArray());
            Output.Write(json);
            return refused == 0 ? ExitCode.Done : ExitCode.Refused;
        }
        catch (JsonException notJson)
        {
            Console.Error.WriteLine(
                notJson is { LineNumber: { } line, BytePositionInLine: { } position }
                    ? CliTexts.AchievementNotJson(line + 1, position + 1)
                    : notJson.Message
            );
            return ExitCode.Refused;
        }
    }
}
