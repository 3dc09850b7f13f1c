using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>起案の書き直し: another reason, other attachments, and the content as it is now.</summary>
public sealed class ReviseApproval(ShirubeDb db, TimeProvider clock)
{
    /// <param name="kept">Numbers of the attachments that stay.</param>
    /// <returns>What stands in the way; empty when it is done.</returns>
    public async Task<IReadOnlyList<Fault>> ExecuteAsync(
        Asker asker,
        int number,
        string reason,
        IReadOnlyCollection<int> kept,
        IReadOnlyList<NewAttachment> attachments,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.DraftApprovals);
        List<Fault> faults = [.. Attachments.FaultsOf(attachments, kept.Count)];
        if (ApprovalText.FaultOfReason(reason) is { } wrong)
            faults.Add(wrong);
        if (faults.Count > 0)
            return faults;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var held = await HeldApproval.TakeAsync(db, clock, asker, number, cancel);
        if (held is null)
            return [new Fault(null, "APPROVAL001")];
        var (approval, before) = (held.Approval, held.Approval.State);
        if (held.AtHand.WhyNot(ApprovalAct.Revise) is { } fault)
            return [fault];
        var subject = ApprovalSubject.Of(approval.SubjectKind)!;
        var content = await subject.HoldAsync(db, approval.GovernmentCode, approval.SubjectAddress, cancel);
        if (content is null)
            return [new Fault(null, "APPROVAL010")];
        var stay = await db
            .ApprovalAttachments.AsNoTracking()
            .Where(file => file.ApprovalNumber == number && file.Edition == approval.Edition)
            .Where(file => kept.Contains(file.Number))
            .OrderBy(file => file.Number)
            .ToListAsync(cancel);
        await held.ApplyAsync(ApprovalAct.Revise, null, cancel);
        approval.Reason = ApprovalText.Kept(reason)!;
        approval.Edition++;
        await new FreezeContent(db).ExecuteAsync(approval, subject, content.Bytes, held.Now, cancel);
        await Attachments.AddAsync(db, approval, stay, attachments, cancel);
        await held.FinishAsync(clock, held.Entry("approval.revised", approval.Reason, before), cancel);
        return [];
    }
}
