using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.People;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>An approval as one person meets it on a day: what the person is to it, and which acts are open.</summary>
/// <param name="Steps">Of the submission that runs or ran last.</param>
/// <param name="Seats">Of the same, in their order.</param>
public sealed record ApprovalAtHand(
    Approval Approval,
    IReadOnlyList<ApprovalStep> Steps,
    IReadOnlyList<ApprovalSeat> Seats,
    ApproverStanding Standing,
    Asker Asker
)
{
    public static async Task<ApprovalAtHand> OfAsync(
        ShirubeDb db,
        Asker asker,
        Approval approval,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var steps = await db
            .ApprovalSteps.Where(step => step.ApprovalNumber == approval.Number && step.Round == approval.Round)
            .OrderBy(step => step.Position)
            .ToListAsync(cancel);
        var seats = await db
            .ApprovalSeats.Where(seat => seat.ApprovalNumber == approval.Number && seat.Round == approval.Round)
            .OrderBy(seat => seat.StepPosition)
            .ThenBy(seat => seat.Position)
            .ToListAsync(cancel);
        var standing = await ApproverStanding.OfAsync(db, asker.Person, day, cancel);
        var roles = await db
            .Posts.HeldBetween(day, day)
            .Where(post => post.GovernmentCode == approval.GovernmentCode && post.PersonId == approval.DrafterId)
            .Select(post => post.Role)
            .ToListAsync(cancel);
        return new(approval, steps, seats, standing, asker)
        {
            IsDrafterGone = roles.TrueForAll(role => PermissionTable.Of(role, Act.DraftApprovals) == Reach.None),
        };
    }

    /// <summary>Holds no post that day with which approvals are drafted.</summary>
    public bool IsDrafterGone { get; private init; }

    public bool IsDrafter => Approval.DrafterId == Asker.Person;

    /// <summary>The drafter, those of its route, and those whose posts let them read the approvals of the department or government.</summary>
    public bool IsVisible =>
        IsDrafter
        || Asker.ReachOf(Act.ReadApprovals) == Reach.Government
        || Asker.May(Act.ReadApprovals, Approval.DepartmentNumber)
        || Seats.Any(seat => seat.FilledBy == Asker.Person || Standing.HoldingOf(seat) is not null);

    public ApprovalStep? Step => Steps.FirstOrDefault(step => step.Position == Approval.StepPosition);

    /// <summary>Those that the step it has reached waits for.</summary>
    public IEnumerable<ApprovalSeat> OpenSeats =>
        Seats.Where(seat => seat.StepPosition == Approval.StepPosition && seat.IsOpen);

    /// <summary>The open seat of the step that it has reached which the person may fill, as a member before standing in.</summary>
    public (ApprovalSeat Seat, SeatHolding Holding)? Seat =>
        OpenSeats
            .Select(seat => (Seat: seat, Holding: Standing.HoldingOf(seat)))
            .Where(seat => seat.Holding is not null)
            .OrderBy(seat => seat.Holding)
            .Select(seat => ((ApprovalSeat, SeatHolding)?)(seat.Seat, seat.Holding!.Value))
            .FirstOrDefault();

    /// <summary>The seats that somebody filled for the person, or for an approver of the person's department.</summary>
    public IEnumerable<ApprovalSeat> ToConfirm =>
        IsDrafter
            ? []
            : Seats.Where(seat =>
                seat.AwaitsConfirmation && Standing.IsMemberOf(seat) && seat.FilledBy != Asker.Person
            );

    /// <summary>The acts that are open to the person now, in the order of the table.</summary>
    public IReadOnlyList<ApprovalAct> Open =>
        [
            .. ApprovalTransition
                .All.Where(row => row.From == Approval.State && WhyNot(row.Act) is null)
                .Select(row => row.Act),
        ];

    /// <summary>Why the act cannot be done; null when it can.</summary>
    public Fault? WhyNot(ApprovalAct act) =>
        ApprovalTransition.Of(Approval.State, act) is not { } row ? new Fault(null, "APPROVAL002")
        : row.Who == ApprovalParty.DrafterOrSuccessor && IsSuccessor ? null
        : row.Who is ApprovalParty.Drafter or ApprovalParty.DrafterOrSuccessor
            ? IsDrafter ? null
                : new Fault(null, "APPROVAL003")
        : IsDrafter ? new Fault(null, "APPROVAL004")
        : Seats.Any(seat => seat.FilledBy == Asker.Person) ? new Fault(null, "APPROVAL005")
        : Seat is not { } held || !Fits(row.Who, held.Holding) ? new Fault(null, "APPROVAL006")
        : held.Holding != SeatHolding.Own && IsNeededLater ? new Fault(null, "APPROVAL017")
        : null;

    /// <summary>One person fills one seat: who stands in here would be missing where nobody else may decide.</summary>
    private bool IsNeededLater =>
        Seats.Any(seat =>
            seat.IsOpen
            && seat.StepPosition > Approval.StepPosition
            && seat.PersonId == Asker.Person
            && seat.DeputyId is null
        );

    private bool IsSuccessor => IsDrafterGone && Asker.ReachOf(Act.DraftApprovals) == Reach.Government;

    private bool Fits(ApprovalParty who, SeatHolding holding) =>
        who switch
        {
            ApprovalParty.AnySeat => true,
            ApprovalParty.Reviewer => Step!.Kind == StepKind.Review && holding == SeatHolding.Own,
            ApprovalParty.ReviewerStandIn => Step!.Kind == StepKind.Review && holding != SeatHolding.Own,
            ApprovalParty.Decider => Step!.Kind == StepKind.Decision && holding == SeatHolding.Own,
            ApprovalParty.DeciderStandIn => Step!.Kind == StepKind.Decision && holding != SeatHolding.Own,
            _ => false,
        };
}
