using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>
/// 代決: agrees or decides for one who is absent, as the deputy whom the route names or by an open delegation. The one
/// who was absent confirms it later (後閲), <see cref="ConfirmLater"/>.
/// </summary>
public sealed class ActForApprover(ShirubeDb db, TimeProvider clock)
{
    /// <param name="seen">SHA-256 of the content that the person looked at.</param>
    /// <param name="reason">Why the other could not act.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int number,
        string seen,
        string? reason,
        CancellationToken cancel = default
    ) =>
        ApprovalText.FaultOfReason(reason)
        ?? await new FillSeat(db, clock).ExecuteAsync(
            asker,
            number,
            step => step == StepKind.Decision ? ApprovalAct.DecideFor : ApprovalAct.ReviewFor,
            seen,
            reason,
            cancel
        );
}
