using Shirube.Data;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>提出する内容の状態: whether what is taken out is what an approval decided.</summary>
/// <param name="Approval">Number of the newest approval that decided the plan, if the plan is still as it was decided; null for a draft.</param>
/// <param name="Errors">Findings that would keep the plan from approval.</param>
public sealed record HandInState(int? Approval, int Errors)
{
    public bool IsDraft => Approval is null;

    public static async Task<HandInState> OfAsync(ShirubeDb db, OpenPlan plan, CancellationToken cancel = default) =>
        new(await ApprovalOfAsync(db, plan, cancel), plan.InTheWay.Count());

    /// <summary>As <see cref="Approval"/>.</summary>
    internal static async Task<int?> ApprovalOfAsync(ShirubeDb db, OpenPlan plan, CancellationToken cancel)
    {
        var states = await PlanStates.OfAsync(db, plan.Draft, cancel);
        var decided = states.Select(state => state.Key).FirstOrDefault(key => key.Approval is not null);
        var isSame =
            decided.Approval is not null
            && await PlanStates.ContentAsync(db, plan.Draft, decided, cancel) is { } content
            && PlanContentJson.Write(content).AsSpan().SequenceEqual(PlanContentJson.Write(plan.Content));
        return isSame ? decided.Approval : null;
    }
}
