using System.Text;
using Shirube.Documents;
using Shirube.Documents.Text;

namespace Shirube.Plans.Writing;

/// <summary>The chapters of a document under the keys of an outline: each text goes to the place of the form that it stands in.</summary>
internal static class ReadPassages
{
    public static IEnumerable<(string Key, string? Text)> Of(Reading reading, PlanForm form)
    {
        var outline = PlanOutline.Of(form);
        var texts = new Dictionary<string, StringBuilder>();
        PlanSection? place = null;
        foreach (var chapter in reading.Chapters)
        {
            if (Find(outline, chapter, place, form) is { } found)
            {
                place = found;
                Add(place, null, chapter.Text.Value);
            }
            else if (place is not null && IsMeasure(chapter))
                Add(place, null, chapter.Text.Value);
            else if (place is not null)
                Add(place, Heading(chapter), chapter.Text.Value);
        }
        return texts.Select(text => (text.Key, (string?)text.Value.ToString()));

        void Add(PlanSection section, string? heading, string text)
        {
            // What the form repeats, and what is kept as values, is not a text of its own.
            if (Target(outline, section) is not { } key)
                return;
            if (!texts.TryGetValue(key, out var written))
                texts.Add(key, written = new StringBuilder());
            if (heading is not null)
                written.AppendLine(heading);
            if (text != section.Otherwise)
                written.AppendLine(text).AppendLine();
        }
    }

    /// <summary>○ 地方創生推進タイプ（内閣府）：【A3007】: the form prints it.</summary>
    private static bool IsMeasure(ReadChapter chapter) =>
        chapter.Title.Value is ['○' or '◯' or '〇', .., '】'] title && title.Contains("【A", StringComparison.Ordinal);

    /// <summary>A heading that only holds others gives its own text to the first of them that is written.</summary>
    private static string? Target(IReadOnlyList<PlanSection> outline, PlanSection section)
    {
        if (section.Kind == SectionKind.Text)
            return section.Key;
        if (section.Kind != SectionKind.Heading)
            return null;
        return outline
            .FirstOrDefault(child =>
                child.Kind == SectionKind.Text && child.Key.StartsWith(section.Key + "-", StringComparison.Ordinal)
            )
            ?.Key;
    }

    private static PlanSection? Find(
        IReadOnlyList<PlanSection> outline,
        ReadChapter chapter,
        PlanSection? place,
        PlanForm form
    )
    {
        if (form.IsStatutory() && Worded(outline, chapter) is { } worded)
            return worded;
        if (
            chapter.Number is { } number
            && outline.FirstOrDefault(section => section.FullNumber == number) is { } numbered
        )
            return numbered;
        if (chapter.Number is not null || place is null)
            return null;
        var title = Bare(chapter.Title.Value);
        return outline.FirstOrDefault(section =>
            section.Number is null
            && Bare(OutlineText.Of(form, section, OutlineText.Japanese)) == title
            && section.Key.StartsWith(Stem(place), StringComparison.Ordinal)
        );
    }

    /// <summary>What other forms number otherwise, by the words of its title: values have their own place, not the prose.</summary>
    private static PlanSection? Worded(IReadOnlyList<PlanSection> outline, ReadChapter chapter)
    {
        var title = Bare(chapter.Title.Value);
        return ValuesByTitle.FirstOrDefault(one => title == one.Title) is { Key: { } key }
            ? outline.FirstOrDefault(section => section.Key == key)
            : null;
    }

    private static readonly (string Title, string Key)[] ValuesByTitle =
    [
        ("数値目標", PlanOutline.Targets),
        ("事業の名称", PlanOutline.ProjectName),
        ("支援措置の番号及び名称", PlanOutline.ProjectName),
        ("事業の実施期間", PlanOutline.ProjectPeriod),
        ("事業実施期間", PlanOutline.ProjectPeriod),
        ("事業に要する費用", PlanOutline.Cost),
        ("事業に要する経費", PlanOutline.Cost),
    ];

    /// <summary>5-2-4 of 5-2-4-autonomy: among its siblings a title is looked for.</summary>
    private static string Stem(PlanSection place) =>
        place.Number is null ? place.Key[..place.Key.LastIndexOf('-')] : place.Key;

    private static string Heading(ReadChapter chapter) =>
        chapter.Number is { Length: > 0 } number && !char.IsAsciiDigit(number[^1])
            ? $"{number[^1]} {chapter.Title.Value}"
            : chapter.Title.Value;

    private static string Bare(string title) => Folding.Squeeze(Folding.Fold(title)).Trim('【', '】');
}
