namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The columns that verification sheets have, whatever a government calls them.</summary>
internal enum SheetField
{
    No,
    BasicGoal,
    Project,
    Department,
    GrantKind,
    Cost,
    Donation,
    DonationCount,
    Content,
    IndicatorName,
    Unit,
    Target,
    TargetYear,
    Actual,
    SelfEvaluation,
    ExpertEvaluation,
    ExpertOpinion,
    NextStep,
    Reason,
    Review,

    /// <summary>A known column that the contract has no place for (達成率, 基準値): never another's value.</summary>
    Other,
}
