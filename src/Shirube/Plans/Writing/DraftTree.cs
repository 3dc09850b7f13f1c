using Shirube.Calendar;

namespace Shirube.Plans.Writing;

public sealed class DraftNode : DraftPart
{
    public int Number { get; init; }
    public int? Parent { get; set; }

    /// <summary>Order among its siblings; not without gaps.</summary>
    public int Position { get; set; }
    public required string Name { get; set; }
    public required string Text { get; set; }
    public decimal? Weight { get; set; }

    /// <summary>Address of the node that it began as a copy of.</summary>
    public string? CopiedFrom { get; init; }
}

public sealed class DraftNodeIndicator : DraftPart
{
    public int NodeNumber { get; init; }
    public int IndicatorNumber { get; init; }
    public decimal? Weight { get; set; }
}

public sealed class DraftLink : DraftPart
{
    public int Number { get; init; }

    /// <summary>Null for a link of the whole plan.</summary>
    public int? NodeNumber { get; init; }
    public PlanRelation Relation { get; init; }
    public required string Name { get; init; }
    public string? Address { get; init; }

    public PlanLink Link => new(Relation, Name, Address);
}

public sealed class DraftFunding : DraftPart
{
    public FiscalYear Year { get; init; }
    public FundingSource Source { get; init; }
    public decimal Yen { get; set; }
}

public sealed class DraftPrivateShare : DraftPart
{
    public int NthYear { get; init; }
    public decimal Percent { get; set; }
}

public sealed class DraftScheduleItem : DraftPart
{
    public int Number { get; init; }
    public int Position { get; set; }
    public required string Name { get; set; }
    public DateOnly FirstMonth { get; set; }
    public DateOnly LastMonth { get; set; }
    public required string Note { get; set; }
}
