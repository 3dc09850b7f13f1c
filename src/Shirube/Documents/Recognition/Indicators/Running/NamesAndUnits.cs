namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>Gives KPIs whose figures are placed their names and units, and says which stay open.</summary>
internal static class NamesAndUnits
{
    public static IndicatorProposal Fill(TableText text, IndicatorProposal proposal)
    {
        var names = IndicatorNames.Find(text, proposal.Indicators);
        var units = IndicatorUnits.Find(text, proposal.Indicators);
        List<ReadIndicator> indicators =
        [
            .. proposal.Indicators.Select(indicator =>
                Named(indicator, names.GetValueOrDefault(indicator.No), units.GetValueOrDefault(indicator.No))
            ),
        ];
        var findings = new List<Finding>(proposal.Findings);
        var unnamed = indicators.Where(indicator => indicator.Name is null).Select(indicator => indicator.No).ToList();
        if (unnamed.Count > 0)
        {
            var taken = indicators.Select(indicator => indicator.Name?.Evidence.At).ToHashSet();
            findings.Add(
                IndicatorFindings.NamesOpen(
                    text.Tokens,
                    unnamed,
                    [.. text.Tokens.Where(token => token.Kind == TokenKind.Name && !taken.Contains(token.At))]
                )
            );
        }
        var printed = text.Tokens.Where(token => token.Kind == TokenKind.Unit).ToList();
        if (printed.Count > 0 && indicators.Exists(indicator => indicator.Unit is null))
            findings.Add(IndicatorFindings.UnitsOpen(printed));
        return new IndicatorProposal(indicators, findings);
    }

    /// <summary>The name without what hangs on it; the unit in brackets behind it where none stands elsewhere.</summary>
    private static ReadIndicator Named(ReadIndicator indicator, Read<string>? name, Read<string>? unit)
    {
        if (name is null || !name.Value.Any(char.IsLetter))
            return indicator with { Unit = indicator.Unit ?? unit };
        var (text, behind) = UnitText.SplitName(NameText.Clean(name.Value));
        var own = behind is null ? unit : new Read<string>(behind, name.Evidence);
        return indicator with
        {
            Name = indicator.Name ?? (text.Length == 0 ? null : name with { Value = text }),
            Unit = indicator.Unit ?? own,
        };
    }
}
