namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>The tokens of one region with what they say as a whole: headings and the numbers of the KPIs.</summary>
internal sealed record TableText(
    IReadOnlyList<Line> Lines,
    IReadOnlyList<IndicatorToken> Tokens,
    TableHeadings Headings,
    IReadOnlyList<int> Numbers
)
{
    public static TableText Of(IReadOnlyList<Line> lines)
    {
        var tokens = TokenReader.Read(lines);
        return new TableText(lines, tokens, TableHeadings.Of(tokens), NumbersOf(tokens));
    }

    /// <summary>The KPIs' numbers without a gap, in order; empty when they do not count up by one.</summary>
    private static IReadOnlyList<int> NumbersOf(List<IndicatorToken> tokens)
    {
        var numbers = new SortedSet<int>(
            tokens.Where(token => token.Kind == TokenKind.Label).Select(token => token.Number)
        );
        return numbers.Count > 0 && numbers.Max - numbers.Min == numbers.Count - 1 ? [.. numbers] : [];
    }
}
