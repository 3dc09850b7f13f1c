namespace Shirube.Documents.Recognition.Plans;

/// <summary>When the project runs and when the plan does.</summary>
internal sealed record PlanPeriods(
    Read<DateOnly>? ProjectStart,
    Read<DateOnly>? ProjectEnd,
    Read<PlanStart>? Start,
    Read<DateOnly>? End
);

internal sealed class PlanPeriodReader(PlanText plan, PlanFindings findings, string? measure)
{
    /// <summary>A period and where it stands.</summary>
    private sealed record Found(PrintedPeriod Period, PlanParagraph Paragraph, Certainty Certainty);

    public PlanPeriods Read()
    {
        var project = Section(PlanPart.ProjectPeriod, "/projectStart");
        var whole = Section(PlanPart.PlanPeriod, "/planStart");
        // 「６に同じ」: the project runs as long as the plan, or the other way round.
        project ??= Refers(PlanPart.ProjectPeriod) ? whole : null;
        whole ??= Refers(PlanPart.PlanPeriod) ? project : null;
        if (project is null && MayStandElsewhere(PlanPart.ProjectPeriod))
            project = ByShape(isCertified: false);
        if (whole is null && MayStandElsewhere(PlanPart.PlanPeriod))
            whole = ByShape(isCertified: true);
        var projectEnd = Day(project, period => period.End, "/projectEnd");
        var projectStart = Day(project, period => period.Start, "/projectStart");
        if (projectStart is not null && projectEnd is not null && projectEnd.Value < projectStart.Value)
            (projectStart, projectEnd) = (Backwards(project!, "/projectStart"), null);
        if (project is null && MayStandElsewhere(PlanPart.ProjectPeriod))
            (projectStart, projectEnd) = Scattered();
        var end = Day(whole, period => period.End, "/planEnd");
        var start = Start(whole);
        if (start?.Value.Date is { } first && end is not null && end.Value < first)
            (start, end) = (null, Backwards(whole!, "/planEnd"));
        if (whole is null && start is null && plan.IsInOrder && MayStandElsewhere(PlanPart.PlanPeriod))
            (start, end) = ScatteredPlan(projectEnd);
        return new PlanPeriods(projectStart, projectEnd, start, end);
    }

    private Found? Section(PlanPart part, string pointer)
    {
        if (!plan.IsInOrder)
            return null;
        var found = new List<Found>();
        foreach (var body in plan.Bodies(part).Where(body => body.Paragraphs.Count > 0))
        {
            // Forms part a date into cells; the cells of a period may stand in several rows.
            var text = string.Concat(body.Paragraphs.Take(12).Select(paragraph => paragraph.Text + " "));
            foreach (var period in PrintedPeriod.FindAll(text))
                found.Add(new Found(period, PlaceOf(body, period), Certainty.Printed));
        }
        var different = found.DistinctBy(one => one.Period).ToList();
        if (different.Count > 1)
            findings.Rivals(pointer, different.Select(one => one.Paragraph.Text));
        return different.Count == 1 ? different[0] : null;
    }

    private static PlanParagraph PlaceOf(PlanBody body, PrintedPeriod period) =>
        body.Paragraphs.FirstOrDefault(paragraph => PrintedPeriod.FindAll(paragraph.Text).Contains(period))
        ?? new PlanParagraph(
            [.. body.Paragraphs.Take(12).SelectMany(paragraph => paragraph.Lines)],
            [.. body.Paragraphs.Take(12).SelectMany(paragraph => paragraph.Parts)]
        );

    private bool Refers(PlanPart part) =>
        plan.IsInOrder
        && plan.Bodies(part)
            .Any(body =>
                body.Paragraphs.Count > 0
                && PlanShapes.Reference(body.Paragraphs[0].Squeezed) is { } to
                && to.StartsWith(part == PlanPart.PlanPeriod ? '5' : '6')
            );

    /// <summary>The heading has nothing behind it, or headings and values have lost their order.</summary>
    private bool MayStandElsewhere(PlanPart part) =>
        !plan.IsInOrder
        || (
            plan.Bodies(part).Count > 0
            && plan.Bodies(part)
                .All(body =>
                    body.Paragraphs.Count == 0
                    || PrintedPeriod.FindAll(Joined(body)).Count == 0
                        && body.Paragraphs.All(p => ScatteredDate.IsPiece(p.Squeezed))
                )
        );

    private static string Joined(PlanBody body) =>
        string.Concat(body.Paragraphs.Take(12).Select(paragraph => paragraph.Text));

