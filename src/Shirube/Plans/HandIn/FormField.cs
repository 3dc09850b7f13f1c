using System.Globalization;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>One thing of a plan that a form may ask for.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Labels">What forms print before its place, in any of these wordings.</param>
internal sealed record FormField(string Key, string Name, IReadOnlyList<string> Labels, string Text)
{
    /// <summary>Number with which the form prints the label (4-1, ②), to tell two places of one wording apart.</summary>
    public string? Number { get; init; }

    /// <summary>In yen; the form says in which unit it wants it.</summary>
    public decimal? Yen { get; init; }

    /// <summary>Nobody wrote it: the form prints it by itself where it has no place for it.</summary>
    public bool IsRepeated { get; init; }

    public bool IsBlank => Text.Length == 0;

    /// <summary>The fields of a plan that stand behind one label, in the order of the form.</summary>
    public static IEnumerable<FormField> Of(PlanContent content)
    {
        foreach (var section in content.Outline)
        {
            if (TextOf(content, section) is not { } text)
                continue;
            var name = OutlineText.Of(content.Form, section, OutlineText.Japanese);
            yield return new FormField(section.Key, name, LabelsOf(section, name), text)
            {
                Number = section.Number,
                IsRepeated =
                    section.Kind == SectionKind.Repeat
                    || (section.Kind == SectionKind.Text && content[section.Key].Length == 0),
                Yen = section.Kind == SectionKind.Cost ? content.Facts.CostYen : null,
            };
        }
        if (content.Authors.Count == 1)
            foreach (var field in Review(content, content.Reviews.Single()))
                yield return field;
    }

    private static string? TextOf(PlanContent content, PlanSection section) =>
        section.Kind switch
        {
            SectionKind.Line when section.Key == PlanOutline.ProjectName => content.Facts.ProjectName ?? "",
            SectionKind.Text or SectionKind.Line => content[section.Key] is { Length: > 0 } text
                ? text
                : section.Otherwise ?? "",
            SectionKind.Authors => string.Join('、', PlanAuthor.InOrder(content.Authors).Select(author => author.Name)),
            SectionKind.Cost => content.Facts.CostYen is { } yen ? StatutoryWords.Money(yen) : content[section.Key],
            SectionKind.ProjectPeriod or SectionKind.PlanPeriod => StatutoryWords.Period(content, section),
            SectionKind.Repeat => section.Otherwise,
            _ => null,
        };

    private static IReadOnlyList<string> LabelsOf(PlanSection section, string name)
    {
        string[] others = section.Key switch
        {
            PlanOutline.Title => ["計画の名称", "計画名", "計画名称"],
            PlanOutline.Authors => ["地域再生計画の作成主体", "作成主体の名称", "作成主体"],
            PlanOutline.Area => ["地域再生計画の範囲", "計画の区域", "区域"],
            PlanOutline.ProjectName => ["事業名称", "事業名"],
            PlanOutline.Cost => ["総事業費", "対象事業に要する経費", "交付対象事業に要する費用", "事業費"],
            PlanOutline.ProjectPeriod => ["事業の実施期間", "事業期間"],
            PlanOutline.PlanPeriod => ["地域再生計画の計画期間", "地域再生計画の期間"],
            "4-1" => ["構造的な課題", "地域の課題"],
            "4-2-summary" => ["将来像の概要"],
            _ => [],
        };
        return [name, .. others];
    }

    private static IEnumerable<FormField> Review(PlanContent content, PlanReview review)
    {
        yield return Asked(PlanReview.MonthQuestion, MonthOf(content, review), "検証時期", "検証の時期", "評価の時期");
        yield return Asked(PlanReview.MethodQuestion, review.Method, "検証方法", "検証の方法", "評価の方法");
        yield return Asked(
            PlanReview.ParticipantsQuestion,
            review.Participants,
            "外部組織の参画者",
            "外部有識者の参画者"
        );
        yield return Asked(
            PlanReview.PublicationQuestion,
            review.Publication,
            "検証結果の公表の方法",
            "検証結果の公表方法",
            "公表の方法"
        );

        FormField Asked(string question, string text, params string[] labels) =>
            new(PlanReview.KeyOf(PlanOutline.Review, review.Author, question), labels[0], labels, text);
    }

    /// <summary>毎年度　9月, or what was typed where it is no month.</summary>
    public static string MonthOf(PlanContent content, PlanReview review) =>
        review.Month is { } month
            ? string.Create(CultureInfo.InvariantCulture, $"毎年度　{month}月")
            : content[PlanReview.KeyOf(PlanOutline.Review, review.Author, PlanReview.MonthQuestion)];
}
