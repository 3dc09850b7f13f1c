namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Years without the word 年度: three or more whole numbers of a line that count up by one from 1990 to 2100 are years,
/// as no KPI does that to the digit. Anything less stays a figure.
/// </summary>
internal static class BareYears
{
    public static void Mark(List<IndicatorToken> tokens, int first)
    {
        for (var i = first; i < tokens.Count; )
        {
            var end = i + 1;
            while (end < tokens.Count && IsYear(tokens[end - 1]) && Follows(tokens[end - 1], tokens[end]))
                end++;
            if (end - i >= 3)
            {
                for (var k = i; k < end; k++)
                    tokens[k] = tokens[k] with { Kind = TokenKind.Year, Number = (int)tokens[k].Value };
            }
            i = end;
        }
    }

    private static bool Follows(IndicatorToken token, IndicatorToken next) =>
        IsYear(next) && next.Value == token.Value + 1;

    private static bool IsYear(IndicatorToken token) =>
        token is { Kind: TokenKind.Figure, Unit: null, Value: >= 1990 and <= 2100 } && token.At.Text.Length == 4;
}
