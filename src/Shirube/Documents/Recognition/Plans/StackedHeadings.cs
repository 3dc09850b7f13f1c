namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// Headings one upon another with their values behind them, as converters print a form column by column: name, authors
/// and area, then three texts. The lines are dealt out only where their shapes leave one way to do it.
/// </summary>
internal static class StackedHeadings
{
    private const int MostLines = 12;

    /// <summary>The bodies with the values of such headings dealt out; where that is not certain they are empty.</summary>
    public static IReadOnlyList<PlanBody> Deal(IReadOnlyList<PlanBody> bodies)
    {
        var dealt = bodies.ToList();
        for (var last = 1; last < dealt.Count; last++)
        {
            var first = last;
            while (
                first > 0 && IsHead(dealt[first - 1]) && IsHead(dealt[first]) && dealt[first - 1].Paragraphs.Count == 0
            )
                first--;
            if (first == last || dealt[last].Paragraphs.Count == 0)
                continue;
            var values = Values([.. dealt.Skip(first).Take(last - first + 1)]);
            for (var i = first; i <= last; i++)
                dealt[i] = dealt[i] with { Paragraphs = values is null ? [] : [values[i - first]], IsInferred = true };
        }
        return dealt;
    }

    private static bool IsHead(PlanBody body) =>
        body.Heading.Part is PlanPart.Name or PlanPart.Authors or PlanPart.Area;

    /// <summary>One paragraph for each heading; null when no way or more than one way fits.</summary>
    private static List<PlanParagraph>? Values(List<PlanBody> stack)
    {
        var lines = stack[^1]
            .Paragraphs.SelectMany(paragraph => paragraph.Lines.Zip(paragraph.Parts))
            .Take(MostLines + 1)
            .ToList();
        if (lines.Count > MostLines || stack.Count > 3)
            return null;
        var ways = Ways(lines, [.. stack.Select(body => body.Heading.Part)]).Take(2).ToList();
        return ways.Count == 1 ? ways[0] : null;
    }

    private static IEnumerable<List<PlanParagraph>> Ways(List<(PlanLine Line, string Text)> lines, PlanPart[] parts)
    {
        if (parts.Length == 0)
        {
            if (lines.Count == 0)
                yield return [];
            yield break;
        }
        for (var take = 1; take <= lines.Count - parts.Length + 1; take++)
        {
            var own = lines.Take(take).ToList();
            var value = new PlanParagraph([.. own.Select(one => one.Line)], [.. own.Select(one => one.Text)]);
            if (!Fits(value, parts[0]))
                continue;
            foreach (var rest in Ways([.. lines.Skip(take)], parts[1..]))
                yield return [value, .. rest];
        }
    }

    private static bool Fits(PlanParagraph value, PlanPart part) =>
        part switch
        {
            PlanPart.Name => PlanShapes.IsNameOfPlan(value.Squeezed) && GovernmentNames.Read(value) is null,
            PlanPart.Authors => GovernmentNames.Read(value) is { } names && names.All(GovernmentNames.IsKnown),
            _ => PlanShapes.IsArea(value.Squeezed) && GovernmentNames.Read(value) is null,
        };
}
