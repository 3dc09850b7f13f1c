using System.CommandLine;
using Shirube.Documents;
using Shirube.Documents.Comparison;

namespace Shirube.Cli;

/// <summary><c>shirube check FILE [--format text|json|sarif] [--against OTHER]</c>: the findings alone, like a compiler.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = CliTexts.ReadFile };
        var format = new Option<string>("--format")
        {
            Description = CliTexts.CheckFormat,
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var against = new Option<string?>("--against") { Description = CliTexts.CheckAgainst };
        var command = new Command("check", CliTexts.Check) { file, format, against };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(parsed.GetValue(file)!, parsed.GetValue(format)!, parsed.GetValue(against), cancel)
        );
        return command;
    }

    private static async Task<int> RunAsync(string path, string format, string? otherPath, CancellationToken cancel)
    {
        if (await DocumentFile.ReadAsync(path, cancel) is not { } read)
            return ExitCode.NotReadable;
        var findings = read.Reading.Findings;
        if (otherPath is not null)
        {
            if (await DocumentFile.ReadAsync(otherPath, cancel) is not { } other)
                return ExitCode.NotReadable;
            findings = ReadingComparison.Compare(read.Document, read.Reading, other.Document, other.Reading);
        }
        switch (format)
        {
            case "json":
                Output.Write(FindingsOutput.Json(path, findings));
                break;
            case "sarif":
                Output.Write(FindingsOutput.Sarif(path, findings));
                break;
            default:
                FindingsOutput.WriteText(Console.Out, path, findings);
                break;
        }
        return findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.ReadWithErrors : ExitCode.Read;
    }
}
