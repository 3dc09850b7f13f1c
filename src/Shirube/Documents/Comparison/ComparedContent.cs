using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>A plan that is written in Shirube as one side of a comparison: a draft, or a state that was approved.</summary>
internal static class ComparedContent
{
    public static ComparedPlan Of(PlanContent content) =>
        new(
            [.. Facts(content)],
            [.. content.Indicators.Select((one, at) => Indicator(one, at + 1))],
            [.. Parts(content)]
        );

    private static IEnumerable<ComparedFact> Facts(PlanContent content)
    {
        var facts = content.Facts;
        yield return Fact(PlanFact.Name, facts.Title, PlanOutline.Title);
        yield return new(
            PlanFact.Authors,
            content.Authors.Count == 0 ? null : string.Join('、', content.Authors.Select(author => author.Name))
        )
        {
            IsBlank = content.Authors.Count == 0,
        };
        var project = ComparedReading.Period(Day(facts.ProjectStart), Day(facts.ProjectEnd));
        if (!content.Form.IsStatutory())
        {
            yield return Fact(
                PlanFact.Period,
                project,
                Start(PlanOutline.ProjectPeriod),
                End(PlanOutline.ProjectPeriod)
            );
            yield break;
        }
        yield return Fact(PlanFact.Area, facts.Area, PlanOutline.Area);
        yield return new(PlanFact.SupportMeasure, content.Form.ToString());
        yield return Fact(PlanFact.ProjectName, facts.ProjectName, PlanOutline.ProjectName);
        yield return Fact(
            PlanFact.ProjectPeriod,
            project,
            Start(PlanOutline.ProjectPeriod),
            End(PlanOutline.ProjectPeriod)
        );
        yield return new(
            PlanFact.PlanPeriod,
            ComparedReading.Period(facts.PlanStart is { } start ? ComparisonText.Of(start) : null, Day(facts.PlanEnd))
        );
        yield return Fact(
            content.Form == PlanForm.A2007 ? PlanFact.DonationGoal : PlanFact.TotalCost,
            facts.CostYen is { } cost ? ComparisonText.Yen(cost) : null,
            PlanOutline.Cost
        );

        // What is written and cannot be understood is not blank.
        ComparedFact Fact(PlanFact fact, string? text, params string[] passages) =>
            new(fact, text) { IsBlank = text is null && passages.All(passage => content[passage].Length == 0) };
    }

    private static string Start(string section) => section + "-start";

    private static string End(string section) => section + "-end";

    private static string? Day(DateOnly? day) => day is { } known ? ComparisonText.Of(known) : null;

    private static ComparedIndicator Indicator(PlanIndicator indicator, int no) =>
        new(no, indicator.Name, indicator.Unit, [.. Cells(indicator)]);

    private static IEnumerable<IndicatorCell> Cells(PlanIndicator indicator)
    {
        yield return IndicatorCell.OfText(CellField.Name, indicator.Name);
        yield return Text(CellField.Unit, indicator.Unit);
        yield return Word(CellField.Basis, indicator.Basis);
        yield return Word(CellField.Direction, indicator.Direction);
        if (indicator.RangeLow is not null || indicator.RangeHigh is not null)
            yield return IndicatorCell.OfText(
                CellField.Range,
                $"{End(indicator.RangeLow)}～{End(indicator.RangeHigh)}"
            );
        if (indicator.Definition.Length > 0)
            yield return IndicatorCell.OfText(CellField.Definition, indicator.Definition);
        yield return indicator.BaselineYear is { } year
            ? IndicatorCell.OfYear(year)
            : IndicatorCell.Blank(CellField.BaselineYear);
        yield return IndicatorCell.OfFigure(
            CellField.Baseline,
            null,
            indicator.Baseline.Value,
            indicator.Baseline.State ?? FigureState.Final
        );
        foreach (var target in indicator.Targets)
            yield return IndicatorCell.OfFigure(
                CellField.Target,
                target.Year,
                target.Figure.Value,
                target.Figure.State ?? FigureState.Final
            );
        yield return IndicatorCell.OfNumber(CellField.Total, indicator.Total);
    }

    private static IndicatorCell Text(CellField field, string text) =>
        text.Length == 0 ? IndicatorCell.Blank(field) : IndicatorCell.OfText(field, text);

