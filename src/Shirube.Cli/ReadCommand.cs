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
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(asJson)));
        return command;
    }

    private static int Run(string path, bool asJson)
    {
        if (DocumentFile.Read(path) is not { } read)
            return ExitCode.NotReadable;
        if (asJson)
            Output.Write(ReadingJson.Write(read.Reading));
        else
            ReadingTables.Print(read.Document, read.Reading);
        return ExitCode.Of(read.Reading);
    }
}
