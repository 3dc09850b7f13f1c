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
        var headingLines = tokens
            .GroupBy(token => token.At.Line)
            .Where(line => line.Count(token => !token.IsHeading) <= 1)
            .ToDictionary(line => line.Key, line => line.Count());
        for (var i = 0; i < tokens.Count; i++)
        {
            if (EraFirstYear(tokens[i]) is { } firstYear)
                MendEra(tokens, i, firstYear, headingLines);
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
            if (!match.Success || !headingLines.ContainsKey(tokens[i].At.Line))
                return;
            var nth = int.Parse(match.Groups["nth"].ValueSpan, CultureInfo.InvariantCulture);
            tokens[i] = tokens[i] with { Kind = TokenKind.Year, Number = firstYear + nth - 1, Value = 0 };
            tokens[era] = tokens[era] with { Kind = TokenKind.Heading };
            return;
        }
    }

    private static int? EraFirstYear(IndicatorToken token) =>
        token.Kind is not (TokenKind.Fragment or TokenKind.Name) ? null
        : token.At.Text is "令和" or "令" ? 2019
        : token.At.Text is "平成" or "平" ? 1989
        : null;

    private static bool Overlap(IndicatorToken upper, IndicatorToken lower) =>
        upper.From <= lower.To + 1 && lower.From <= upper.To + 1;

    [GeneratedRegex(@"^[和成]?(?<nth>[1-9]\d?)(?:年度?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearOfEra();
}
