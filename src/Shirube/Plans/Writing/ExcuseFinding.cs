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
            async draft =>
                (
                    reason is null
                        ? await WithdrawAsync(plan, finding, cancel)
                        : await ExcuseAsync(asker, draft, finding, reason, cancel)
                )
                    is { } fault
                    ? new Changed(fault, null, null)
                    : Changed.To(AuditValues.Of(("finding", finding))) with
                    {
                        Why = reason,
                    },
            cancel
        );

    private async Task<Fault?> ExcuseAsync(
        Asker asker,
        PlanDraft draft,
        string finding,
        string reason,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new Fault("reason", "WRITE017");
        if (reason.Length > ReasonMaxLength)
            return new Fault("reason", "WRITE006", Arguments: ReasonMaxLength);
        var plan = (await OpenPlan.FindAsync(db, draft.GovernmentCode, draft.Number, cancel))!;
        if (plan.InTheWay.FirstOrDefault(one => one.Key == finding) is not { } found)
            return new Fault(null, "WRITE018");
        if (found.Finding.Code == Rival)
            return new Fault(null, "WRITE019");
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
        return null;
    }

    private async Task<Fault?> WithdrawAsync(int plan, string finding, CancellationToken cancel)
    {
        var standing = await db
            .DraftExcuses.Where(excuse =>
                excuse.DraftNumber == plan && excuse.Finding == finding && excuse.WithdrawnAt == null
            )
            .ToListAsync(cancel);
        foreach (var excuse in standing)
            excuse.WithdrawnAt = clock.GetUtcNow();
        return null;
    }
}
