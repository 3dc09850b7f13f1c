using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>What a person may fill seats as on a day: as an approver, and for those whose delegation is open.</summary>
/// <param name="Departments">Those of which the person is an approver.</param>
/// <param name="Delegators">Who delegated to the person; their own delegators are not among them.</param>
public sealed record ApproverStanding(
    Guid Person,
    bool IsApprover,
    IReadOnlySet<int> Departments,
    IReadOnlyList<ApproverStanding> Delegators
)
{
    /// <summary>How the person may fill the seat; null when not at all. The nearest way comes first.</summary>
    public SeatHolding? HoldingOf(ApprovalSeat seat) =>
        !IsApprover ? null
        : IsMemberOf(seat) ? SeatHolding.Own
        : seat.DeputyId == Person ? SeatHolding.Deputy
        : Delegators.Any(delegator => delegator.IsMemberOf(seat)) ? SeatHolding.Delegate
        : null;

    /// <summary>Is whom the seat names, or an approver of the department that it names.</summary>
    public bool IsMemberOf(ApprovalSeat seat) =>
        IsApprover
        && (seat.PersonId == Person || (seat.DepartmentNumber is { } number && Departments.Contains(number)));

    public static async Task<ApproverStanding> OfAsync(
        ShirubeDb db,
        Guid person,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var delegators = await db
            .Delegations.Where(delegation =>
                delegation.ToPerson == person && delegation.ValidFrom <= day && day <= delegation.ValidUntil
            )
            .Select(delegation => delegation.FromPerson)
            .Distinct()
            .ToListAsync(cancel);
        var posts = await Posts(db, day)
            .Where(post => post.PersonId == person || delegators.Contains(post.PersonId))
            .Select(post => new { post.PersonId, post.DepartmentNumber })
            .ToListAsync(cancel);
        return Of(person) with { Delegators = [.. delegators.Select(Of)] };

        ApproverStanding Of(Guid one)
        {
            var held = posts.Where(post => post.PersonId == one).ToList();
            return new(one, held.Count > 0, held.Select(post => post.DepartmentNumber).OfType<int>().ToHashSet(), []);
        }
    }

    /// <summary>The posts of approvers that are held on a day in the scope's government.</summary>
    internal static IQueryable<People.Post> Posts(ShirubeDb db, DateOnly day) =>
        db.Posts.Where(post =>
            post.GovernmentCode == db.Scope.Government
            && post.Role == Role.Approver
            && post.ValidFrom <= day
            && (post.ValidUntil == null || day <= post.ValidUntil)
        );
}
