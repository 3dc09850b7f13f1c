using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>後閲: one who was stood in for notes having seen it. Changes nothing of what was approved, also after the end.</summary>
public sealed class ConfirmLater(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, CancellationToken cancel = default)
    {
        asker.Require(Act.DecideApprovals);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var held = await HeldApproval.TakeAsync(db, clock, asker, number, cancel);
        if (held is null)
            return new Fault(null, "APPROVAL001");
        var seats = held.AtHand.ToConfirm.ToList();
        if (seats.Count == 0)
            return new Fault(null, "APPROVAL050");
        foreach (var seat in seats)
            seat.Confirm(asker.Person, held.Now);
        var entry = asker.Entry("approval.confirmedLater", held.Approval.Address) with
        {
            After = AuditValues.Of(("round", held.Approval.Round), ("step", seats[0].StepPosition)),
        };
        await held.FinishAsync(clock, entry, cancel);
        return null;
    }
}
