using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>回議に付す: sends the approval along a route, whose steps it copies. From now on its subject is frozen.</summary>
public sealed class SubmitApproval(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, int routeNumber, CancellationToken cancel = default)
    {
        asker.Require(Act.DraftApprovals);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var held = await HeldApproval.TakeAsync(db, clock, asker, number, cancel);
        if (held is null)
            return new Fault(null, "APPROVAL001");
        var (approval, before) = (held.Approval, held.Approval.State);
        var route = await RouteAsync(routeNumber, cancel);
        if (route is null)
            return new Fault("route", "APPROVAL013");
        if (held.AtHand.WhyNot(ApprovalAct.Submit) is { } fault)
            return fault;
        if (await ContentFaultAsync(approval, cancel) is { } changed)
            return changed;
        if (
            await new RouteMembers(db, JapanDay.Today(clock)).FaultAsync(route, approval.DrafterId, cancel) is
            { } nobody
        )
            return nobody;
        await held.ApplyAsync(ApprovalAct.Submit, null, cancel, () => approval.Begin(route.Name, held.Now));
        db.AddRange(route.Steps.Select(step => StepOf(approval, step)));
        var seats = route.Steps.SelectMany(step => step.Seats).Select(seat => SeatOf(approval, seat)).ToList();
        db.AddRange(seats);
        await held.News.TellMembersAsync(
            NotificationKind.ApprovalWaits,
            seats.Where(seat => seat.StepPosition == 1),
            cancel
        );
        await held.FinishAsync(clock, held.Entry("approval.submitted", null, before), cancel);
        return null;
    }

    private async Task<ApprovalRoute?> RouteAsync(int number, CancellationToken cancel) =>
        await db
            .ApprovalRoutes.AsNoTracking()
            .Include(route => route.Steps)
                .ThenInclude(step => step.Seats)
            .SingleOrDefaultAsync(route => route.Number == number && route.IsInUse, cancel);

    /// <summary>What was drafted has to be what is there: nobody approves what is no longer so.</summary>
    private async Task<Fault?> ContentFaultAsync(Approval approval, CancellationToken cancel)
    {
        var subject = ApprovalSubject.Of(approval.SubjectKind)!;
        var content = await subject.HoldAsync(db, approval.GovernmentCode, approval.SubjectAddress, cancel);
        if (content is null)
            return new Fault(null, "APPROVAL010");
        if (content.Fault is { } refused)
            return refused;
        var sha256 = ApprovedContent.HashOf(content.Bytes);
        return await db.ApprovedContents.AnyAsync(
            frozen =>
                frozen.ApprovalNumber == approval.Number
                && frozen.Edition == approval.Edition
                && frozen.Sha256 == sha256,
            cancel
        )
            ? null
            : new Fault(null, "APPROVAL012");
    }

    private static ApprovalStep StepOf(Approval approval, RouteStep step) =>
        new()
        {
            GovernmentCode = approval.GovernmentCode,
            ApprovalNumber = approval.Number,
            Round = approval.Round,
            Position = step.Position,
            Kind = step.Kind,
            Name = step.Name,
        };

    private static ApprovalSeat SeatOf(Approval approval, RouteSeat seat) =>
        new()
        {
            GovernmentCode = approval.GovernmentCode,
            ApprovalNumber = approval.Number,
            Round = approval.Round,
            StepPosition = seat.StepPosition,
            Position = seat.Position,
            PersonId = seat.PersonId,
            DepartmentNumber = seat.DepartmentNumber,
            DeputyId = seat.DeputyId,
        };
}
