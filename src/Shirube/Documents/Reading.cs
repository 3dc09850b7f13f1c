using Shirube.Calendar;
using Shirube.Indicators;

namespace Shirube.Documents;

public enum ReadingKind
{
    Unknown,
    Plan,
    VerificationSheet,
    PolicyOutline,
    IndicatorTable,
}

/// <summary>
/// What was read out of one document, each value with its evidence. Null means: not there, or not certain (a
/// finding then says why). The published shape is the reading contract, written by <see cref="ReadingJson"/>.
/// </summary>
public sealed record Reading
{
    public required ReadingKind Kind { get; init; }
    public Read<string>? Title { get; init; }
    public IReadOnlyList<Read<string>> Entities { get; init; } = [];
    public Read<string>? Area { get; init; }

    /// <summary>Code of the law's support measure, for example <c>A3007</c>, half-width.</summary>
    public Read<string>? SupportMeasure { get; init; }

    /// <summary>まち・ひと・しごと創生寄附活用事業: the <see cref="SupportMeasure"/> of plans that rest on donations.</summary>
    public const string DonationMeasure = "A2007";
    public Read<string>? ProjectName { get; init; }
    public Read<DateOnly>? ProjectStart { get; init; }
    public Read<DateOnly>? ProjectEnd { get; init; }
    public Read<PlanStart>? PlanStart { get; init; }
    public Read<DateOnly>? PlanEnd { get; init; }
    public Read<DateOnly>? PeriodStart { get; init; }
    public Read<DateOnly>? PeriodEnd { get; init; }
    public Read<decimal>? TotalCostYen { get; init; }
    public IReadOnlyList<ReadIndicator> Indicators { get; init; } = [];
    public IReadOnlyList<ReadVerification> Verification { get; init; } = [];
    public IReadOnlyList<ReadSheetRow> Rows { get; init; } = [];
    public IReadOnlyList<ReadPolicy> Policies { get; init; } = [];
    public IReadOnlyList<ReadChapter> Chapters { get; init; } = [];

    /// <summary>施策体系 to any depth, parents before their children; empty where only policies and measures are known.</summary>
    public IReadOnlyList<ReadNode> Tree { get; init; } = [];

    /// <summary>What the whole tree is tied to: plans above and beside, ordinances.</summary>
    public IReadOnlyList<ReadLink> Links { get; init; } = [];

    /// <summary>工程表</summary>
    public IReadOnlyList<ReadScheduleItem> Schedule { get; init; } = [];

    /// <summary>財源計画, in yen.</summary>
    public IReadOnlyList<ReadFunding> Funding { get; init; } = [];

    /// <summary>民間資金の割合の目標</summary>
    public IReadOnlyList<ReadPrivateShare> PrivateShares { get; init; } = [];
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>A plan starts with its certification (<see cref="Date"/> null) or on a date.</summary>
public readonly record struct PlanStart(DateOnly? Date);

/// <summary>One KPI of a plan or a strategy, as printed.</summary>
public sealed record ReadIndicator
{
    private readonly int? printedNo;

    /// <summary>Its number in the reading, from 1: the printed one where no other KPI has it.</summary>
    public required int No { get; init; }

    /// <summary>The number that the document prints, which two KPIs may share; 0 where it prints none.</summary>
    public int PrintedNo
    {
        get => printedNo ?? No;
        init => printedNo = value;
    }
    public Read<string>? Name { get; init; }
    public Read<string>? Unit { get; init; }

    /// <summary>What the printed figures are as far as the text says.</summary>
    public PrintedBasis Basis { get; init; } = PrintedBasis.Unknown;

    /// <summary>What a person said the figures are; never read, and null until somebody did.</summary>
    public TargetBasis? TargetBasis { get; init; }
    public Read<decimal>? Baseline { get; init; }

