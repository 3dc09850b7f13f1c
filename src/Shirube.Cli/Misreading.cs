using System.CommandLine;
using System.CommandLine.Parsing;

namespace Shirube.Cli;

/// <summary>命令の書き方の誤り: why a command line cannot be read, in our own words where the library has English ones alone.</summary>
internal static class Misreading
{
    /// <summary>A line for each thing that is wrong, and one that says where the help is.</summary>
    public static IEnumerable<string> Of(ParseResult parsed) =>
        parsed.Errors.Select(Worded).Append(CliTexts.MisreadHelp(PathOf(parsed.CommandResult))).Distinct();

    private static string Worded(ParseError error) =>
        error.SymbolResult switch
        {
            OptionResult { Implicit: true } option => CliTexts.MisreadRequired(option.Option.Name),
            OptionResult { Tokens.Count: > 1 and var count } option => CliTexts.MisreadTwice(option.Option.Name, count),
            OptionResult { Tokens: [var token] } option when IsNumber(option.Option.ValueType) =>
                CliTexts.MisreadNumber(option.Option.Name, token.Value),
            ArgumentResult { Tokens: [var token] } argument when IsNumber(argument.Argument.ValueType) =>
                CliTexts.MisreadNumber(argument.Argument.Name, token.Value),
            // The library's Japanese sentences end twice.
            _ => error.Message.Replace("。.", "。", StringComparison.Ordinal),
        };

    private static bool IsNumber(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(int);

    /// <summary><c>shirube person invite</c></summary>
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult above ? $"{PathOf(above)} {command.Command.Name}" : command.Command.Name;
}
