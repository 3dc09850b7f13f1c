using Shirube.Audit;
using Shirube.Data;
using Shirube.Documents.Comparison;
using Shirube.Permissions;

namespace Shirube.Plans.HandIn;

/// <summary>新旧対照表を書き出す: a plan under writing beside an earlier state or another plan. That it was taken out is recorded.</summary>
public sealed class ExportPlanComparison(ShirubeDb db, TimeProvider clock)
{
    /// <param name="states">As <see cref="OpenPlanComparison.FindAsync"/> takes them.</param>
    /// <param name="ending">One of <see cref="ComparisonFile.Endings"/>.</param>
    /// <param name="whole">What stayed too, not only what changed.</param>
    /// <returns>Null when the government has no such plan or state.</returns>
    /// <exception cref="NotPermittedException">The asker reads no plans under writing, or takes no documents out.</exception>
    public async Task<ComparisonFile?> ExecuteAsync(
        Asker asker,
        int number,
        (string? Before, string? After) states,
        string ending,
        bool whole,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ReadPlans);
        asker.Require(Act.ExportDocuments);
        var (before, after) = states;
        var government = asker.Government!.Value;
        if (await OpenPlanComparison.FindAsync(db, government, number, before, after, cancel) is not { } open)
            return null;
        var file = open.File(ending, whole);
        var taken = AuditValues.Of(
            ("what", ComparisonFile.What(ending)),
            ("before", open.Before.Key),
            ("after", open.After.Key)
        );
        await new ExportPlan(db, clock).RecordAsync(asker, open.Plan.Draft, taken, cancel);
        return file;
    }
}
