using System.CommandLine;
using System.CommandLine.Help;
using Shirube.Cli;

CommandLineCulture.Apply();

// Not a RootCommand, which would call itself after the assembly instead of the launcher.
var shirube = new Command("shirube", CliTexts.Shirube)
{
    new HelpOption { Description = CliTexts.Help },
    new VersionOption(),
    ReadCommand.Create(),
    CheckCommand.Create(),
    ImportCommand.Create(),
    ServeCommand.Create(),
    AchievementCommand.Create(),
};
try
{
    return await shirube
        .Parse(args)
        .InvokeAsync(
            new InvocationConfiguration
            {
                // Ctrl-C is the host's: it ends requests and the database in their order, however long that takes.
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
            }
        );
}
#pragma warning disable CA1031 // Whatever failed, a person gets a sentence and not a stack trace.
catch (Exception failure)
#pragma warning restore CA1031
{
    await Console.Error.WriteLineAsync(CliTexts.Failed(failure.Message));
    return ExitCode.Failed;
}
