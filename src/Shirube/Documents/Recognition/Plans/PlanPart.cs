namespace Shirube.Documents.Recognition.Plans;

/// <summary>The parts of the statutory form (地域再生法施行規則 別記様式第1 and its grant annexes), in the form's order.</summary>
internal enum PlanPart
{
    None,
    Name,
    Authors,
    Area,
    Goal,
    Issues,
    Vision,
    Projects,
    Overview,
    SpecialMeasures,
    ProjectBody,
    ProjectName,
    ProjectContent,
    Leading,
    ProjectIndicators,
    DonationGoal,
    Evaluation,
    Cost,
    ProjectPeriod,
    OtherMatters,
    OtherProjects,
    PolicyMeasures,
    OwnProjects,
    PlanPeriod,
    Assessment,
    AssessmentMethod,
    AssessmentTime,
    AssessmentPublication,
}

/// <summary>How the statutory form words its parts; older and newer forms differ in places.</summary>
internal static class PlanVocabulary
{
    private static readonly (string Phrase, PlanPart Part, string? Number)[] Phrases =
    [
        ("地域再生計画の名称", PlanPart.Name, "1"),
        ("地域再生計画の作成主体の名称", PlanPart.Authors, "2"),
        ("地域再生計画の作成主体", PlanPart.Authors, "2"),
        ("作成主体の名称", PlanPart.Authors, "2"),
        ("地域再生計画の区域", PlanPart.Area, "3"),
        ("地域再生計画の範囲", PlanPart.Area, "3"),
        ("地域再生計画の目標", PlanPart.Goal, "4"),
        ("地方創生の実現における構造的な課題", PlanPart.Issues, "4-1"),
        ("地方創生として目指す将来像", PlanPart.Vision, "4-2"),
        ("地域再生を図るために行う事業", PlanPart.Projects, "5"),
        ("目標を達成するために行う事業", PlanPart.Projects, "5"),
        ("全体の概要", PlanPart.Overview, "5-1"),
        ("第5章の特別の措置を適用して行う事業", PlanPart.SpecialMeasures, "5-2"),
        ("第五章の特別の措置を適用して行う事業", PlanPart.SpecialMeasures, "5-2"),
        ("法第5章の特別の措置を適用して行う事業", PlanPart.SpecialMeasures, "5-2"),
        ("法第五章の特別の措置を適用して行う事業", PlanPart.SpecialMeasures, "5-2"),
        ("特定政策課題に関する事項", PlanPart.SpecialMeasures, "5-2"),
        ("事業主体", PlanPart.ProjectBody, null),
        ("事業の名称", PlanPart.ProjectName, null),
        ("事業名称", PlanPart.ProjectName, null),
        ("事業名", PlanPart.ProjectName, null),
        ("事業の内容", PlanPart.ProjectContent, null),
        ("事業が先導的であると認められる理由", PlanPart.Leading, null),
        ("事業の実施状況に関する客観的な指標", PlanPart.ProjectIndicators, null),
        ("寄附の金額の目安", PlanPart.DonationGoal, null),
        ("評価の方法、時期及び体制", PlanPart.Evaluation, null),
        ("評価の方法,時期及び体制", PlanPart.Evaluation, null),
        ("事業の評価の方法", PlanPart.Evaluation, null),
        ("交付対象事業に要する経費", PlanPart.Cost, null),
        ("対象事業に要する経費", PlanPart.Cost, null),
        ("交付対象事業に要する費用", PlanPart.Cost, null),
        ("対象事業に要する費用", PlanPart.Cost, null),
        ("事業に要する経費", PlanPart.Cost, null),
        ("事業に要する費用", PlanPart.Cost, null),
        ("事業実施期間", PlanPart.ProjectPeriod, null),
        ("事業の実施期間", PlanPart.ProjectPeriod, null),
        ("事業期間", PlanPart.ProjectPeriod, null),
        ("その他必要な事項", PlanPart.OtherMatters, null),
        ("その他の事業", PlanPart.OtherProjects, "5-3"),
        ("地域再生基本方針に基づく支援措置", PlanPart.PolicyMeasures, "5-3-1"),
        ("支援措置によらない独自の取組", PlanPart.OwnProjects, "5-3-2"),
        ("計画期間", PlanPart.PlanPeriod, "6"),
        ("地域再生計画の計画期間", PlanPart.PlanPeriod, "6"),
        ("地域再生計画の期間", PlanPart.PlanPeriod, "6"),
        ("目標の達成状況に係る評価に関する事項", PlanPart.Assessment, "7"),
        ("目標の達成状況に係る評価の手法", PlanPart.AssessmentMethod, "7-1"),
        ("目標の達成状況に係る評価の時期及び評価を行う内容", PlanPart.AssessmentTime, "7-2"),
        ("目標の達成状況に係る評価の時期", PlanPart.AssessmentTime, "7-2"),
        ("目標の達成状況に係る評価の公表の手法", PlanPart.AssessmentPublication, "7-3"),
    ];

    private static readonly ILookup<char, (string Phrase, PlanPart Part, string? Number)> ByFirst = Phrases
        .OrderByDescending(entry => entry.Phrase.Length)
        .ToLookup(entry => entry.Phrase[0]);

    public static IEnumerable<string> PhrasesOf(PlanPart part) =>
        Phrases.Where(entry => entry.Part == part).Select(entry => entry.Phrase);

    /// <summary>What a numbered section of a project holds, by the words of a title that the form does not use.</summary>
    public static PlanPart Guess(string title) =>
        title.Contains("事業費", StringComparison.Ordinal) || title.Contains("費用", StringComparison.Ordinal)
            ? PlanPart.Cost
            : PlanPart.None;

    /// <summary>The phrases whose first letter stands at <paramref name="start"/>, longest first.</summary>
    public static IEnumerable<(string Phrase, PlanPart Part, string? Number)> BeginningAt(string text, int start)
    {
        var at = Wording.SkipSpace(text, start);
        return at < text.Length ? ByFirst[Wording.Fold(text[at])] : [];
    }

    /// <summary>The longest phrase that begins at <paramref name="start"/>, and where it ends.</summary>
    public static (PlanPart Part, string? Number, int End)? Find(string text, int start)
    {
        var at = Wording.SkipSpace(text, start);
        if (at >= text.Length)
            return null;
        foreach (var (phrase, part, number) in ByFirst[Wording.Fold(text[at])])
        {
            var end = Wording.EndOf(text, at, phrase);
            if (end >= 0)
                return (part, number, end);
        }
        return null;
    }
}
