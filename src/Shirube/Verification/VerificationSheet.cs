using Shirube.Calendar;
using Shirube.Documents.Stored;
using Shirube.Indicators;

namespace Shirube.Verification;

/// <summary>効果検証シート: one version of a sheet.</summary>
public sealed class VerificationSheet : VersionPart
{
    public DateOnly? PeriodStart { get; set; }
    public DateOnly? PeriodEnd { get; set; }
    public List<SheetRow> Rows { get; init; } = [];
}

/// <summary>One project of a sheet. Amounts in yen.</summary>
public sealed class SheetRow : VersionPart
{
    public int Position { get; init; }
    public int No { get; init; }
    public string? BasicGoal { get; set; }
    public string? Project { get; set; }
    public string? Department { get; set; }
    public string? GrantKind { get; set; }
    public decimal? CostYen { get; set; }
    public decimal? DonationYen { get; set; }
    public int? DonationCount { get; set; }
    public string? Content { get; set; }
    public string? SelfEvaluation { get; set; }
    public string? ExpertEvaluation { get; set; }
    public string? ExpertOpinion { get; set; }
    public string? NextStep { get; set; }
    public string? Reason { get; set; }
    public string? Review { get; set; }
    public List<SheetIndicator> Indicators { get; init; } = [];
}

/// <summary>The KPI of one row.</summary>
public sealed class SheetIndicator : VersionPart
{
    public int RowPosition { get; init; }
    public int Position { get; init; }
    public string? Name { get; set; }
    public string? Unit { get; set; }
    public decimal? Target { get; set; }
    public FiscalYear? TargetYear { get; set; }
    public decimal? Actual { get; set; }
    public FigureState State { get; set; }

    /// <summary>Lets the state follow an actual that a person put in or took away.</summary>
    internal void SettleState() => State = State.After(Actual);
}
