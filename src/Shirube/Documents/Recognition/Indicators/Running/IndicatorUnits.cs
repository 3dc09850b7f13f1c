namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Units of KPIs: the one behind the label or on the line of the cells; one that all KPIs share; else none, with the
/// candidates named.
/// </summary>
internal static class IndicatorUnits
{
    public static Dictionary<int, Read<string>> Find(TableText text, IReadOnlyList<ReadIndicator> indicators)
    {
        var printed = text.Tokens.Where(token => token.Kind == TokenKind.Unit).ToList();
        var units = new Dictionary<int, Read<string>>();
        if (printed.Count == 0)
            return units;
        var whole = LabelSpans.Of(text.Tokens, sameLine: false);
        var line = LabelSpans.Of(text.Tokens, sameLine: true);
        var behindAll = text.Numbers.All(number => Only(whole.Of(number, TokenKind.Unit)) is not null);
        foreach (var indicator in indicators)
        {
            var unit =
                OnRowLine(indicator, printed) ?? Only((behindAll ? whole : line).Of(indicator.No, TokenKind.Unit));
            if (unit is not null)
                units[indicator.No] = new Read<string>(
                    unit.At.Text.Trim('(', ')', '（', '）'),
                    unit.At,
                    Certainty.PlaceInferred
                );
        }
        return units;
    }

    private static IndicatorToken? Only(IReadOnlyList<IndicatorToken>? span) =>
        span?.Where(token => token.Kind == TokenKind.Unit).Take(2).ToList() is [var only] ? only : null;

    private static IndicatorToken? OnRowLine(ReadIndicator indicator, List<IndicatorToken> printed)
    {
        var lines = indicator
            .Targets.Select(target => target.Figure?.Evidence)
            .Append(indicator.Total?.Evidence)
            .Where(evidence => evidence is { Certainty: Certainty.PlaceInferred })
            .Select(evidence => evidence!.At.Line)
            .Distinct()
            .ToList();
        return lines.Count == 1 && printed.Where(unit => unit.At.Line == lines[0]).Take(2).ToList() is [var only]
            ? only
            : null;
    }
}
