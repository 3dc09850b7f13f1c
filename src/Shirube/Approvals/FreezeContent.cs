using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Approvals;

/// <summary>Stores the content as it is now as an edition of an approval, with how it differs from what was approved before.</summary>
internal sealed class FreezeContent(ShirubeDb db)
{
    public async Task ExecuteAsync(
        Approval approval,
        ApprovalSubject subject,
        byte[] bytes,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var before = await ApprovedBeforeAsync(approval, subject, cancel);
        db.Add(
            new ApprovedContent
            {
                GovernmentCode = approval.GovernmentCode,
                ApprovalNumber = approval.Number,
                Edition = approval.Edition,
                Bytes = bytes,
                Sha256 = ApprovedContent.HashOf(bytes),
                FrozenAt = now,
                AgainstApproval = before?.ApprovalNumber,
            }
        );
        if (before is not null)
            db.AddRange(
                subject.Differences(before.Bytes, bytes).Select((difference, at) => Row(approval, difference, at + 1))
            );
    }

    /// <summary>What was decided last of this subject, or of an earlier version of it.</summary>
    private async Task<ApprovedContent?> ApprovedBeforeAsync(
        Approval approval,
        ApprovalSubject subject,
        CancellationToken cancel
    )
    {
        var family = subject.FamilyOf(approval.SubjectAddress);
        var decided = await db
            .Approvals.Where(earlier =>
                earlier.GovernmentCode == approval.GovernmentCode
                && earlier.SubjectKind == approval.SubjectKind
                && earlier.SubjectAddress.StartsWith(family)
                && earlier.State == ApprovalState.Decided
                && earlier.Number != approval.Number
            )
            .OrderByDescending(earlier => earlier.EndedAt)
            .Select(earlier => new { earlier.Number, earlier.Edition })
            .FirstOrDefaultAsync(cancel);
        return decided is null
            ? null
            : await db
                .ApprovedContents.AsNoTracking()
                .SingleAsync(
                    content => content.ApprovalNumber == decided.Number && content.Edition == decided.Edition,
                    cancel
                );
    }

    private static ContentDifference Row(Approval approval, Difference difference, int position) =>
        new()
        {
            GovernmentCode = approval.GovernmentCode,
            ApprovalNumber = approval.Number,
            Edition = approval.Edition,
            Position = position,
            Place = Storable.Text(difference.Place),
            Item = Storable.TextOrNull(difference.Item),
            Year = difference.Year,
            Before = Storable.TextOrNull(difference.Before),
            After = Storable.TextOrNull(difference.After),
        };
}
