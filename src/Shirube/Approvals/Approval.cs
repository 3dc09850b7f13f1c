using Shirube.Governments;

namespace Shirube.Approvals;

/// <summary>決裁: one thing put through a route of approvers. Its state is written by <see cref="HeldApproval.Apply"/> alone.</summary>
public sealed class Approval
{
    public const int TextMaxLength = 4000;

    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government.</summary>
    public int Number { get; init; }

    /// <summary>Name of an <see cref="ApprovalSubject"/>: <c>documentVersion</c>.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>As the site addresses it: <c>/governments/100005/documents/3?version=2</c>.</summary>
    public required string SubjectAddress { get; init; }

    /// <summary>What it was called when it was drafted.</summary>
    public required string SubjectName { get; init; }
    public Guid DrafterId { get; init; }

    /// <summary>The department that drafts; null for a post beside the departments.</summary>
    public int? DepartmentNumber { get; init; }
    public DateTimeOffset DraftedAt { get; init; }
    public ApprovalState State { get; private set; }

    /// <summary>起案理由</summary>
    public required string Reason { get; set; }

    /// <summary>Which frozen content it is about; counts from 1.</summary>
    public int Edition { get; set; }

    /// <summary>How often it was submitted; 0 before the first time.</summary>
    public int Round { get; private set; }

    /// <summary>The step that it has reached; 0 outside a review.</summary>
    public int StepPosition { get; private set; }

    /// <summary>What the route was called when it was submitted.</summary>
    public string? RouteName { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it was decided or discarded.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public string Address => AddressOf(GovernmentCode, Number);

    public static string AddressOf(GovernmentCode government, int number) =>
        $"/governments/{government}/approvals/{number}";

    internal void MoveTo(ApprovalState state, DateTimeOffset now)
    {
        State = state;
        if (state != ApprovalState.InReview)
            StepPosition = 0;
        if (ApprovalTransition.IsEnd(state))
            EndedAt = now;
    }

    internal void Begin(string route, DateTimeOffset now) =>
        (Round, StepPosition, RouteName, SubmittedAt) = (Round + 1, 1, route, now);

    internal void GoTo(int step) => StepPosition = step;
}
