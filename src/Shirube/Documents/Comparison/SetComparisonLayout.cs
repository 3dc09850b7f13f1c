using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Documents.Comparison;

/// <summary>新旧対照表の様式を定める</summary>
public sealed class SetComparisonLayout(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way; empty when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not change settings.</exception>
    public async Task<IReadOnlyList<Fault>> ExecuteAsync(
        Asker asker,
        NewSide side,
        string newName,
        string oldName,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ChangeSettings);
        (newName, oldName) = (newName.Trim(), oldName.Trim());
        Fault[] faults = [.. FaultsOf("newName", newName), .. FaultsOf("oldName", oldName)];
        if (faults.Length == 0 && newName == oldName)
            faults = [new("oldName", "COMPARE007", Arguments: newName)];
        if (faults.Length > 0)
            return faults;
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"comparison layout " + government.Value}, 0))",
            cancel
        );
        var layout = await db.ComparisonLayouts.SingleOrDefaultAsync(cancel);
        var before = layout is null ? null : ValuesOf(layout);
        if (layout is null)
            db.Add(
                layout = new ComparisonLayout
                {
                    GovernmentCode = government,
                    NewName = "",
                    OldName = "",
                }
            );
        (layout.NewSide, layout.NewName, layout.OldName) = (side, Storable.Text(newName), Storable.Text(oldName));
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("change.layout-set", AuditAddress.Of(asker)) with
            {
                Before = before,
                After = ValuesOf(layout),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return [];
    }

    private static string ValuesOf(ComparisonLayout layout) =>
        AuditValues.Of(("side", layout.NewSide.ToString()), ("new", layout.NewName), ("old", layout.OldName));

    private static IEnumerable<Fault> FaultsOf(string field, string name)
    {
        if (name.Length == 0)
            yield return new(field, "COMPARE005");
        else if (name.Length > ComparisonLayout.NameMaxLength)
            yield return new(field, "COMPARE006", Arguments: ComparisonLayout.NameMaxLength);
    }
}
