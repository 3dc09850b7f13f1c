namespace Shirube.Documents.Comparison;

/// <summary>変更の手続: what a change of a certified plan asks for.</summary>
public enum ChangeProcedure
{
    /// <summary>手続は要らない: nothing changed.</summary>
    None,

    /// <summary>軽微な変更: reported.</summary>
    Minor,

    /// <summary>どちらとも言えない</summary>
    Unclear,

    /// <summary>変更認定: certified anew (地域再生法7条1項).</summary>
    Certification,
}

/// <summary>What speaks for a procedure. Its words are in <c>Resources/Comparison.resx</c> under <c>ChangeGround.…</c>.</summary>
public enum ChangeGround
{
    /// <summary>計画の名称</summary>
    Name,

    /// <summary>作成主体</summary>
    Authors,

    /// <summary>区域: 法5条2項1号.</summary>
    Area,

    /// <summary>事業に関する事項 as values or whole passages: 法5条2項2号.</summary>
    Project,

    /// <summary>Words of the chapter on the projects.</summary>
    ProjectWording,

    /// <summary>計画期間: 法5条2項3号.</summary>
    Period,

    /// <summary>目標 as values or whole passages: 法5条3項1号.</summary>
    Goal,

    /// <summary>Words of the chapter on the goals.</summary>
    GoalWording,

    /// <summary>評価</summary>
    Evaluation,

    /// <summary>Text that stands in no chapter of the form.</summary>
    Elsewhere,

    /// <summary>書き方だけの違い、移動</summary>
    Wording,

    /// <summary>A side was not read with certainty.</summary>
    Unread,
}

/// <param name="Rows">Which changes point there.</param>
public sealed record ChangeReason(ChangeGround Ground, ChangeProcedure PointsTo, IReadOnlyList<ComparisonRow> Rows);

/// <summary>
/// 変更認定か軽微な変更かの案: what the changes of a regional revitalisation plan point to, for a person to decide. It
/// rests on 地域再生法5条 and 7条; which changes 地域再生法施行規則 calls minor is not held here, and every proposal says so.
/// </summary>
/// <param name="Reasons">The weightiest first.</param>
public sealed record ChangeProposal(ChangeProcedure Procedure, IReadOnlyList<ChangeReason> Reasons)
{
    private const int Places = 3;

    /// <summary>The proposal and what speaks for it, a line each, in words.</summary>
    public IEnumerable<string> Lines =>
        Reasons
            .Select(reason =>
                ComparisonText.Of(
                    "Sheet.Ground",
                    ComparisonText.Of(reason.PointsTo),
                    ComparisonText.Of(reason.Ground),
                    reason.Rows.Count,
                    PlacesOf(reason)
                )
            )
            .Prepend(ComparisonText.Of("Sheet.Proposed", ComparisonText.Of(Procedure)));

    /// <summary>Where the changes of a reason stand: the first few places.</summary>
    public static string PlacesOf(ChangeReason reason)
    {
        var places = reason.Rows.Select(row => row.Place.Label).Distinct().ToList();
        return string.Join(ComparisonText.Of("ListComma"), places.Take(Places)) + (places.Count > Places ? "…" : "");
    }

    public static ChangeProposal Of(PlanComparison comparison)
    {
        var stated = comparison
            .Rows.Where(row => row is { Fact: not null, Kind: ChangeKind.Same or ChangeKind.Rewritten })
            .Select(row => Of(row.Fact!.Value))
            .ToHashSet();
        var reasons = comparison
            .Changes.GroupBy(row => GroundOf(row, stated))
            .Select(rows => new ChangeReason(rows.Key, PointsTo(rows.Key), [.. rows]))
            .OrderByDescending(reason => reason.PointsTo)
            .ThenBy(reason => reason.Ground)
            .ToList();
        return new(reasons.Count == 0 ? ChangeProcedure.None : reasons[0].PointsTo, reasons);
    }

    private static ChangeProcedure PointsTo(ChangeGround ground) =>
        ground switch
        {
            ChangeGround.Wording => ChangeProcedure.Minor,
            ChangeGround.Name
            or ChangeGround.Authors
            or ChangeGround.Area
            or ChangeGround.Project
            or ChangeGround.Period
            or ChangeGround.Goal => ChangeProcedure.Certification,
            _ => ChangeProcedure.Unclear,
        };

    /// <param name="stated">Grounds whose facts both plans state alike: a text that states them in another way changes nothing.</param>
    private static ChangeGround GroundOf(ComparisonRow row, HashSet<ChangeGround> stated) =>
        row.Kind switch
        {
            ChangeKind.Rewritten or ChangeKind.Moved => ChangeGround.Wording,
            ChangeKind.Unclear => ChangeGround.Unread,
            _ when row.Fact is { } fact => Of(fact),
            _ when row.Subject == RowSubject.Indicator => ChangeGround.Goal,
            _ when OfText(row.Place.Chapter, isWording: row.Kind == ChangeKind.Changed) is var ground => ground
                is ChangeGround.Name
                    or ChangeGround.Authors
                    or ChangeGround.Area
                    or ChangeGround.Period
            && stated.Contains(ground)
                ? ChangeGround.Wording
                : ground,
            _ => ChangeGround.Elsewhere,
        };

    internal static ChangeGround Of(PlanFact fact) =>
        fact switch
        {
            PlanFact.Name => ChangeGround.Name,
            PlanFact.Authors => ChangeGround.Authors,
            PlanFact.Area => ChangeGround.Area,
            PlanFact.PlanPeriod or PlanFact.Period => ChangeGround.Period,
            _ => ChangeGround.Project,
        };

    internal static ChangeGround OfText(int? chapter, bool isWording) =>
        chapter switch
        {
            1 => ChangeGround.Name,
            2 => ChangeGround.Authors,
            3 => ChangeGround.Area,
            4 => isWording ? ChangeGround.GoalWording : ChangeGround.Goal,
            5 => isWording ? ChangeGround.ProjectWording : ChangeGround.Project,
            6 => ChangeGround.Period,
            7 => ChangeGround.Evaluation,
            _ => ChangeGround.Elsewhere,
        };
}
