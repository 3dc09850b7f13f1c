namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Names and units of KPIs in a text without cells: what stands behind its label on the same line is printed there;
/// other names pair with the other labels by order where they are as many; a unit that all KPIs share is theirs.
/// </summary>
internal static class NamesAndUnits
{
    private const string NamesInOrder = "names-in-order";

    public static IndicatorProposal Fill(TableText text, IndicatorProposal proposal)
    {
        var findings = new List<Finding>(proposal.Findings);
        var names = Names(text, findings);
        var units = Units(text, findings);
        var indicators = proposal.Indicators.Select(indicator =>
            indicator with
            {
                Name = indicator.Name ?? names.GetValueOrDefault(indicator.No),
                Unit = indicator.Unit ?? units.GetValueOrDefault(indicator.No),
            }
        );
        return new IndicatorProposal([.. indicators], findings);
    }

    private static Dictionary<int, Read<string>> Names(TableText text, List<Finding> findings)
    {
        var names = new Dictionary<int, Read<string>>();
        var free = new List<IndicatorToken>();
        var order = new List<int>();
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            if (token.Kind != TokenKind.Name)
                continue;
            var label = i > 0 ? text.Tokens[i - 1] : token;
            if (label.Kind == TokenKind.Label && label.At.Line == token.At.Line)
            {
                names.TryAdd(label.Number, new Read<string>(token.At.Text, token.At));
                order.Add(label.Number);
            }
            else
            {
                free.Add(token);
                order.Add(0);
            }
        }
        var unnamed = text.Numbers.Where(number => !names.ContainsKey(number)).ToList();
        if (unnamed.Count == 0)
            return names;
        if (free.Count == unnamed.Count && FitsOrder(order, text.Numbers))
        {
            for (var i = 0; i < free.Count; i++)
                names[unnamed[i]] = InOrder(free[i]);
        }
        else
            findings.Add(IndicatorFindings.NamesOpen(text.Tokens, unnamed, free));
        return names;
    }

    private static Read<string> InOrder(IndicatorToken token) =>
        new(token.At.Text, new Evidence(token.At, Certainty.Derived) { Rule = NamesInOrder });

    /// <summary>The names that carry labels stand at the very places that the order of numbers gives them.</summary>
    private static bool FitsOrder(List<int> order, IReadOnlyList<int> numbers) =>
        order.Count == numbers.Count
        && order.Exists(number => number != 0)
        && order.Zip(numbers).All(pair => pair.First == 0 || pair.First == pair.Second);

    private static Dictionary<int, Read<string>> Units(TableText text, List<Finding> findings)
    {
        var printed = text.Tokens.Where(token => token.Kind == TokenKind.Unit).ToList();
        var units = new Dictionary<int, Read<string>>();
        if (printed.Count == 0)
            return units;
        var distinct = printed.Select(token => token.At.Text.Trim()).Distinct().ToList();
        if (distinct.Count == 1 && printed.Count == text.Numbers.Count)
        {
            foreach (var number in text.Numbers)
                units[number] = new Read<string>(distinct[0], printed[0].At, Certainty.PlaceInferred);
        }
        else
            findings.Add(IndicatorFindings.UnitsOpen(printed));
        return units;
    }
}
