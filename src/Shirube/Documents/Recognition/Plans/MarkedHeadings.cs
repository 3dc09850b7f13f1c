namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// The headings of a plan. Where the format itself marks the headings of the form, a line without that mark which is
/// worded like one of them is text: a sentence of its own, or an item of a list that goes on like the form's numbers. So is
/// a bracketed line where several others are marked as headings.
/// </summary>
internal static class MarkedHeadings
{
    /// <summary>So many marked headings of the form show that the document marks what is one.</summary>
    private const int LeastMarked = 8;

    /// <summary>One bracketed heading may be marked by chance.</summary>
    private const int LeastBrackets = 2;

    public static IReadOnlyList<PlanHeading> Read(IReadOnlyList<PlanLine> lines)
    {
        var headings = Read(lines, new HeadingReader());
        var marked = headings
            .Where(heading => lines[heading.Index].Level > 0 && heading.Part != PlanPart.None)
            .Select(heading => heading.Part)
            .ToHashSet();
        var marksBrackets =
            headings
                .Where(heading => lines[heading.Index].Level > 0 && heading.Title is ['【', ..])
                .Where(heading => heading.Kind == HeadingKind.Bracketed)
                .DistinctBy(heading => heading.Title)
                .Count() >= LeastBrackets;
        var isMixed = headings.Any(heading =>
            lines[heading.Index].Level == 0 && (marksBrackets || heading.Kind != HeadingKind.Bracketed)
        );
        return marked.Count < LeastMarked || !isMixed
            ? headings
            : Read(lines, new HeadingReader(marked, marksBrackets));
    }

    private static List<PlanHeading> Read(IReadOnlyList<PlanLine> lines, HeadingReader reader)
    {
        var headings = new List<PlanHeading>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (reader.Read(lines[i], i) is { } heading)
                headings.Add(heading);
        }
        return headings;
    }
}
