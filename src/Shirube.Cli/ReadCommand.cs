using System.CommandLine;
using Shirube.Documents;

namespace Shirube.Cli;

/// <summary><c>shirube read FILE [--json]</c>: what one document holds, without a database.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = CliTexts.ReadFile };
        var asJson = new Option<bool>("--json") { Description = CliTexts.ReadJson };
        var command = new Command("read", CliTexts.Read) { file, asJson };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(asJson), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool asJson, CancellationToken cancel)
    {
        if (await DocumentFile.ReadAsync(path, cancel) is not { } read)
            return ExitCode.NotReadable;
        if (asJson)
            Output.Write(ReadingJson.Write(read.Reading));
        else
            ReadingTables.Print(read.Document, read.Reading);
        return ExitCode.Of(read.Reading);
    }
}
