namespace Shirube.Plans.Writing;

/// <summary>施策体系の項目: 基本理念, 基本方針, 施策 or 事業, by its level.</summary>
/// <param name="Number">Counts from 1 within the plan and stays its own.</param>
/// <param name="Parent">Null at the top.</param>
/// <param name="Weight">
/// How much it counts among its siblings when their progress is put together; null counts as 1.
/// </param>
public sealed record PolicyNode(int Number, int? Parent, string Name, string Text, decimal? Weight)
{
    /// <summary>Indicators that show its progress, each with its weight among them.</summary>
    public IReadOnlyList<NodeIndicator> Indicators { get; init; } = [];

    /// <summary>What it is tied to elsewhere: other plans, ordinances.</summary>
    public IReadOnlyList<PlanLink> Links { get; init; } = [];
}

/// <param name="Indicator">Its number in the plan.</param>
/// <param name="Weight">Null counts as 1.</param>
public sealed record NodeIndicator(int Indicator, decimal? Weight);

/// <summary>つながり of a node, or of the whole plan, to something else.</summary>
/// <param name="Address">Of a page in Shirube, or null for what is not there (an ordinance on paper).</param>
public sealed record PlanLink(PlanRelation Relation, string Name, string? Address);
