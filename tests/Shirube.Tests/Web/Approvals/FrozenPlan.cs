using Shirube.Approvals;
using Shirube.Governments;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Web.Approvals;

/// <summary>An approval of a plan on a <see cref="Site"/>, with exactly this content frozen.</summary>
public static class FrozenPlan
{
    /// <returns>The approval's address.</returns>
    public static async Task<string> AddAsync(Site site, SitePerson drafter, string government, PlanContent content)
    {
        await using var db = site.NewContext(government);
        var code = GovernmentCode.Parse(government);
        var bytes = PlanContentJson.Write(content);
        var number = Random.Shared.Next(1000, int.MaxValue);
        var approval = new Approval
        {
            GovernmentCode = code,
            Number = number,
            SubjectKind = "plan",
            SubjectAddress = $"/governments/{government}/plans/{number}",
            SubjectName = content.Facts.Title ?? "計画",
            DrafterId = drafter.Number,
            DraftedAt = DateTimeOffset.UtcNow,
            Reason = "はじめての計画のため",
            Edition = 1,
        };
        db.Add(approval);
        db.Add(
            new ApprovedContent
            {
                GovernmentCode = code,
                ApprovalNumber = number,
                Edition = 1,
                Bytes = bytes,
                Sha256 = ApprovedContent.HashOf(bytes),
                FrozenAt = DateTimeOffset.UtcNow,
            }
        );
        await db.SaveChangesAsync();
        return approval.Address;
    }
}
