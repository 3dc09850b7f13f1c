using System.Globalization;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;

namespace Shirube.Plans.Writing;

/// <summary>
/// 計画の原稿 as a subject of approvals. Its content is <see cref="PlanContentJson"/>; what is decided becomes a version of
/// the plan's document, and the draft is then written on towards the next.
/// </summary>
public static class PlanSubject
{
    public static readonly ApprovalSubject Kind = new("plan", HoldAsync, address => address, PlanDifferences.Between)
    {
        OnDecidedAsync = (db, clock, asker, decided, cancel) =>
            new AdoptPlan(db, clock).ExecuteAsync(asker, decided, cancel),
    };

    /// <summary>The approval is about a plan that is written in Shirube.</summary>
    public static bool IsOf(Approval approval) => approval.SubjectKind == Kind.Kind;

    /// <summary>The plan exactly as it was frozen, whatever became of its draft.</summary>
    /// <param name="frozen">What an approval of this kind keeps.</param>
    public static PlanContent Read(byte[] frozen) => PlanContentJson.Read(frozen);

    private static async Task<SubjectContent?> HoldAsync(
        ShirubeDb db,
        GovernmentCode government,
        string address,
        CancellationToken cancel
    )
    {
        if (NumberOf(government, address) is not { } number)
            return null;
        await HeldPlan.TakeAsync(db, government, number, cancel);
        if (await OpenPlan.FindAsync(db, government, number, cancel) is not { } plan)
            return null;
        var (errors, undone) = (plan.InTheWay.Count(), plan.Undone.Count());
        return new SubjectContent(plan.Content.Facts.Title ?? address, PlanContentJson.Write(plan.Content))
        {
            Fault = errors + undone > 0 ? new Fault(null, "WRITE016", Arguments: [errors, undone]) : null,
        };
    }

    /// <summary>Null for an address that is not one of a plan of this government's.</summary>
    internal static int? NumberOf(GovernmentCode government, string address) =>
        address.Split('/') is ["", "governments", _, "plans", var digits]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && PlanDraft.AddressOf(government, number) == address
            ? number
            : null;
}
