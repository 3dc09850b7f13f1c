namespace Shirube.Documents.Recognition.Plans;

/// <summary>What stands under one heading of the statutory form, up to the next one.</summary>
internal sealed record PlanBody(PlanHeading Heading, IReadOnlyList<PlanParagraph> Paragraphs)
{
    /// <summary>The paragraphs stood elsewhere and were given to the heading for their shape.</summary>
    public bool IsInferred { get; init; }

    public Certainty Certainty => IsInferred ? Certainty.PlaceInferred : Certainty.Printed;
}

/// <summary>A plan cut at its headings.</summary>
internal sealed class PlanText
{
    private readonly ILookup<PlanPart, PlanBody> bodies;

    private PlanText(IReadOnlyList<PlanLine> lines, IReadOnlyList<PlanHeading> headings)
    {
        Lines = lines;
        Headings = headings;
        var statutory = headings
            .Where(heading => heading.Kind != HeadingKind.Bracketed && IsBoundary(heading))
            .ToList();
        Paragraphs = Cut(0, statutory.Count > 0 ? statutory[0].Index : lines.Count).ToList();
        var all = new List<PlanBody>();
        for (var i = 0; i < statutory.Count; i++)
        {
            var end = i + 1 < statutory.Count ? statutory[i + 1].Index : lines.Count;
            all.Add(new PlanBody(statutory[i], [.. Cut(statutory[i].Index, end, statutory[i])]));
        }
        var dealt = StackedHeadings.Deal(all);
        Paragraphs.AddRange(dealt.SelectMany(body => body.Paragraphs));
        bodies = dealt.ToLookup(body => body.Heading.Part);
        IsInOrder = InOrder(statutory);
    }

    public IReadOnlyList<PlanLine> Lines { get; }
    public IReadOnlyList<PlanHeading> Headings { get; }

    /// <summary>All paragraphs outside headings, in order.</summary>
    public List<PlanParagraph> Paragraphs { get; }

    /// <summary>
    /// The headings follow the order of the form. Where they do not, the text was put together in another order, and
    /// what stands behind a heading need not belong to it.
    /// </summary>
    public bool IsInOrder { get; }

    public static PlanText Of(SourceDocument document)
    {
        var lines = BrokenHeadings.Mend(PlanExtent.WithoutContents(PlanLine.Of(document)));
        var headings = MarkedHeadings.Read(lines);
        var length = PlanExtent.Length(lines, headings);
        return new PlanText(
            [.. lines.Take(length)],
            WithoutContents([.. headings.Where(heading => heading.Index < length)])
        );
    }

    /// <summary>The places of a part; for a project's fields those of 5-2, else those of 5-3-1.</summary>
    public IReadOnlyList<PlanBody> Bodies(PlanPart part)
    {
        var found = bodies[part].ToList();
        if (part is < PlanPart.ProjectBody or > PlanPart.OtherMatters)
            return found;
        var inMeasures = found.Where(body => body.Heading.Scope is PlanPart.SpecialMeasures or PlanPart.None).ToList();
        return inMeasures.Count > 0
            ? inMeasures
            : found.Where(body => body.Heading.Scope == PlanPart.PolicyMeasures).ToList();
    }

    private static bool IsBoundary(PlanHeading heading) =>
        heading.Part != PlanPart.None || heading.Printed.Form == NumberForm.Chapter || heading.Kind == HeadingKind.Own;

    private IEnumerable<PlanParagraph> Cut(int start, int end, PlanHeading? heading = null)
    {
        var run = new List<PlanLine>();
        string? first = null;
        if (heading is not null)
        {
            if (heading.Rest.Length > 0)
            {
                run.Add(Lines[start]);
                first = heading.Rest;
            }
            start++;
        }
        for (var i = start; i < end; i++)
        {
            if (run.Count > 0 && run[^1].Paragraph != Lines[i].Paragraph)
            {
                yield return PlanParagraph.Of(run, first);
                run.Clear();
                first = null;
            }
            run.Add(Lines[i]);
        }
        if (run.Count > 0)
            yield return PlanParagraph.Of(run, first);
    }

    /// <summary>A table of contents is a run of headings with nothing between that come again later.</summary>
    private static List<PlanHeading> WithoutContents(List<PlanHeading> headings)
    {
        var run = 1;
        while (
            run < headings.Count
            && headings[run].Index == headings[run - 1].Index + 1
            && headings[run - 1].Rest.Length == 0
        )
            run++;
        if (run < 4 || run >= headings.Count)
            return headings;
        var later = headings.Skip(run).Select(heading => heading.Part).ToHashSet();
        var again = headings.Take(run).Count(heading => heading.Part != PlanPart.None && later.Contains(heading.Part));
        return again >= 4 ? headings.Skip(again == run ? run : again).ToList() : headings;
    }

    private static bool InOrder(List<PlanHeading> headings)
    {
        var last = PlanPart.None;
        foreach (var heading in headings)
        {
            // A project's fields may come again for a second project, and the forms order them in several ways.
            if (heading.Part == PlanPart.None || heading.IsOfProject)
                continue;
            if (heading.Part < last)
                return false;
            last = heading.Part;
        }
        return true;
    }
}
