using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Notifications;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <param name="To">Who is to act.</param>
/// <param name="Until">The last day.</param>
public sealed record NewDelegation(Guid To, DateOnly From, DateOnly Until, string Reason);

/// <summary>委任する: lets another approver act for the asker from one day to another.</summary>
public sealed class DelegateApprovals(ShirubeDb db, TimeProvider clock)
{
    /// <returns>Its number, or what is wrong.</returns>
    public async Task<(int? Number, IReadOnlyList<Fault> Faults)> ExecuteAsync(
        Asker asker,
        NewDelegation wanted,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.DecideApprovals);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two who delegate to each other at the same time would make a chain that neither sees.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"delegations " + government.Value}, 0))",
            cancel
        );
        var faults = await FaultsAsync(asker, wanted, cancel);
        if (faults.Count > 0)
            return (null, faults);
        var delegation = new Delegation
        {
            GovernmentCode = government,
            Number = (await db.Delegations.MaxAsync(known => (int?)known.Number, cancel) ?? 0) + 1,
            FromPerson = asker.Person,
            ToPerson = wanted.To,
            ValidFrom = wanted.From,
            ValidUntil = wanted.Until,
            Reason = ApprovalText.Kept(wanted.Reason)!,
            MadeAt = clock.GetUtcNow(),
        };
        db.Add(delegation);
        Notify.Add(
            db,
            government,
            [wanted.To],
            NotificationKind.ApprovalDelegated,
            $"/governments/{government}/delegations",
            delegation.MadeAt,
            wanted.From.ToString("O", CultureInfo.InvariantCulture),
            wanted.Until.ToString("O", CultureInfo.InvariantCulture)
        );
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("approval.delegated", $"/governments/{government}/delegations") with
            {
                Why = delegation.Reason,
                After = AuditValues.Of(
                    ("number", delegation.Number),
                    ("to", wanted.To),
                    ("from", wanted.From),
                    ("until", wanted.Until)
                ),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (delegation.Number, []);
    }

    private async Task<List<Fault>> FaultsAsync(Asker asker, NewDelegation wanted, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        if (ApprovalText.FaultOfReason(wanted.Reason) is { } wrong)
            faults.Add(wrong);
        if (wanted.Until < wanted.From)
            faults.Add(new Fault("until", "APPROVAL041"));
        else if (wanted.Until.DayNumber - wanted.From.DayNumber >= Delegation.MaxDays)
            faults.Add(new Fault("until", "APPROVAL042", Arguments: Delegation.MaxDays));
        if (wanted.From < JapanDay.Today(clock))
            faults.Add(new Fault("from", "APPROVAL043"));
        if (wanted.To == asker.Person)
            faults.Add(new Fault("to", "APPROVAL040"));
        else if (!await ApproverStanding.Posts(db, wanted.From).AnyAsync(post => post.PersonId == wanted.To, cancel))
            faults.Add(new Fault("to", "APPROVAL044"));
        if (faults.Count > 0)
            return faults;
        var meanwhile = await db
            .Delegations.Where(known => known.ValidFrom <= wanted.Until && wanted.From <= known.ValidUntil)
            .ToListAsync(cancel);
        if (meanwhile.Any(known => known.FromPerson == asker.Person))
            faults.Add(new Fault("from", "APPROVAL045"));
        if (meanwhile.Any(known => known.FromPerson == wanted.To))
            faults.Add(new Fault("to", "APPROVAL046"));
        if (meanwhile.Any(known => known.ToPerson == asker.Person))
            faults.Add(new Fault("to", "APPROVAL047"));
        return faults;
    }
}

/// <summary>委任を終える: from today on, or before it began.</summary>
public sealed class EndDelegation(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, CancellationToken cancel = default)
    {
        asker.Require(Act.DecideApprovals);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var yesterday = JapanDay.Today(clock).AddDays(-1);
        var delegation = await db.Delegations.SingleOrDefaultAsync(
            known => known.Number == number && known.FromPerson == asker.Person && known.ValidUntil > yesterday,
            cancel
        );
        if (delegation is null)
            return new Fault(null, "APPROVAL048");
        var before = delegation.ValidUntil;
        delegation.ValidUntil = yesterday;
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("approval.delegationEnded", $"/governments/{asker.Government}/delegations") with
            {
                Before = AuditValues.Of(("number", number), ("until", before)),
                After = AuditValues.Of(("number", number), ("until", yesterday)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
