using static Shirube.Approvals.ApprovalAct;
using static Shirube.Approvals.ApprovalParty;

namespace Shirube.Approvals;

/// <summary>
/// 決裁の移り変わり: from which state which act leads where, and who may do it. This table is all there is: what is not
/// in it cannot be done, and <see cref="HeldApproval.Apply"/> alone writes the state.
/// </summary>
/// <param name="From">Null for what is not there yet.</param>
public sealed record ApprovalTransition(ApprovalState? From, ApprovalAct Act, ApprovalState To, ApprovalParty Who)
{
    public static readonly IReadOnlyList<ApprovalTransition> All =
    [
        new(null, Draft, ApprovalState.Draft, Drafter),
        new(ApprovalState.Draft, Revise, ApprovalState.Draft, Drafter),
        new(ApprovalState.Draft, Submit, ApprovalState.InReview, Drafter),
        new(ApprovalState.Draft, Discard, ApprovalState.Discarded, DrafterOrSuccessor),
        new(ApprovalState.InReview, Review, ApprovalState.InReview, Reviewer),
        new(ApprovalState.InReview, ReviewFor, ApprovalState.InReview, ReviewerStandIn),
        new(ApprovalState.InReview, Decide, ApprovalState.Decided, Decider),
        new(ApprovalState.InReview, DecideFor, ApprovalState.Decided, DeciderStandIn),
        new(ApprovalState.InReview, SendBack, ApprovalState.SentBack, AnySeat),
        new(ApprovalState.InReview, PullBack, ApprovalState.PulledBack, DrafterOrSuccessor),
        new(ApprovalState.SentBack, Revise, ApprovalState.Draft, Drafter),
        new(ApprovalState.SentBack, Submit, ApprovalState.InReview, Drafter),
        new(ApprovalState.SentBack, Discard, ApprovalState.Discarded, DrafterOrSuccessor),
        new(ApprovalState.PulledBack, Revise, ApprovalState.Draft, Drafter),
        new(ApprovalState.PulledBack, Submit, ApprovalState.InReview, Drafter),
        new(ApprovalState.PulledBack, Discard, ApprovalState.Discarded, DrafterOrSuccessor),
    ];

    /// <summary>Null when the act is not possible in that state.</summary>
    public static ApprovalTransition? Of(ApprovalState? from, ApprovalAct act) =>
        All.FirstOrDefault(row => row.From == from && row.Act == act);

    /// <summary>No act leads out of it.</summary>
    public static bool IsEnd(ApprovalState state) => All.All(row => row.From != state);
}
