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
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        string finding,
        string? reason,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.StartPlans);
        if (reason is not null && string.IsNullOrWhiteSpace(reason))
            return new Fault("reason", "WRITE017");
        if (reason?.Length > ReasonMaxLength)
            return new Fault("reason", "WRITE006", Arguments: ReasonMaxLength);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draft, fault) = await HeldPlan.ShareForPartsAsync(db, asker, plan, cancel);
        if (draft is null)
            return fault;
        var open = (await OpenPlan.FindAsync(db, draft.GovernmentCode, plan, cancel))!;
        if (reason is null)
        {
            foreach (
                var excuse in await db
                    .DraftExcuses.Where(excuse =>
                        excuse.DraftNumber == plan && excuse.Finding == finding && excuse.WithdrawnAt == null
                    )
                    .ToListAsync(cancel)
            )
                excuse.WithdrawnAt = clock.GetUtcNow();
        }
        else if (open.InTheWay.FirstOrDefault(one => one.Key == finding) is not { } found)
            return new Fault(null, "WRITE018");
        else if (found.Finding.Code == Rival)
            return new Fault(null, "WRITE019");
        else
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
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry(reason is null ? "plan.excuseWithdrawn" : "plan.findingExcused", draft.Address) with
            {
                Why = reason,
                After = AuditValues.Of(("finding", finding)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
