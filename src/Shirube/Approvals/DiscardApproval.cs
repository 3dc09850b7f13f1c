using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>廃案: the drafter gives the approval up; for one who is gone, a successor does with a reason.
/// What was approved before must hold again first.</summary>
public sealed class DiscardApproval(ShirubeDb db, TimeProvider clock)
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
        if (held.AtHand.WhyNot(ApprovalAct.Discard) is { } fault)
            return fault;
        if (kept is null && !held.AtHand.IsDrafter)
            return new Fault("reason", "APPROVAL008");
        if (await ApprovedOtherwiseAsync(held.Approval, cancel) is { } approved)
            return new Fault(null, "APPROVAL060", Arguments: approved);
        await held.ApplyAsync(ApprovalAct.Discard, kept, cancel);
        await held.FinishAsync(clock, held.Entry("approval.discarded", kept, before), cancel);
        return null;
    }

    /// <summary>The decided approval of the same subject that would freeze it as something else than was approved.</summary>
    private async Task<int?> ApprovedOtherwiseAsync(Approval approval, CancellationToken cancel)
    {
        var decided = await db
            .Approvals.Where(earlier =>
                earlier.GovernmentCode == approval.GovernmentCode
                && earlier.SubjectAddress == approval.SubjectAddress
                && earlier.State == ApprovalState.Decided
            )
            .OrderByDescending(earlier => earlier.Number)
            .FirstOrDefaultAsync(cancel);
        if (decided is null)
            return null;
        var subject = ApprovalSubject.Of(approval.SubjectKind)!;
        var content = await subject.HoldAsync(db, approval.GovernmentCode, approval.SubjectAddress, cancel);
        var approved = await db
            .ApprovedContents.Where(frozen =>
                frozen.ApprovalNumber == decided.Number && frozen.Edition == decided.Edition
            )
            .Select(frozen => frozen.Sha256)
            .SingleAsync(cancel);
        return content is not null && ApprovedContent.HashOf(content.Bytes) == approved ? null : decided.Number;
    }
}
