using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Years whose heading a narrow cell broke over lines: 令和 above 11, 令 above 和9, 2024 apart from its 年度. Such a number
/// is a year only in a line of headings, so that no figure of the table is taken for one.
/// </summary>
internal static partial class BrokenYears
{
    private const int LinesBelow = 3;

    public static void Mend(List<IndicatorToken> tokens)
    {
        MendUnitWord(tokens);
        var headingLines = tokens
            .GroupBy(token => token.At.Line)
            .Where(line => line.Count(token => !token.IsHeading) <= 1)
            .ToDictionary(line => line.Key, line => line.Count());
        for (var i = 0; i < tokens.Count; i++)
        {
            if (EraFirstYear(tokens[i]) is { } firstYear)
                MendEra(tokens, i, firstYear, headingLines);
            else
                MendSuccessor(tokens, i, headingLines);
        }
        var years = tokens.Where(token => token.Kind == TokenKind.Year).Select(token => token.Number).ToHashSet();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (
                tokens[i] is { Kind: TokenKind.Figure, Unit: null, Value: >= 1990 and <= 2100 } bare
                && bare.At.Text.Length == 4
                && headingLines.GetValueOrDefault(bare.At.Line) >= 2
                && (years.Contains((int)bare.Value + 1) || years.Contains((int)bare.Value - 1))
            )
                tokens[i] = bare with { Kind = TokenKind.Year, Number = (int)bare.Value };
        }
    }

    private static void MendEra(List<IndicatorToken> tokens, int era, int firstYear, Dictionary<int, int> headingLines)
    {
        for (var i = era + 1; i < tokens.Count && tokens[i].At.Line - tokens[era].At.Line <= LinesBelow; i++)
        {
            if (tokens[i].At.Line == tokens[era].At.Line || !Overlap(tokens[era], tokens[i]))
                continue;
            var match = YearOfEra().Match(Folding.Squeeze(tokens[i].At.Text));
            if (tokens[i].Kind == TokenKind.Year)
                continue;
            if (!match.Success || !headingLines.ContainsKey(tokens[i].At.Line))
                return;
            var nth = int.Parse(match.Groups["nth"].ValueSpan, CultureInfo.InvariantCulture);
            tokens[i] = tokens[i] with { Kind = TokenKind.Year, Number = firstYear + nth - 1, Value = 0 };
            tokens[era] = tokens[era] with { Kind = TokenKind.Heading };
            return;
        }
    }

    /// <summary>令和10 and then a lone 11 in the same line of headings, its 令和 on a line above.</summary>
    private static void MendSuccessor(List<IndicatorToken> tokens, int index, Dictionary<int, int> headingLines)
    {
        if (
            index < 2
            || tokens[index] is not { Kind: TokenKind.Figure, Unit: null } figure
            || tokens[index - 1] is not { Kind: TokenKind.Year } before
            || before.At.Line != figure.At.Line
            || tokens[index - 2].Kind != TokenKind.Year
            || headingLines.GetValueOrDefault(figure.At.Line) < 3
        )
            return;
        var match = YearOfEra().Match(Folding.Squeeze(before.At.Text.TrimStart('令', '平')));
        if (match.Success && figure.Value == int.Parse(match.Groups["nth"].ValueSpan, CultureInfo.InvariantCulture) + 1)
            tokens[index] = figure with { Kind = TokenKind.Year, Number = before.Number + 1, Value = 0 };
    }

    /// <summary>単 above 位 is the heading of the units, not the unit of a rank.</summary>
    private static void MendUnitWord(List<IndicatorToken> tokens)
    {
        if (!tokens.Exists(token => token is { Kind: TokenKind.Fragment, At.Text: "単" }))
            return;
        var index = tokens.FindIndex(token => token is { Kind: TokenKind.Unit, At.Text: "位" });
        if (index >= 0)
            tokens[index] = tokens[index] with { Kind = TokenKind.Heading };
    }

    private static int? EraFirstYear(IndicatorToken token) =>
        token.Kind is not (TokenKind.Fragment or TokenKind.Name) ? null
        : token.At.Text is "令和" or "令" ? 2019
        : token.At.Text is "平成" or "平" ? 1989
        : null;

    private static bool Overlap(IndicatorToken upper, IndicatorToken lower) =>
        upper.From <= lower.To + 2 && lower.From <= upper.To + 2;

    [GeneratedRegex(@"^[和成]?(?<nth>[1-9]\d?)(?:年度?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearOfEra();
}
