using System.CommandLine;
using System.CommandLine.Invocation;
using Shirube.Cli;

CommandLineCulture.Apply();

// Not a RootCommand, which would call itself after the assembly instead of the launcher.
var shirube = new Command("shirube", CliTexts.Shirube)
{
    Help.Option(),
    new VersionOption(),
    ReadCommand.Create(),
    CheckCommand.Create(),
    ImportCommand.Create(),
    CompareCommand.Create(),
    ExportCommand.Create(),
    ServeCommand.Create(),
    AchievementCommand.Create(),
    GovernmentCommand.Create(),
    DepartmentCommand.Create(),
    PersonCommand.Create(),
    AuditCommand.Create(),
    SearchCommand.Create(),
    SampleCommand.Create(),
};
var parsed = shirube.Parse(args.Length > 0 ? args : ["--help"]);

// The library's guesses at what was meant are English in every language.
var misread = parsed.Action as ParseErrorAction;
if (misread is not null)
{
    misread.ShowTypoCorrections = false;
    foreach (var line in Misreading.Of(parsed))
        await Console.Error.WriteLineAsync(line);
}
try
{
    var code = await parsed.InvokeAsync(
        new InvocationConfiguration
        {
            // Ctrl-C is the host's: it ends requests and the database in their order, however long that takes.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
            // What is wrong, and where the help is, was said above in our own words.
            Error = misread is null ? Console.Error : TextWriter.Null,
            Output = misread is null ? Console.Out : TextWriter.Null,
        }
    );
    return misread is null ? code : ExitCode.NotReadable;
}
#pragma warning disable CA1031 // Whatever failed, a person gets a sentence and not a stack trace.
catch (Exception failure)
#pragma warning restore CA1031
{
    await Console.Error.WriteLineAsync(CliTexts.Failed(failure.Message));
    return ExitCode.Failed;
}
