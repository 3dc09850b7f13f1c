using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>Fills the seat that is open to the asker, moves on to the next step, and records it: 合議, 決裁 and 代決 alike.</summary>
internal sealed class FillSeat(ShirubeDb db, TimeProvider clock)
{
    /// <param name="act">Of the act, by the kind of the step that was reached.</param>
    /// <param name="seen">SHA-256 of the content that the person looked at.</param>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int number,
        Func<StepKind, ApprovalAct> act,
        string seen,
        string? opinion,
        CancellationToken cancel
    )
    {
        asker.Require(Act.DecideApprovals);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var held = await HeldApproval.TakeAsync(db, clock, asker, number, cancel);
        if (held is null)
            return new Fault(null, "APPROVAL001");
        var asked = act(held.AtHand.Step?.Kind ?? StepKind.Review);
        if (held.AtHand.WhyNot(asked) is { } fault)
            return fault;
        if (!await IsWhatWasSeenAsync(held.Approval, seen, cancel))
            return new Fault(null, "APPROVAL007");
        var (seat, holding) = held.AtHand.Seat!.Value;
        var (kept, before) = (ApprovalText.Kept(opinion), held.Approval.State);
        // The database lets an approval be decided when all its seats are filled, and looks for itself.
        await held.ApplyAsync(asked, kept, cancel, () => seat.Fill(asker.Person, holding, kept, held.Now));
        if (held.Approval.State == ApprovalState.InReview)
            await GoOnAsync(held, cancel);
        else
        {
            await FollowAsync(asker, held.Approval, cancel);
            held.News.Tell(NotificationKind.ApprovalDecided, [held.Approval.DrafterId]);
        }
        if (holding != SeatHolding.Own)
            await held.News.TellMembersAsync(NotificationKind.ApprovalActedFor, [seat], cancel);
        await held.FinishAsync(clock, held.Entry(AuditNameOf(asked), kept, before), cancel);
        return null;
    }

    private static async Task GoOnAsync(HeldApproval held, CancellationToken cancel)
    {
        var (seats, step) = (held.AtHand.Seats, held.Approval.StepPosition);
        if (seats.Any(seat => seat.StepPosition == step && seat.IsOpen))
            return;
        held.Approval.GoTo(step + 1);
        await held.News.TellMembersAsync(
            NotificationKind.ApprovalWaits,
            seats.Where(seat => seat.StepPosition == step + 1),
            cancel
        );
    }

    /// <summary>What the kind of the subject does with what was decided.</summary>
    private async Task FollowAsync(Asker asker, Approval approval, CancellationToken cancel)
    {
        if (ApprovalSubject.Of(approval.SubjectKind)?.OnDecidedAsync is not { } follow)
            return;
        var content = await db
            .ApprovedContents.AsNoTracking()
            .SingleAsync(
                content => content.ApprovalNumber == approval.Number && content.Edition == approval.Edition,
                cancel
            );
        await follow(
            db,
            clock,
            asker,
            new DecidedContent(approval.SubjectAddress, approval.Number, content.Bytes),
            cancel
        );
    }

    private async Task<bool> IsWhatWasSeenAsync(Approval approval, string seen, CancellationToken cancel) =>
        await db.ApprovedContents.AnyAsync(
            content =>
                content.ApprovalNumber == approval.Number
                && content.Edition == approval.Edition
                && content.Sha256 == seen,
            cancel
        );

    private static string AuditNameOf(ApprovalAct act) =>
        act switch
        {
            ApprovalAct.Review => "approval.reviewed",
            ApprovalAct.ReviewFor => "approval.reviewedFor",
            ApprovalAct.Decide => "approval.decided",
            _ => "approval.decidedFor",
        };
}
