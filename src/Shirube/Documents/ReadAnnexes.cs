using Shirube.Calendar;
using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Documents;

/// <summary>施策体系の項目 as printed.</summary>
/// <param name="Depth">0 at the top.</param>
/// <param name="Level">What its level is called, as printed; null where the document does not say.</param>
public sealed record ReadNode(int Depth, string? Level, Read<string> Name)
{
    public const decimal MostWeight = 1_000;

    public Read<string>? Text { get; init; }

    /// <summary>How much it counts among its siblings.</summary>
    public Read<decimal>? Weight { get; init; }
    public IReadOnlyList<ReadTie> Indicators { get; init; } = [];
    public IReadOnlyList<ReadLink> Links { get; init; } = [];
}

/// <summary>An indicator that shows the progress of a node.</summary>
/// <param name="Indicator">Its place among the reading's indicators, from 0.</param>
public sealed record ReadTie(Read<int> Indicator, Read<decimal>? Weight);

/// <summary>上位計画, 関連計画, 根拠条例 by name.</summary>
public sealed record ReadLink(PlanRelation Relation, Read<string> Name);

/// <summary>数値目標の説明: what the figures of a KPI mean, where the document says so in an annex of its own.</summary>
public sealed record ReadMeaning
{
    public Read<TargetBasis>? Basis { get; init; }
    public Read<Direction>? Direction { get; init; }

    /// <summary>In the KPI's unit, as is the other end.</summary>
    public Read<decimal>? RangeLow { get; init; }
    public Read<decimal>? RangeHigh { get; init; }

    /// <summary>How it is counted, in words, with the line ends of its cell.</summary>
    public Read<string>? Definition { get; init; }
}

/// <summary>One line of a schedule.</summary>
/// <param name="From">First day of the first month; null where it is not certain.</param>
/// <param name="To">First day of the last month.</param>
public sealed record ReadScheduleItem(Read<string> Name, Read<DateOnly>? From, Read<DateOnly>? To, Read<string>? Note);

/// <summary>What one source gives in one fiscal year.</summary>
public sealed record ReadFunding(FiscalYear Year, FundingSource Source, Read<decimal> Yen);

/// <summary>The share of private funds aimed at in the n-th year of the project, in percent.</summary>
public sealed record ReadPrivateShare(int NthYear, Read<decimal> Percent);
