namespace Shirube.Plans.Writing;

/// <summary>
/// 章立て: the outlines in which plans are written. Those of regional revitalisation plans are the chapters of the form
/// of 地域再生法施行規則; the others are what such plans usually hold. Their names: <see cref="OutlineText"/>.
/// </summary>
public static class PlanOutline
{
    public const string Title = "1";
    public const string Authors = "2";
    public const string Area = "3";
    public const string Summary = "4-2-summary";
    public const string Targets = "4-2-targets";
    public const string ProjectName = "5-2-2";
    public const string Cost = "5-2-7";
    public const string ProjectPeriod = "5-2-8";
    public const string Review = "5-2-6";
    public const string PlanPeriod = "6";
    public const string Tree = "tree";
    public const string Schedule = "schedule";
    public const string Funding = "funding";

    public static IReadOnlyList<PlanSection> Of(PlanForm form) =>
        form switch
        {
            PlanForm.A3007 => Grant,
            PlanForm.A2007 => Donation,
            _ => Policy,
        };

    /// <summary>Null for a key that the outline does not have.</summary>
    public static PlanSection? Find(PlanForm form, string key) =>
        Of(form).FirstOrDefault(section => section.Key == key);

    /// <summary>Its own, else that of the chapter that it stands in: 5-2④ of 自立性; null where neither prints one.</summary>
    public static string? NumberOf(PlanForm form, PlanSection section)
    {
        var level = section.Level;
        return section.FullNumber
            ?? Of(form)
                .TakeWhile(one => one.Key != section.Key)
                .LastOrDefault(one => one.Level < level && one.Number is not null)
                ?.FullNumber;
    }

    private static readonly IReadOnlyList<PlanSection> Annexes =
    [
        new(Tree, null, SectionKind.PolicyTree, 1) { IsOptional = true },
        new(Schedule, null, SectionKind.Schedule, 1) { IsOptional = true },
        new(Funding, null, SectionKind.Funding, 1) { IsOptional = true },
    ];

    private static readonly IReadOnlyList<PlanSection> Head =
    [
        new(Title, "1", SectionKind.Line, 1),
        new(Authors, "2", SectionKind.Authors, 1),
        new(Area, "3", SectionKind.Text, 1),
    ];

    private static readonly IReadOnlyList<PlanSection> Grant =
    [
        .. Head,
        new("4", "4", SectionKind.Heading, 1),
        new("4-1", "4-1", SectionKind.Text, 2),
        new("4-2", "4-2", SectionKind.Heading, 2),
        new(Summary, null, SectionKind.Text, 3),
        new(Targets, null, SectionKind.Indicators, 3),
        new("5", "5", SectionKind.Heading, 1),
        new("5-1", "5-1", SectionKind.Repeat, 2) { Otherwise = "5-2の③及び5-3のとおり。" },
        new("5-2", "5-2", SectionKind.Heading, 2),
        new("5-2-1", "①", SectionKind.Repeat, 3) { Otherwise = "2に同じ。" },
        new(ProjectName, "②", SectionKind.Line, 3),
        new("5-2-3", "③", SectionKind.Text, 3),
        new("5-2-4", "④", SectionKind.Heading, 3),
        new("5-2-4-autonomy", null, SectionKind.Text, 4),
        new("5-2-4-partnership", null, SectionKind.Text, 4),
        new("5-2-4-regions", null, SectionKind.Text, 4),
        new("5-2-4-policies", null, SectionKind.Text, 4),
        new("5-2-4-digital", null, SectionKind.Text, 4),
        new("5-2-5", "⑤", SectionKind.Repeat, 3) { Otherwise = "4-2の【数値目標】に同じ。" },
        new(Review, "⑥", SectionKind.Review, 3),
        new(Cost, "⑦", SectionKind.Cost, 3),
        new(ProjectPeriod, "⑧", SectionKind.ProjectPeriod, 3),
        new("5-2-9", "⑨", SectionKind.Text, 3) { IsOptional = true, Otherwise = "特になし。" },
        .. Others("5-2の⑥", "4-2"),
        .. Annexes,
    ];

    private static readonly IReadOnlyList<PlanSection> Donation =
    [
        .. Head,
        new("4", "4", SectionKind.Heading, 1),
        new("4-1", "4-1", SectionKind.Text, 2),
        new("4-2", "4-2", SectionKind.Heading, 2),
        new(Summary, null, SectionKind.Text, 3),
        new(Targets, null, SectionKind.Indicators, 3),
        new("5", "5", SectionKind.Heading, 1),
        new("5-1", "5-1", SectionKind.Repeat, 2) { Otherwise = "5-2のとおり。" },
        new("5-2", "5-2", SectionKind.Heading, 2),
        new("5-2-1", "①", SectionKind.Repeat, 3) { Otherwise = "2に同じ。" },
        new(ProjectName, "②", SectionKind.Line, 3),
        new("5-2-3", "③", SectionKind.Text, 3),
        new("5-2-5", "④", SectionKind.Repeat, 3) { Otherwise = "4-2の【数値目標】に同じ。" },
        new(Cost, "⑤", SectionKind.Cost, 3),
        new(Review, "⑥", SectionKind.Review, 3),
        new(ProjectPeriod, "⑦", SectionKind.ProjectPeriod, 3),
        .. Others("5-2の⑥", "4-2"),
        .. Annexes,
    ];

    private static readonly IReadOnlyList<PlanSection> Policy =
    [
        new(Title, "1", SectionKind.Line, 1),
        new(Authors, "2", SectionKind.Authors, 1),
        new("purpose", "3", SectionKind.Text, 1),
        new("position", "4", SectionKind.Text, 1) { IsOptional = true },
        new(ProjectPeriod, "5", SectionKind.ProjectPeriod, 1),
        new("situation", "6", SectionKind.Text, 1),
        new("vision", "7", SectionKind.Text, 1),
        new(Tree, "8", SectionKind.PolicyTree, 1),
        new(Targets, "9", SectionKind.Indicators, 1),
        new("progress", "10", SectionKind.Text, 1) { IsOptional = true },
        .. Annexes.Where(annex => annex.Key != Tree),
    ];

    private static IEnumerable<PlanSection> Others(string review, string targets) =>
        [
            new("5-3", "5-3", SectionKind.Heading, 2),
            new("5-3-1", "5-3-1", SectionKind.Text, 3) { IsOptional = true, Otherwise = "該当なし。" },
            new("5-3-2", "5-3-2", SectionKind.Text, 3) { IsOptional = true, Otherwise = "該当なし。" },
            new(PlanPeriod, "6", SectionKind.PlanPeriod, 1),
            new("7", "7", SectionKind.Heading, 1),
            new("7-1", "7-1", SectionKind.Repeat, 2)
            {
                Otherwise = $"{review}の【検証方法】及び【外部組織の参画者】に同じ。",
            },
            new("7-2", "7-2", SectionKind.Repeat, 2)
            {
                Otherwise = $"{targets}に掲げる目標について、{review}の【検証時期】に7-1に掲げる評価の手法により行う。",
            },
            new("7-3", "7-3", SectionKind.Repeat, 2) { Otherwise = $"{review}の【検証結果の公表の方法】に同じ。" },
        ];
}
