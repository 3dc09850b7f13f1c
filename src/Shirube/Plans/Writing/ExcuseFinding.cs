using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>指摘を残す理由: lets an error of a plan stand, with the reason, or takes that back.</summary>
public sealed class ExcuseFinding(ShirubeDb db, TimeProvider clock)
{
    public const int ReasonMaxLength = 2_000;

    /// <summary>Conflicting texts are put together, not excused.</summary>
    private const string Rival = "DRAFT112";

    /// <param name="finding"><see cref="PlacedFinding.Key"/>.</param>
    /// <param name="reason">Null to take the excuse back.</param>
    public Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        string finding,
        string? reason,
        CancellationToken cancel = default
    ) =>
        new PlanChange(db, clock) { Right = Act.StartPlans }.MakeAsync(
            asker,
            plan,
            reason is null ? "plan.excuseWithdrawn" : "plan.findingExcused",
            draft =>
                reason is null
                    ? WithdrawAsync(plan, finding, cancel)
                    : ExcuseAsync(asker, draft, finding, reason, cancel),
            cancel
        );

    private async Task<Changed> ExcuseAsync(
        Asker asker,
        PlanDraft draft,
        string finding,
        string reason,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Changed.Refused("reason", "WRITE017");
        if (reason.Length > ReasonMaxLength)
            return Changed.Refused("reason", "WRITE006", ReasonMaxLength);
        var plan = (await OpenPlan.FindAsync(db, draft.GovernmentCode, draft.Number, cancel))!;
        if (plan.InTheWay.FirstOrDefault(one => one.Key == finding) is not { } found)
            return Changed.Refused(null, "WRITE018");
        if (found.Finding.Code == Rival)
            return Changed.Refused(null, "WRITE019");
        db.Add(
            draft.Own(
                new DraftExcuse
                {
                    Number = draft.NextPart(),
                    Code = found.Finding.Code,
                    Finding = finding,
                    Reason = Storable.Text(reason.Trim()),
                    ExcusedBy = asker.PersonOrNull,
                    ExcusedAt = clock.GetUtcNow(),
                }
            )
        );
        return Changed.To(AuditValues.Of(("finding", finding))) with { Why = reason };
    }

    private async Task<Changed> WithdrawAsync(int plan, string finding, CancellationToken cancel)
    {
        var standing = await db
            .DraftExcuses.Where(excuse =>
                excuse.DraftNumber == plan && excuse.Finding == finding && excuse.WithdrawnAt == null
            )
            .ToListAsync(cancel);
        foreach (var excuse in standing)
            excuse.WithdrawnAt = clock.GetUtcNow();
        return standing.Count == 0 ? Changed.Nothing : Changed.To(AuditValues.Of(("finding", finding)));
    }
}
