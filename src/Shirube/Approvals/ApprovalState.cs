namespace Shirube.Approvals;

/// <summary>決裁の状態: where an approval stands.</summary>
public enum ApprovalState
{
    /// <summary>起案中: only the drafter works on it.</summary>
    Draft,

    /// <summary>回議中: lies with those of the step that it has reached. Its subject is frozen.</summary>
    InReview,

    /// <summary>決裁済: the end. Its subject stays frozen until a new approval of it is drafted.</summary>
    Decided,

    /// <summary>差戻し: back with the drafter, for a reason.</summary>
    SentBack,

    /// <summary>引戻し: taken back by the drafter, or for one who is gone.</summary>
    PulledBack,

    /// <summary>廃案: given up by the drafter, or for one who is gone; the end.</summary>
    Discarded,
}

/// <summary>決裁の行為: what somebody does with an approval. <see cref="ApprovalTransition"/> says when and who.</summary>
public enum ApprovalAct
{
    /// <summary>起案</summary>
    Draft,

    /// <summary>起案の書き直し: other reason or attachments, or the content as it is now.</summary>
    Revise,

    /// <summary>回議に付す</summary>
    Submit,

    /// <summary>合議: agrees, with an opinion.</summary>
    Review,

    /// <summary>合議の代決: agrees for an absent reviewer.</summary>
    ReviewFor,

    /// <summary>決裁</summary>
    Decide,

    /// <summary>代決: decides for the absent one.</summary>
    DecideFor,

    /// <summary>差戻し</summary>
    SendBack,

    /// <summary>引戻し</summary>
    PullBack,

    /// <summary>廃案にする</summary>
    Discard,
}

/// <summary>What somebody is to an approval when doing an act.</summary>
public enum ApprovalParty
{
    Drafter,

    /// <summary>The drafter; where the drafter no longer holds a post that drafts, who drafts for the whole government.</summary>
    DrafterOrSuccessor,

    /// <summary>Holds an open seat of the review that it has reached.</summary>
    Reviewer,

    /// <summary>Deputy or delegate of one who holds such a seat.</summary>
    ReviewerStandIn,

    /// <summary>Holds the seat of the decision, which it has reached.</summary>
    Decider,

    /// <summary>Deputy or delegate of the one who decides.</summary>
    DeciderStandIn,

    /// <summary>Holds, or stands in for, a seat of the step that it has reached.</summary>
    AnySeat,
}
