using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>引戻し: the drafter takes it back while it is not decided; for one who is gone, a successor does with a reason.</summary>
public sealed class PullBackApproval(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, string? reason, CancellationToken cancel = default)
    {
        asker.Require(Act.DraftApprovals);
        if (ApprovalText.FaultOfOpinion(reason, "reason") is { } wrong)
            return wrong;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var held = await HeldApproval.TakeAsync(db, clock, asker, number, cancel);
        if (held is null)
            return new Fault(null, "APPROVAL001");
        var (kept, before) = (ApprovalText.Kept(reason), held.Approval.State);
        if (held.AtHand.WhyNot(ApprovalAct.PullBack) is { } fault)
            return fault;
        if (kept is null && !held.AtHand.IsDrafter)
            return new Fault("reason", "APPROVAL008");
        var waiting = held.AtHand.OpenSeats.ToList();
        await held.ApplyAsync(ApprovalAct.PullBack, kept, cancel);
        await held.News.TellMembersAsync(NotificationKind.ApprovalPulledBack, waiting, cancel);
        await held.FinishAsync(clock, held.Entry("approval.pulledBack", kept, before), cancel);
        return null;
    }
}
