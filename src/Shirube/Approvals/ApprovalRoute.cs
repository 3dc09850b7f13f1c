using Shirube.Governments;

namespace Shirube.Approvals;

/// <summary>What a step of a route does.</summary>
public enum StepKind
{
    /// <summary>合議: its members agree, in any order.</summary>
    Review,

    /// <summary>決裁: one member decides; always the last step.</summary>
    Decision,
}

/// <summary>
/// 決裁経路: a named order of steps. An approval copies the steps when it is submitted, so a change here changes
/// nothing that runs.
/// </summary>
public sealed class ApprovalRoute
{
    public const int NameMaxLength = 100;

    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government.</summary>
    public int Number { get; init; }
    public required string Name { get; set; }

    /// <summary>False when nothing new is to be sent along it.</summary>
    public bool IsInUse { get; set; } = true;
    public List<RouteStep> Steps { get; init; } = [];
}

/// <summary>One step of a route; its members are asked at the same time.</summary>
public sealed class RouteStep
{
    public const int NameMaxLength = 40;

    public GovernmentCode GovernmentCode { get; init; }
    public int RouteNumber { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Position { get; init; }
    public StepKind Kind { get; init; }

    /// <summary>課長, 合議, 副市長: what the seal box is headed with.</summary>
    public required string Name { get; init; }
    public List<RouteSeat> Seats { get; init; } = [];
}

/// <summary>A member of a step: a named person, or whoever is an approver of a department on the day.</summary>
public sealed class RouteSeat
{
    public GovernmentCode GovernmentCode { get; init; }
    public int RouteNumber { get; init; }
    public int StepPosition { get; init; }

    /// <summary>Counts from 1 within the step.</summary>
    public int Position { get; init; }

    /// <summary>Either this or <see cref="DepartmentNumber"/>.</summary>
    public Guid? PersonId { get; init; }
    public int? DepartmentNumber { get; init; }

    /// <summary>代決者: acts when the member is absent; null when nobody is named.</summary>
    public Guid? DeputyId { get; init; }
}
