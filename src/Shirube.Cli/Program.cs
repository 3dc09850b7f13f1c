using System.CommandLine;
using System.CommandLine.Help;
using Shirube.Cli;

CommandLineCulture.Apply();

// Not a RootCommand, which would call itself after the assembly instead of the launcher.
return await new Command("shirube", CliTexts.Shirube)
{
    new HelpOption { Description = CliTexts.Help },
    new VersionOption(),
    ReadCommand.Create(),
    CheckCommand.Create(),
    ImportCommand.Create(),
    ServeCommand.Create(),
    AchievementCommand.Create(),
}
    .Parse(args)
    // Ctrl-C is the host's: it ends requests and the database in their order, however long that takes.
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
