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
        var (begun, changes) = (DraftEntries.Begun(ChangeTracker), DraftEntries.Changed(ChangeTracker));
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await DraftEntries.WriteAsync(this, begun, changes, cancellationToken);
        return count;
    }
}
