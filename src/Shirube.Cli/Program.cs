using System.CommandLine;
using Shirube.Cli;

CommandLineCulture.Apply();
return new RootCommand { ReadCommand.Create(), CheckCommand.Create(), AchievementCommand.Create() }
    .Parse(args)
    .Invoke();
