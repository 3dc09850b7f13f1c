using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>The chapters and sections of a plan with their text as printed.</summary>
internal static class PlanChapters
{
    /// <param name="displaced">Lines of values that stand away from their heading; they are no part of a text.</param>
    public static IReadOnlyList<ReadChapter> Read(PlanText plan, IReadOnlySet<int> displaced)
    {
        var headings = plan.Headings.Where((heading, i) => !IsList(plan, i)).ToList();
        var chapters = new List<ReadChapter>();
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            if (Folding.Squeeze(heading.Title) is "地域再生計画" or "別紙" or "")
                continue;
            var end = i + 1 < headings.Count ? headings[i + 1].Index : plan.Lines.Count;
            chapters.Add(Chapter(plan, heading, end, displaced));
        }
        return chapters;
    }

    /// <summary>
    /// Bracketed headings one upon another with their texts somewhere behind: which text is whose is not known, so
    /// they stay words of the section around them.
    /// </summary>
    private static bool IsList(PlanText plan, int i) =>
        plan.Headings[i].Kind == HeadingKind.Bracketed && (Touches(plan, i) || (i > 0 && Touches(plan, i - 1)));

    private static bool Touches(PlanText plan, int i) =>
        i + 1 < plan.Headings.Count
        && plan.Headings[i].Kind == HeadingKind.Bracketed
        && plan.Headings[i + 1].Kind == HeadingKind.Bracketed
        && plan.Headings[i + 1].Index == plan.Headings[i].Index + 1
        && plan.Lines[plan.Headings[i].Index].Level == 0
        && plan.Headings[i].Title[0] == '【'
        && plan.Headings[i + 1].Title[0] == '【';

    private static ReadChapter Chapter(PlanText plan, PlanHeading heading, int end, IReadOnlySet<int> displaced)
    {
        var at = plan.Lines[heading.Index].Source;
        var texts = new List<string>();
        if (heading.Rest.Length > 0)
            texts.Add(heading.Rest);
        Line? first = heading.Rest.Length > 0 ? at : null;
        var last = at;
        for (var i = heading.Index + 1; i < end; i++)
        {
            var line = plan.Lines[i];
            if (displaced.Contains(line.Source.Number))
                continue;
            first ??= line.Source;
            last = line.Source;
            texts.Add(line.IsRow ? line.Source.Text.Trim() : line.Text);
        }
        first ??= at;
        var column = at.Text.IndexOf(heading.Title, StringComparison.Ordinal);
        return new ReadChapter(
            heading.Number,
            new Read<string>(heading.Title, new Passage(at.Page, at.Number, at.Number, column, heading.Title)),
            new Read<string>(
                string.Join('\n', texts),
                new Passage(first.Page, first.Number, last.Number, -1, texts.Count > 0 ? texts[0] : "")
            )
        );
    }
}
