namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>What follows each label until the next label, cell or heading: where a name and a unit are the KPI's own.</summary>
internal sealed class LabelSpans
{
    private readonly List<(int Number, List<IndicatorToken> Tokens)> spans = [];

    /// <summary>Tokens that stand in no label's span.</summary>
    public List<IndicatorToken> Free { get; } = [];

    public static LabelSpans Of(IReadOnlyList<IndicatorToken> tokens, bool sameLine)
    {
        var result = new LabelSpans();
        (int Number, List<IndicatorToken> Tokens)? span = null;
        IndicatorToken? label = null;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Label)
            {
                label = token;
                span = (token.Number, []);
                result.spans.Add(span.Value);
            }
            else if (token.Kind is not (TokenKind.Name or TokenKind.Unit or TokenKind.UnitWord or TokenKind.Fragment))
                span = null;
            else if (span is { } open && (!sameLine || token.At.Line == label!.At.Line))
                open.Tokens.Add(token);
            else
                result.Free.Add(token);
        }
        return result;
    }

    /// <summary>The one span of a KPI that holds such a token; null when none or several do.</summary>
    public IReadOnlyList<IndicatorToken>? Of(int number, TokenKind kind)
    {
        var with = spans.Where(span => span.Number == number && span.Tokens.Exists(token => token.Kind == kind));
        return with.Take(2).ToList() is [var only] ? only.Tokens : null;
    }
}
