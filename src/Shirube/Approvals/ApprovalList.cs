using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>決裁の一覧: those that the asker may see, and among them those that wait for the asker.</summary>
public sealed class ApprovalList(ShirubeDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The newest first.</summary>
    /// <param name="page">Counts from 1.</param>
    public async Task<IReadOnlyList<Approval>> VisibleAsync(Asker asker, int page, CancellationToken cancel)
    {
        var standing = await StandingAsync(asker, cancel);
        return await Visible(asker, standing)
            .OrderByDescending(approval => approval.Number)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
    }

    /// <summary>Those of the numbers that the asker may open.</summary>
    public async Task<IReadOnlySet<int>> AmongAsync(
        Asker asker,
        IReadOnlyCollection<int> numbers,
        CancellationToken cancel
    )
    {
        if (numbers.Count == 0 || asker.ReachOf(Act.ReadApprovals) == Reach.None)
            return new HashSet<int>();
        var known = await db
            .Approvals.AsNoTracking()
            .Where(approval => numbers.Contains(approval.Number))
            .ToListAsync(cancel);
        var visible = new HashSet<int>();
        foreach (var approval in known)
            if ((await ApprovalAtHand.OfAsync(db, asker, approval, JapanDay.Today(clock), cancel)).IsVisible)
                visible.Add(approval.Number);
        return visible;
    }

    /// <summary>In review with an open seat for the asker, back with the asker who drafted them, or to be confirmed later.</summary>
    public async Task<IReadOnlyList<Approval>> WaitingAsync(Asker asker, CancellationToken cancel)
    {
        var standing = await StandingAsync(asker, cancel);
        var seats = Seats(standing);
        var candidates = await db
            .Approvals.AsNoTracking()
            .Where(approval =>
                (
                    approval.DrafterId == asker.Person
                    && (
                        approval.State == ApprovalState.Draft
                        || approval.State == ApprovalState.SentBack
                        || approval.State == ApprovalState.PulledBack
                    )
                )
                || seats.Any(seat =>
                    seat.ApprovalNumber == approval.Number
                    && seat.Round == approval.Round
                    && (
                        (
                            approval.State == ApprovalState.InReview
                            && seat.StepPosition == approval.StepPosition
                            && seat.FilledBy == null
                        ) || (seat.Holding != null && seat.Holding != SeatHolding.Own && seat.ConfirmedBy == null)
                    )
                )
            )
            .OrderBy(approval => approval.SubmittedAt)
            .Take(PageSize)
            .ToListAsync(cancel);
        var waiting = new List<Approval>();
        foreach (var approval in candidates)
        {
            var hand = await ApprovalAtHand.OfAsync(db, asker, approval, JapanDay.Today(clock), cancel);
            if (hand.Open.Any(act => act != ApprovalAct.PullBack) || hand.ToConfirm.Any())
                waiting.Add(approval);
        }
        return waiting;
    }

    private Task<ApproverStanding> StandingAsync(Asker asker, CancellationToken cancel) =>
        ApproverStanding.OfAsync(db, asker.Person, JapanDay.Today(clock), cancel);

    private IQueryable<Approval> Visible(Asker asker, ApproverStanding standing)
    {
        var all = db.Approvals.AsNoTracking();
        if (asker.ReachOf(Act.ReadApprovals) == Reach.Government)
            return all;
        var departments = asker
            .Posts.Where(post => PermissionTable.Of(post.Role, Act.ReadApprovals) == Reach.Department)
            .Select(post => post.Department)
            .OfType<int>()
            .ToList();
        var seats = Seats(standing);
        return all.Where(approval =>
            approval.DrafterId == asker.Person
            || (approval.DepartmentNumber != null && departments.Contains(approval.DepartmentNumber.Value))
            || seats.Any(seat => seat.ApprovalNumber == approval.Number && seat.Round == approval.Round)
        );
    }

    /// <summary>Those that the person filled, or may fill in any way.</summary>
    private IQueryable<ApprovalSeat> Seats(ApproverStanding standing)
    {
        var person = standing.Person;
        var people = standing.Delegators.Select(delegator => delegator.Person).Append(person).ToList();
        var departments = standing
            .Delegators.SelectMany(delegator => delegator.Departments)
            .Concat(standing.Departments)
            .ToList();
        return db.ApprovalSeats.Where(seat =>
            seat.FilledBy == person
            || seat.DeputyId == person
            || (seat.PersonId != null && people.Contains(seat.PersonId.Value))
            || (seat.DepartmentNumber != null && departments.Contains(seat.DepartmentNumber.Value))
        );
    }
}