    /// <summary>The only period of its kind in the plan. Donation plans count from certification in both places: nobody can tell there.</summary>
    private Found? ByShape(bool isCertified)
    {
        if (!plan.IsInOrder && measure is null or Reading.DonationMeasure)
            return null;
        var found = plan
            .Paragraphs.Select(paragraph =>
                (Period: PrintedPeriod.Whole(Bare(paragraph.Squeezed)), Paragraph: paragraph)
            )
            .Where(one => one.Period is { End.Day: not null } && one.Period.Start.IsCertification == isCertified)
            .DistinctBy(one => one.Period)
            .ToList();
        return found.Count == 1 ? new Found(found[0].Period!, found[0].Paragraph, Certainty.PlaceInferred) : null;
    }

    private static string Bare(string squeezed) =>
        squeezed.Length <= 60 && squeezed.IndexOf("認定", StringComparison.Ordinal) is > 0 and <= 8 and var at
            ? squeezed[at..]
            : squeezed;

    private Read<DateOnly>? Day(Found? found, Func<PrintedPeriod, PeriodBound> side, string pointer)
    {
        if (found is null)
            return null;
        var bound = side(found.Period);
        if (bound.Day is not { } day)
        {
            findings.NoDate(pointer, found.Paragraph);
            return null;
        }
        return new Read<DateOnly>(day, EvidenceOf(found, bound.Rule));
    }

    private Read<PlanStart>? Start(Found? found)
    {
        if (found is null)
            return null;
        var bound = found.Period.Start;
        if (bound.IsCertification)
            return new Read<PlanStart>(new PlanStart(null), EvidenceOf(found, null));
        if (bound.Day is { } day)
            return new Read<PlanStart>(new PlanStart(day), EvidenceOf(found, bound.Rule));
        findings.NoDate("/planStart", found.Paragraph);
        return null;
    }

    private static Evidence EvidenceOf(Found found, string? rule) =>
        rule is null
            ? new Evidence(found.Paragraph.At(), found.Certainty)
            : new Evidence(found.Paragraph.At(), Certainty.Derived) { Rule = rule };

    private Read<DateOnly>? Backwards(Found found, string pointer)
    {
        findings.Unexpected(pointer, found.Paragraph);
        return null;
    }

    private (Read<DateOnly>? Start, Read<DateOnly>? End) Scattered()
    {
        var found = plan
            .Paragraphs.Select(paragraph => (Period: ScatteredDate.Period(paragraph.Squeezed), Paragraph: paragraph))
            .Where(one => one.Period is not null)
            .DistinctBy(one => one.Period)
            .ToList();
        if (found.Count != 1)
            return (null, null);
        var (start, end) = found[0].Period!.Value;
        var evidence = new Evidence(found[0].Paragraph.At(), Certainty.Derived) { Rule = "scattered-date" };
        return (new Read<DateOnly>(start, evidence), new Read<DateOnly>(end, evidence));
    }

    /// <summary>認定の日から without its date, among the pieces of just one date, which the project's end bears out.</summary>
    private (Read<PlanStart>? Start, Read<DateOnly>? End) ScatteredPlan(Read<DateOnly>? projectEnd)
    {
        var at = plan.Paragraphs.FindIndex(paragraph =>
            paragraph.Squeezed.Length <= 30 && paragraph.Squeezed.EndsWith("認定の日から", StringComparison.Ordinal)
        );
        if (at < 0)
            return (null, null);
        var phrase = plan.Paragraphs[at];
        var start = new Read<PlanStart>(new PlanStart(null), phrase.At(), Certainty.PlaceInferred);
        var (first, last) = (at, at);
        while (first > 0 && IsScatter(plan.Paragraphs[first - 1]))
            first--;
        while (last + 1 < plan.Paragraphs.Count && IsScatter(plan.Paragraphs[last + 1]))
            last++;
        var pieces = plan.Paragraphs.Skip(first).Take(last - first + 1).ToList();
        var numbers = ScatteredDate.Numbers(string.Join('|', pieces.Select(piece => piece.Squeezed)));
        if (ScatteredDate.Single(numbers, null) is not { } day || projectEnd?.Value != day)
        {
            findings.NoDate("/planEnd", phrase);
            return (start, null);
        }
        var place = phrase.At() with
        {
            Line = pieces[0].Lines[0].Source.Number,
            EndLine = pieces[^1].Lines[^1].Source.Number,
            Column = -1,
        };
        var evidence = new Evidence(place, Certainty.Derived) { Rule = "scattered-date", From = ["/projectEnd"] };
        return (start, new Read<DateOnly>(day, evidence));
    }

    private static bool IsScatter(PlanParagraph paragraph) =>
        ScatteredDate.IsPiece(paragraph.Squeezed) || PlanShapes.IsNothing(paragraph.Squeezed);
}