    private static IndicatorCell Word(CellField field, Enum? word) =>
        word is null ? IndicatorCell.Blank(field) : IndicatorCell.OfWord(field, word);

    private static string? End(decimal? number) => number is { } known ? ComparisonText.Of(known) : null;

    /// <summary>Policy tree, schedule and funding alone.</summary>
    public static IEnumerable<ComparedPart> Annexes(PlanContent content) =>
        Sections(content).Where(one => IsAnnex(one.Section)).Select(one => one.Part);

    private static bool IsAnnex(PlanSection section) =>
        section.Kind is SectionKind.PolicyTree or SectionKind.Schedule or SectionKind.Funding;

    private static IEnumerable<ComparedPart> Parts(PlanContent content) => Sections(content).Select(one => one.Part);

    private static IEnumerable<(PlanSection Section, ComparedPart Part)> Sections(PlanContent content)
    {
        var above = new Place(null, []);
        foreach (var section in content.Outline)
        {
            var name = OutlineText.Of(content.Form, section, OutlineText.Japanese);
            var isSub = section.Number is [>= '①' and <= '⑳'];
            var number = isSub ? above.Number?.TrimEnd([.. "①②③④⑤⑥⑦⑧⑨⑩"]) + section.Number : section.Number;
            // The form prints what has no number between these brackets.
            var title = section.Number is null && content.Form.IsStatutory() ? $"【{name}】" : name;
            // What stands behind the numbered chapters belongs to none of them.
            above =
                number is not null || section.Level == 1
                    ? new Place(number, [title])
                    : above with
                    {
                        Headings = [.. above.Headings.Take(1), title],
                    };
            yield return (
                section,
                new ComparedPart(above, $"{number} {title}".Trim(), [.. Paragraphs(content, section)])
            );
        }
    }

    /// <summary>What it says is compared as a value, and understood.</summary>
    private static bool IsFact(PlanContent content, PlanSection section) =>
        section.Key is PlanOutline.Title or PlanOutline.Authors
        || (
            content.Form.IsStatutory()
                ? section.Key switch
                {
                    PlanOutline.Area or PlanOutline.ProjectName => true,
                    PlanOutline.Cost => content.Facts.CostYen is not null,
                    PlanOutline.ProjectPeriod => content.Facts is { ProjectStart: not null, ProjectEnd: not null },
                    PlanOutline.PlanPeriod => content.Facts is { PlanStart: not null, PlanEnd: not null },
                    _ => false,
                }
                : section.Key == PlanOutline.ProjectPeriod
                    && content.Facts is { ProjectStart: not null, ProjectEnd: not null }
        );

    /// <summary>What is written, or what the form says in its place; tables of figures are compared as values elsewhere.</summary>
    private static IEnumerable<string> Paragraphs(PlanContent content, PlanSection section)
    {
        if (IsFact(content, section))
            return [];
        var written = section
            .Passages(content.Authors)
            .Select(passage => content[passage.Key])
            .Where(text => text.Length > 0)
            .SelectMany(text => text.Split('\n'))
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .ToList();
        if (section.Kind == SectionKind.PolicyTree)
            return ComparedTree.Of(content);
        if (section.Kind == SectionKind.Schedule)
            return content.Schedule.Select(item =>
                string.Join(
                    '\t',
                    new[]
                    {
                        item.Name,
                        ComparisonText.Month(item.From),
                        ComparisonText.Month(item.To),
                        item.Note,
                    }.Where(text => text.Length > 0)
                )
            );
        if (section.Kind == SectionKind.Funding)
            return content
                .Funding.Select(amount =>
                    $"{ComparisonText.Of(amount.Year)}\t{ComparisonText.Of(amount.Source)}\t{ComparisonText.Yen(amount.Yen)}"
                )
                .Concat(content.PrivateShares.Select(Share));
        return written.Count == 0 && section.Otherwise is { } otherwise ? [otherwise] : written;
    }

    private static string Share(PrivateShareTarget share) =>
        string.Join(
            '\t',
            ComparisonText.Of("Funding.Share"),
            ComparisonText.Of("Funding.NthYear", share.NthYear),
            ComparisonText.Of("Percent", ComparisonText.Of(share.Percent))
        );
}
