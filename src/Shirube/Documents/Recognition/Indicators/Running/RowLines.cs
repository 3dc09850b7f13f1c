namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// The firmest layout: all cells of a KPI stand on one line. Its label stands there, too, or as many such lines are
/// there as KPIs, in their order.
/// </summary>
internal static class RowLines
{
    public static IReadOnlyList<GridRow>? Find(TableText text)
    {
        var width = text.Headings.ColumnCount;
        if (width < 3)
            return null;
        var all = text
            .Tokens.GroupBy(token => token.At.Line)
            .Select(line => line.ToList())
            .Where(line => line.Count(token => token.IsCell) > 1)
            .ToList();
        var broken = text
            .Tokens.Where(token => token.Kind == TokenKind.BrokenFigure)
            .Select(token => token.At.Line)
            .ToHashSet();
        var lines = all.FindAll(line => line.Count(token => token.IsCell) == width && !IsNear(broken, line[0].At.Line));
        // More cells than headings: the headings were not all understood, and shorter rows prove nothing.
        if (lines.Count == 0 || !AreWhole(lines) || all.Exists(line => line.Count(token => token.IsCell) > width))
            return null;
        var labelled = lines.Where(line => line[0].Kind == TokenKind.Label).ToList();
        if (labelled.Count == lines.Count && labelled.Select(line => line[0].Number).Distinct().Count() == lines.Count)
            return [.. labelled.Select(line => Row(line[0].Number, line, isLabelled: true))];
        if (text.Numbers.Count > 0 && (text.Numbers.Count != lines.Count || !LabelsFollow(text, lines)))
            return null;
        if (lines.Count < all.Count || broken.Count > 0)
            return null;
        if (text.Numbers.Count == 0 && !lines.TrueForAll(line => line.Exists(token => token.Kind == TokenKind.Name)))
            return null;
        return [.. lines.Select((line, i) => Row(text.Numbers.Count > 0 ? text.Numbers[i] : i + 1, line, false))];
    }

    private static bool IsNear(HashSet<int> broken, int line) =>
        broken.Contains(line - 1) || broken.Contains(line) || broken.Contains(line + 1);

    /// <summary>Cells stand together at the end of the line, behind nothing but label, name and unit.</summary>
    private static bool AreWhole(List<List<IndicatorToken>> lines) =>
        lines.TrueForAll(line =>
            line.SkipWhile(token => !token.IsCell).All(token => token.IsCell)
            && line.TakeWhile(token => !token.IsCell)
                .All(token =>
                    token.Kind
                        is TokenKind.Label
                            or TokenKind.LabelPart
                            or TokenKind.Name
                            or TokenKind.Unit
                            or TokenKind.UnitWord
                )
        );

    /// <summary>No label stands between the cells of two KPIs that are not its own or the next one's.</summary>
    private static bool LabelsFollow(TableText text, List<List<IndicatorToken>> lines)
    {
        var row = 0;
        foreach (var token in text.Tokens)
        {
            while (row < lines.Count && token.At.Line > lines[row][0].At.Line)
                row++;
            if (token.Kind != TokenKind.Label || row == 0)
                continue;
            var index = text.Numbers.ToList().IndexOf(token.Number);
            if (index != row && index != row - 1)
                return false;
        }
        return true;
    }

    private static GridRow Row(int number, List<IndicatorToken> line, bool isLabelled) =>
        new(number, [.. line.Where(token => token.IsCell)], isLabelled);
}
