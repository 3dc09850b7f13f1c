using Shirube.Search;

namespace Shirube.Data;

/// <summary>What is written of a plan is found as soon as it is saved.</summary>
public sealed partial class ShirubeDb
{
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        var changes = DraftEntries.Changed(ChangeTracker);
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await DraftEntries.WriteAsync(this, changes, cancellationToken);
        return count;
    }
}
