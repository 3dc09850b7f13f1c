using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
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
        terminal.WriteLine(CliTexts.HelpOf(parseResult.CommandResult.Command.Name));
        return code;
    }

    private static string Translated(string help) =>
        CliTexts.HelpWords.Aggregate(
            help,
            (text, word) => text.Replace(word.English, word.Shown, StringComparison.Ordinal)
        );
}
