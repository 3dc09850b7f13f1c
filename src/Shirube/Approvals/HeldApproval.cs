using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>
/// One approval under the hands of one person: nobody else acts on it until the transaction ends. The only writer of
/// its state.
/// </summary>
internal sealed class HeldApproval(ShirubeDb db, Asker asker, ApprovalAtHand at, DateTimeOffset now)
{
    public Approval Approval => at.Approval;
    public ApprovalAtHand AtHand => at;
    public DateTimeOffset Now => now;
    public ApprovalNews News { get; } = new(db, at.Approval, JapanDay.Of(now), now);

    /// <returns>Null when there is no such approval that the asker may see.</returns>
    public static async Task<HeldApproval?> TakeAsync(
        ShirubeDb db,
        TimeProvider clock,
        Asker asker,
        int number,
        CancellationToken cancel
    )
    {
        var government = asker.Government!.Value.Value;
        var approval = await db
            .Approvals.FromSql(
                $"select * from approval where government_code = {government} and number = {number} for update"
            )
            .SingleOrDefaultAsync(cancel);
        if (approval is null)
            return null;
        // What this context saw of it before the wait is old.
        await db.Entry(approval).ReloadAsync(cancel);
        var hand = await ApprovalAtHand.OfAsync(db, asker, approval, JapanDay.Today(clock), cancel);
        return hand.IsVisible ? new HeldApproval(db, asker, hand, clock.GetUtcNow()) : null;
    }

    /// <summary>Does the act, which <see cref="ApprovalAtHand.WhyNot"/> was asked about before: moves the state, writes the log.</summary>
    /// <param name="first">What has to be stored before the state moves.</param>
    public async Task ApplyAsync(ApprovalAct act, string? said, CancellationToken cancel, Action? first = null)
    {
        var row =
            ApprovalTransition.Of(Approval.State, act)
            ?? throw new InvalidOperationException($"No {act} from {Approval.State}.");
        var step = Approval.StepPosition;
        if (first is not null)
        {
            first();
            await db.SaveChangesAsync(cancel);
        }
        Approval.MoveTo(row.To, now);
        await LogAsync(db, asker, Approval, act, step, said, now, cancel);
    }

    internal static async Task LogAsync(
        ShirubeDb db,
        Asker asker,
        Approval approval,
        ApprovalAct act,
        int step,
        string? said,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var last = await db
            .ApprovalEntries.Where(entry => entry.ApprovalNumber == approval.Number)
            .MaxAsync(entry => (int?)entry.Number, cancel);
        db.Add(
            new ApprovalEntry
            {
                GovernmentCode = approval.GovernmentCode,
                ApprovalNumber = approval.Number,
                Number = (last ?? 0) + 1,
                Act = act,
                To = approval.State,
                Round = approval.Round,
                StepPosition = step,
                PersonId = asker.Person,
                At = now,
                Said = said,
            }
        );
    }

    /// <summary>Stores what was done with its record in the audit trail.</summary>
    public async Task FinishAsync(TimeProvider clock, AuditEntry entry, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(entry, cancel);
        await db.Database.CurrentTransaction!.CommitAsync(cancel);
    }

    public AuditEntry Entry(string act, string? why, ApprovalState before) =>
        asker.Entry(act, Approval.Address) with
        {
            Why = why,
            Before = AuditValues.Of(("state", before)),
            After = AuditValues.Of(
                ("state", Approval.State),
                ("round", Approval.Round),
                ("step", Approval.StepPosition),
                ("edition", Approval.Edition)
            ),
        };
}
