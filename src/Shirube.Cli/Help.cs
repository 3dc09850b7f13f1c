using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Shirube.Cli;

/// <summary>
/// The library's help, with what it leaves in English said in Japanese, and below it what the command returns and how
/// it is called: <c>Help.NAME</c> of the resource file.
/// </summary>
internal sealed class Help(HelpAction library) : SynchronousCommandLineAction
{
    public static HelpOption Option()
    {
        var option = new HelpOption { Description = CliTexts.Help };
        option.Action = new Help((HelpAction)option.Action!);
        return option;
    }

    public override int Invoke(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var terminal = configuration.Output;
        using var words = new StringWriter(CultureInfo.InvariantCulture);
        configuration.Output = words;
        var code = library.Invoke(parseResult);
        configuration.Output = terminal;
        terminal.Write(Translated(words.ToString()));
        terminal.WriteLine(CliTexts.HelpOf(NameOf(parseResult.CommandResult)));
        return code;
    }

    /// <summary><c>person.invite</c> for <c>shirube person invite</c>; the launcher's own name is not part of it.</summary>
    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult { Parent: not null } above
            ? $"{NameOf(above)}.{command.Command.Name}"
            : command.Command.Name;

    private static string Translated(string help) =>
        CliTexts.HelpWords.Aggregate(
            help,
            (text, word) => text.Replace(word.English, word.Shown, StringComparison.Ordinal)
        );
}
