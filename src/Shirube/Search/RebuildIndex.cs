using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Plans.Writing;

namespace Shirube.Search;

/// <summary>
/// Builds the index of what was stored before there was one, or under an older rule. Each version in a
/// transaction of its own: what was interrupted goes on where it stood.
/// </summary>
/// <param name="open">A context for one unit of work.</param>
public sealed class RebuildIndex(Func<Scope, ShirubeDb> open, TimeProvider clock)
{
    /// <param name="whole">Every version, also those that are in the index; interrupted, it goes on without being asked for again.</param>
    /// <param name="progress">Told after each version.</param>
    /// <returns>How many versions, and plans under writing, were indexed now.</returns>
    public async Task<int> ExecuteAsync(
        bool whole,
        Action<RebuildProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        await using var any = open(Scope.None);
        var governments = (await RegisteredCodes.AllAsync(any, cancel)).OrderBy(code => code.Value).ToList();
        if (whole)
            foreach (var government in governments)
                await ForgetAsync(government, cancel);
        var done = 0;
        foreach (var (at, government) in governments.Index())
        {
            foreach (var version in await MissingAsync(government, cancel))
            {
                await IndexAsync(version, cancel);
                done++;
                progress?.Invoke(new(at + 1, governments.Count, government, done));
            }
            done += await IndexDraftsAsync(government, cancel);
        }
        return done;
    }

    private async Task ForgetAsync(GovernmentCode government, CancellationToken cancel)
    {
        await using var db = open(new Scope(government));
        await UnindexedVersions.ForgetAsync(db, government, cancel);
    }

    private async Task<IReadOnlyList<VersionKey>> MissingAsync(GovernmentCode government, CancellationToken cancel)
    {
        await using var db = open(new Scope(government));
        return await UnindexedVersions.OfAsync(db, government, cancel);
    }

    private async Task<int> IndexDraftsAsync(GovernmentCode government, CancellationToken cancel)
    {
        await using var db = open(new Scope(government));
        var drafts = await UnindexedVersions.DraftsAsync(db, government, cancel);
        foreach (var draft in drafts)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await HeldPlan.TakeAsync(db, government, draft, cancel);
            var subject = await DraftEntries.AllAsync(db, government, draft, clock.GetUtcNow(), cancel);
            await new KeepIndex(db, clock).PutAsync(subject, cancel);
            await transaction.CommitAsync(cancel);
        }
        return drafts.Count;
    }

    private async Task IndexAsync(VersionKey version, CancellationToken cancel)
    {
        await using var db = open(new Scope(version.Government));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await VersionLock.TakeAsync(db, version, cancel);
        await new KeepIndex(db, clock).OfAsync(version, cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <param name="Governments">How many there are.</param>
/// <param name="Versions">Indexed so far.</param>
public sealed record RebuildProgress(int At, int Governments, GovernmentCode Government, int Versions);
