using System.Data;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Search;

namespace Shirube.Documents.Stored;

/// <summary>
/// Stores a file with all that was read, or nothing of it. The same file again changes nothing; a file
/// with the same government, kind and name is a new version of that document.
/// </summary>
public sealed class ImportDocument(ShirubeDb db, TimeProvider clock)
{
    /// <exception cref="NotPermittedException">The asker imports no documents.</exception>
    /// <exception cref="DocumentRefusedException">
    /// The document is another government's, or a correction does not fit its value.
    /// </exception>
    public async Task<ImportOutcome> ExecuteAsync(Asker asker, ReadFile read, CancellationToken cancel = default)
    {
        asker.Require(Act.ImportDocuments);
        var (file, government) = (read.File, read.Government);
        if (asker.Government != government.Code)
            throw new DocumentRefusedException("IMPORT004", file.FileName, government.FullName);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await StoreDocument.LockAsync(db, government.Code, cancel);
        if (await StoredAsync(sha256, government.Code, cancel) is { } before)
            return await CorrectAsync(asker, before, file.Corrections, cancel);
        var outcome = await new StoreDocument(db, clock).ExecuteAsync(asker, read, null, cancel);
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    private async Task<ImportOutcome?> StoredAsync(string sha256, GovernmentCode government, CancellationToken cancel)
    {
        var version = await db
            .Versions.AsNoTracking()
            .Where(version => version.Sha256 == sha256 && version.GovernmentCode == government)
            .Select(version => new
            {
                version.GovernmentCode,
                version.DocumentNumber,
                version.VersionNumber,
            })
            .FirstOrDefaultAsync(cancel);
        if (version is null)
            return null;
        var document = await db
            .Documents.AsNoTracking()
            .SingleAsync(
                document =>
                    document.GovernmentCode == version.GovernmentCode && document.Number == version.DocumentNumber,
                cancel
            );
        return new ImportOutcome(
            ImportEffect.Unchanged,
            new VersionKey(version.GovernmentCode, version.DocumentNumber, version.VersionNumber),
            document.Name,
            document.Address
        );
    }

    private async Task<ImportOutcome> CorrectAsync(
        Asker asker,
        ImportOutcome stored,
        IReadOnlyList<ValueCorrection> corrections,
        CancellationToken cancel
    )
    {
        var correct = new CorrectValue(db, clock);
        var changed = false;
        foreach (var correction in corrections)
            changed |= await correct.ExecuteAsync(asker, stored.Version, correction, cancel: cancel);
        if (changed)
            await new KeepIndex(db, clock).OfAsync(stored.Version, cancel);
        await db.Database.CurrentTransaction!.CommitAsync(cancel);
        return changed ? stored with { Effect = ImportEffect.Corrected } : stored;
    }
}
