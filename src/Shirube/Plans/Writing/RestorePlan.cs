using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>
/// 前の状態に戻す: makes the plan under writing hold what was approved once. What stood in it until then is kept as a
/// state of its own, so that a restore can itself be taken back.
/// </summary>
public sealed class RestorePlan(ShirubeDb db, TimeProvider clock)
{
    /// <param name="state">Number of a kept state, from <see cref="PlanStates"/>.</param>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        PlanStateKey state,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.StartPlans);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await HeldPlan.TakeAsync(db, asker.Government!.Value, plan, cancel);
        var (draft, fault) = await HeldPlan.ShareForPartsAsync(db, asker, plan, cancel);
        if (draft is null)
            return fault;
        if (await PlanStates.ContentAsync(db, draft, state, cancel) is not { } content)
            return new Fault(null, "WRITE020");
        var now = clock.GetUtcNow();
        var open = (await OpenPlan.FindAsync(db, draft.GovernmentCode, plan, cancel))!;
        db.Add(
            draft.Own(
                new DraftSnapshot
                {
                    Number = draft.NextPart(),
                    Content = PlanContentJson.Write(open.Content),
                    TakenBy = asker.PersonOrNull,
                    TakenAt = now,
                }
            )
        );
        await new PutContent(db, asker, draft, now).ExecuteAsync(content, cancel);
        foreach (var section in content.Outline.Where(section => content.Holds(section)))
            await SectionStates.MarkWritingAsync(db, asker, draft, section.Key, now, cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("plan.restored", draft.Address) with
            {
                After = AuditValues.Of(("approval", state.Approval), ("snapshot", state.Snapshot)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
