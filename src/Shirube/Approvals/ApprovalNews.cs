using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Notifications;

namespace Shirube.Approvals;

/// <summary>Tells those whom an act on an approval concerns, as part of the act.</summary>
internal sealed class ApprovalNews(ShirubeDb db, Approval approval, DateOnly day, DateTimeOffset now)
{
    public void Tell(NotificationKind kind, IEnumerable<Guid> people) =>
        Notify.Add(
            db,
            approval.GovernmentCode,
            people,
            kind,
            approval.Address,
            now,
            approval.Number.ToString(CultureInfo.InvariantCulture),
            approval.SubjectName
        );

    /// <summary>Tells the members of seats, and those to whom they delegated for today.</summary>
    public async Task TellMembersAsync(NotificationKind kind, IEnumerable<ApprovalSeat> seats, CancellationToken cancel)
    {
        var members = await MembersAsync([.. seats], cancel);
        var delegates = await db
            .Delegations.Where(open =>
                members.Contains(open.FromPerson) && open.ValidFrom <= day && day <= open.ValidUntil
            )
            .Select(open => open.ToPerson)
            .ToListAsync(cancel);
        Tell(kind, members.Concat(delegates).Where(person => person != approval.DrafterId));
    }

    private async Task<List<Guid>> MembersAsync(List<ApprovalSeat> seats, CancellationToken cancel)
    {
        var departments = seats.Select(seat => seat.DepartmentNumber).OfType<int>().ToList();
        var approvers = await ApproverStanding
            .Posts(db, day)
            .Where(post => post.DepartmentNumber != null && departments.Contains(post.DepartmentNumber.Value))
            .Select(post => post.PersonId)
            .ToListAsync(cancel);
        return [.. seats.Select(seat => seat.PersonId).OfType<Guid>(), .. approvers];
    }
}
