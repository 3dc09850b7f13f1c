using System.CommandLine;
using Shirube.Cli;

CommandLineCulture.Apply();
return await new RootCommand
{
    ReadCommand.Create(),
    CheckCommand.Create(),
    ImportCommand.Create(),
    ServeCommand.Create(),
    AchievementCommand.Create(),
}
    .Parse(args)
    // Ctrl-C is the host's: it ends requests and the database in their order, however long that takes.
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
