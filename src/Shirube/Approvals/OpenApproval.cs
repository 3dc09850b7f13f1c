using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.People;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>One approval as its pages show it.</summary>
/// <param name="AtHand">As the asker meets it today.</param>
/// <param name="Content">Of the edition that it is about now.</param>
/// <param name="Departments">Names of departments by their numbers.</param>
public sealed record OpenApproval(
    ApprovalAtHand AtHand,
    ApprovedContent Content,
    IReadOnlyList<ContentDifference> Differences,
    IReadOnlyList<ApprovalAttachment> Attachments,
    IReadOnlyList<ApprovalEntry> Entries,
    PeopleNames Names,
    IReadOnlyDictionary<int, string> Departments
)
{
    public Approval Approval => AtHand.Approval;

    /// <returns>Null when there is no such approval that the asker may see.</returns>
    public static async Task<OpenApproval?> FindAsync(
        ShirubeDb db,
        TimeProvider clock,
        Asker asker,
        int number,
        CancellationToken cancel
    )
    {
        var approval = await db.Approvals.AsNoTracking().SingleOrDefaultAsync(known => known.Number == number, cancel);
        if (approval is null)
            return null;
        var hand = await ApprovalAtHand.OfAsync(db, asker, approval, JapanDay.Today(clock), cancel);
        if (!hand.IsVisible)
            return null;
        var entries = await db
            .ApprovalEntries.AsNoTracking()
            .Where(entry => entry.ApprovalNumber == number)
            .OrderBy(entry => entry.Number)
            .ToListAsync(cancel);
        var people = hand.Seats.SelectMany(seat =>
            new[] { seat.PersonId, seat.DeputyId, seat.FilledBy, seat.ConfirmedBy }
        );
        return new(
            hand,
            await db
                .ApprovedContents.AsNoTracking()
                .SingleAsync(row => row.ApprovalNumber == number && row.Edition == approval.Edition, cancel),
            await db
                .ContentDifferences.AsNoTracking()
                .Where(row => row.ApprovalNumber == number && row.Edition == approval.Edition)
                .OrderBy(row => row.Position)
                .ToListAsync(cancel),
            await db
                .ApprovalAttachments.AsNoTracking()
                .Where(row => row.ApprovalNumber == number && row.Edition == approval.Edition)
                .OrderBy(row => row.Number)
                .ToListAsync(cancel),
            entries,
            await PeopleNames.OfAsync(
                db,
                [approval.DrafterId, .. people, .. entries.Select(entry => (Guid?)entry.PersonId)],
                cancel
            ),
            await db.Departments.ToDictionaryAsync(known => known.Number, known => known.Name, cancel)
        );
    }
}
