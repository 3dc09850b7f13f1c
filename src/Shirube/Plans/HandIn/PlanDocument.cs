using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>
/// 様式: a plan as the document that is handed in: the form of 地域再生法施行規則 for regional revitalisation plans, the
/// usual outline for the others, with 工程表 and the like behind it, last what the figures of the KPIs mean. What the form
/// only repeats is written here.
/// </summary>
public static class PlanDocument
{
    public static WrittenDocument Of(PlanContent content)
    {
        var form = OutlineText.Of(content.Form, OutlineText.Japanese);
        var blocks = new List<WrittenBlock>
        {
            new WrittenHeading(1, content.Form.IsStatutory() ? StatutoryWords.Name : form),
        };
        foreach (var section in content.Outline)
            blocks.AddRange(Section(content, section));
        blocks.AddRange(MeaningGrid.Of(content));
        return new WrittenDocument(content.Facts.Title ?? form, blocks);
    }

    private static IEnumerable<WrittenBlock> Section(PlanContent content, PlanSection section)
    {
        var isAnnex = section.Number is null && section.Level == 1;
        var body = Body(content, section).ToList();
        if (isAnnex && body.Count == 0)
            yield break;
        if (isAnnex)
            yield return new WrittenPageBreak();
        yield return new WrittenHeading(Math.Min(section.Level + 1, 6), HeadingOf(content, section, isAnnex));
        if (section.Key == "5-2")
            yield return new WrittenHeading(4, StatutoryWords.Measure(content.Form));
        foreach (var block in body)
            yield return block;
    }

    private static string HeadingOf(PlanContent content, PlanSection section, bool isAnnex)
    {
        var name = OutlineText.Of(content.Form, section, OutlineText.Japanese);
        if (isAnnex)
            return $"別添　{name}";
        return section.Number is { } number ? $"{number}　{name}" : $"【{name}】";
    }

    private static IEnumerable<WrittenBlock> Body(PlanContent content, PlanSection section) =>
        section.Kind switch
        {
            SectionKind.Heading => [],
            SectionKind.Repeat => [new WrittenParagraph(section.Otherwise ?? "")],
            SectionKind.Authors => Lines(
                string.Join('、', PlanAuthor.InOrder(content.Authors).Select(author => author.Name))
            ),
            SectionKind.Indicators => IndicatorGrid.Of(content),
            SectionKind.Review => ReviewGrid.Of(content),
            SectionKind.Cost => StatutoryWords.Cost(content, section),
            SectionKind.ProjectPeriod => Lines(StatutoryWords.Period(content, section)),
            SectionKind.PlanPeriod => Lines(StatutoryWords.Period(content, section)),
            SectionKind.PolicyTree => PolicyOutlineText.Of(content),
            SectionKind.Schedule => ScheduleGrid.Of(content),
            SectionKind.Funding => FundingGrid.Of(content),
            _ when section.Key == PlanOutline.ProjectName => Lines(content.Facts.ProjectName ?? ""),
            _ => Lines(content[section.Key] is { Length: > 0 } text ? text : section.Otherwise ?? ""),
        };

    /// <summary>One paragraph a line, as typed; blank lines part them on paper, too.</summary>
    internal static IEnumerable<WrittenBlock> Lines(string text) =>
        text.Length == 0 ? [] : WrittenLines.Of(text).Select(line => new WrittenParagraph(line));
}