    /// <summary>A dash or 集計中 in place of the baseline; else <see cref="FigureState.NotEntered"/>.</summary>
    public FigureState BaselineState { get; init; }
    public Read<FiscalYear>? BaselineYear { get; init; }

    /// <summary>What an annex of the document says of the figures; null where none does.</summary>
    public ReadMeaning? Meaning { get; init; }
    public IReadOnlyList<ReadFigure> Targets { get; init; } = [];
    public IReadOnlyList<ReadFigure> Actuals { get; init; } = [];

    /// <summary>The printed cumulative figure, never one that Shirube added up.</summary>
    public Read<decimal>? Total { get; init; }
}

/// <summary>What the heading over printed yearly figures calls them.</summary>
public enum PrintedBasis
{
    Unknown,
    Increment,
    Level,
    Cumulative,
}

/// <summary>The figure of one year. <see cref="Figure"/> is null for a dash, 集計中 or an open value.</summary>
public sealed record ReadFigure(FiscalYear Year, Read<decimal>? Figure, FigureState State)
{
    /// <summary>Where a dash or 集計中 stands; for a number its own evidence says so.</summary>
    public Evidence? At { get; init; }
}

/// <summary>Who verifies the plan for one of its governments, when, how, and where the result is published.</summary>
public sealed record ReadVerification
{
    public Read<string>? Entity { get; init; }

    /// <summary>Month of the year, 1 to 12.</summary>
    public Read<int>? Month { get; init; }
    public Read<string>? Body { get; init; }
    public IReadOnlyList<ReadSeat> Seats { get; init; } = [];

    /// <summary>外部組織の参画者 as written, also where no seats can be told from it.</summary>
    public Read<string>? Participants { get; init; }
    public Read<string>? Method { get; init; }
    public Read<string>? Publication { get; init; }
}

/// <summary>Seats of one sector on the council, as written (産業団体, 銀行 …).</summary>
public sealed record ReadSeat(Read<string> Sector, Read<int>? Count);

/// <summary>One project in a verification sheet. Text cells are joined without the line breaks that cells force.</summary>
public sealed record ReadSheetRow
{
    /// <summary>Its number in the sheet, from 1.</summary>
    public required int No { get; init; }
    public Read<string>? BasicGoal { get; init; }
    public Read<string>? Project { get; init; }
    public Read<string>? Department { get; init; }
    public Read<string>? GrantKind { get; init; }
    public Read<decimal>? CostYen { get; init; }
    public Read<decimal>? DonationYen { get; init; }
    public Read<int>? DonationCount { get; init; }
    public Read<string>? Content { get; init; }
    public IReadOnlyList<ReadSheetIndicator> Indicators { get; init; } = [];
    public Read<string>? SelfEvaluation { get; init; }
    public Read<string>? ExpertEvaluation { get; init; }
    public Read<string>? ExpertOpinion { get; init; }
    public Read<string>? NextStep { get; init; }
    public Read<string>? Reason { get; init; }
    public Read<string>? Review { get; init; }
}

/// <summary>The KPI of one row of a verification sheet.</summary>
public sealed record ReadSheetIndicator
{
    public Read<string>? Name { get; init; }
    public Read<string>? Unit { get; init; }
    public Read<decimal>? Target { get; init; }
    public Read<FiscalYear>? TargetYear { get; init; }
    public Read<decimal>? Actual { get; init; }
    public FigureState State { get; init; } = FigureState.NotEntered;

    /// <summary>Where 集計中 or a dash stands in place of a number.</summary>
    public Evidence? StateAt { get; init; }
}

/// <summary>One policy of a policy outline with its measures in order.</summary>
public sealed record ReadPolicy(Read<string>? No, Read<string> Name, IReadOnlyList<Read<string>> Measures);

/// <summary>One chapter or section of a plan: statutory number as <c>5-2</c>, half-width, null where unnumbered.</summary>
public sealed record ReadChapter(string? Number, Read<string> Title, Read<string> Text);
