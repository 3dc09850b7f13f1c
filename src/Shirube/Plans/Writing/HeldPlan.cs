using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>
/// A plan under the hands of one who writes, until the transaction ends. Those who write do not wait for each other;
/// who hands the plan over for approval waits for them, and they for whoever hands it over.
/// </summary>
internal static class HeldPlan
{
    /// <returns>The plan, or what stands in the way: there is none, or it is being approved.</returns>
    public static async Task<(PlanDraft? Draft, Fault? Fault)> ShareAsync(
        ShirubeDb db,
        Asker asker,
        int number,
        CancellationToken cancel
    )
    {
        var government = asker.Government!.Value;
        var key = KeyOf(government, number);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared(hashtextextended({key}, 0))", cancel);
        if (await FindAsync(db, government, number, cancel) is not { } draft)
            return (null, new Fault(null, "WRITE001"));
        return await ApprovalOfAsync(db, draft, cancel) is { } approval
            ? (null, new Fault(null, "WRITE002", Arguments: approval))
            : (draft, null);
    }

    /// <summary>As <see cref="ShareAsync"/>, and nobody else changes rows of tables meanwhile, so that numbers of parts and orders of rows are one's own.</summary>
    public static async Task<(PlanDraft? Draft, Fault? Fault)> ShareForPartsAsync(
        ShirubeDb db,
        Asker asker,
        int number,
        CancellationToken cancel
    )
    {
        var (draft, fault) = await ShareAsync(db, asker, number, cancel);
        return draft is null ? (null, fault) : await HoldPartsAsync(db, asker, number, cancel);
    }

    /// <summary>Nobody else changes rows of tables meanwhile; an approval under way does not stand in the way.</summary>
    public static async Task<(PlanDraft? Draft, Fault? Fault)> HoldPartsAsync(
        ShirubeDb db,
        Asker asker,
        int number,
        CancellationToken cancel
    )
    {
        var government = asker.Government!.Value;
        await db.Database.ExecuteSqlAsync(
            $"select from plan_draft where government_code = {government.Value} and number = {number} for no key update",
            cancel
        );
        if (await FindAsync(db, government, number, cancel) is not { } draft)
            return (null, new Fault(null, "WRITE001"));
        // What was known of it before may have changed while this waited.
        await db.Entry(draft).ReloadAsync(cancel);
        return (draft, null);
    }

    /// <summary>Waits for all who write, and keeps them waiting.</summary>
    public static Task TakeAsync(ShirubeDb db, GovernmentCode government, int number, CancellationToken cancel)
    {
        var key = KeyOf(government, number);
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", cancel);
    }

    /// <summary>Number of the approval that is under way; null when none is.</summary>
    public static Task<int?> ApprovalOfAsync(ShirubeDb db, PlanDraft draft, CancellationToken cancel)
    {
        var address = draft.Address;
        return db
            .Approvals.Where(approval => approval.SubjectAddress == address && approval.State == ApprovalState.InReview)
            .Select(approval => (int?)approval.Number)
            .FirstOrDefaultAsync(cancel);
    }

    private static Task<PlanDraft?> FindAsync(
        ShirubeDb db,
        GovernmentCode government,
        int number,
        CancellationToken cancel
    ) =>
        db.PlanDrafts.SingleOrDefaultAsync(
            draft => draft.GovernmentCode == government && draft.Number == number,
            cancel
        );

    /// <summary>0013_plan_drafts.sql takes the same.</summary>
    private static string KeyOf(GovernmentCode government, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"plan {government}/{number}");
}
