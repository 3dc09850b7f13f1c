using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>決裁する: the last step; from now on the content stands.</summary>
public sealed class DecideApproval(ShirubeDb db, TimeProvider clock)
{
    /// <param name="seen">SHA-256 of the content that the person looked at.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int number,
        string seen,
        string? opinion,
        CancellationToken cancel = default
    ) =>
        ApprovalText.FaultOfOpinion(opinion)
        ?? await new FillSeat(db, clock).ExecuteAsync(asker, number, _ => ApprovalAct.Decide, seen, opinion, cancel);
}
