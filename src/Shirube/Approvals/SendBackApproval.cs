using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>差戻し: gives the approval back to its drafter, with the reason.</summary>
public sealed class SendBackApproval(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, string? reason, CancellationToken cancel = default)
    {
        asker.Require(Act.DecideApprovals);
        if (ApprovalText.FaultOfReason(reason, "reason") is { } wrong)
            return wrong;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var held = await HeldApproval.TakeAsync(db, clock, asker, number, cancel);
        if (held is null)
            return new Fault(null, "APPROVAL001");
        var (kept, before) = (ApprovalText.Kept(reason), held.Approval.State);
        if (held.AtHand.WhyNot(ApprovalAct.SendBack) is { } fault)
            return fault;
        await held.ApplyAsync(ApprovalAct.SendBack, kept, cancel);
        held.News.Tell(NotificationKind.ApprovalSentBack, [held.Approval.DrafterId]);
        await held.FinishAsync(clock, held.Entry("approval.sentBack", kept, before), cancel);
        return null;
    }
}
