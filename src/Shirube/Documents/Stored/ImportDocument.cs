using System.Data;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Indicators;
using Shirube.Permissions;
using Shirube.Plans;
using Shirube.Search;
using Shirube.Verification;

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
        var (file, document, reading, government) = read;
        if (asker.Government != government.Code)
            throw new DocumentRefusedException("IMPORT004", file.FileName, government.FullName);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await LockAsync(government.Code, cancel);
        if (await StoredAsync(sha256, government.Code, cancel) is { } before)
            return await CorrectAsync(asker, before, file.Corrections, cancel);
        await StoreFileAsync(file, document, government, sha256, cancel);
        var (outcome, earlier) = await StoreReadingAsync(file, reading, government, sha256, cancel);
        await db.SaveChangesAsync(cancel);
        var given = file.Corrections.Select(correction => correction.Pointer).ToHashSet();
        var carried = await new CarryCorrections(db, clock).ExecuteAsync(
            outcome.Version,
            reading,
            earlier,
            given,
            cancel
        );
        await new CarryParts(db).ExecuteAsync(outcome.Version, reading, earlier, cancel);
        await AuditAsync(asker, outcome, file.FileName, sha256, cancel);
        var correct = new CorrectValue(db, clock);
        foreach (var correction in file.Corrections)
            await correct.ExecuteAsync(asker, outcome.Version, correction, cancel: cancel);
        await new KeepIndex(db, clock).OfAsync(outcome.Version, cancel);
        await transaction.CommitAsync(cancel);
        return outcome with { Corrections = carried };
    }

    private Task AuditAsync(
        Asker asker,
        ImportOutcome outcome,
        string fileName,
        string sha256,
        CancellationToken cancel
    ) =>
        new DocumentAudit(db, clock).AppendAsync(
            asker,
            "document.imported",
            outcome.Version,
            entry =>
                entry with
                {
                    After = AuditValues.Of(
                        ("version", outcome.Version.Version),
                        ("file", fileName),
                        ("sha256", sha256)
                    ),
                },
            cancel
        );

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

    /// <summary>One import at a time for each government: numbers of documents and versions have no gaps.</summary>
    private async Task LockAsync(GovernmentCode government, CancellationToken cancel)
    {
        var key = long.Parse(government.Value, System.Globalization.CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({key})", cancel);
    }

    private async Task StoreFileAsync(
        ImportedFile file,
        SourceDocument document,
        Government government,
        string sha256,
        CancellationToken cancel
    )
    {
        if (!await db.Governments.AnyAsync(known => known.GovernmentCode == government.Code, cancel))
            db.Add(RegisteredGovernment.Of(government));
        db.Add(
            new SourceFile
            {
                GovernmentCode = government.Code,
                Sha256 = sha256,
                FileName = Storable.Text(document.FileName),
                Format = document.Format,
                Size = file.Content.LongLength,
                Content = file.Content,
                ImportedAt = clock.GetUtcNow(),
            }
        );
        db.AddRange(
            document
                .Lines.GroupBy(line => line.Page)
                .Select(page => new SourcePage
                {
                    GovernmentCode = government.Code,
                    Sha256 = sha256,
                    Page = page.Key,
                    FirstLine = page.First().Number,
                    Text = Storable.Text(string.Join('\n', page.Select(line => line.Text))),
                })
        );
    }

    private async Task<(ImportOutcome Outcome, DocumentVersion? Earlier)> StoreReadingAsync(
        ImportedFile file,
        Reading reading,
        Government government,
        string sha256,
        CancellationToken cancel
    )
    {
        var (document, effect) = await DocumentOfAsync(file, reading, government, cancel);
        var earlier = await db.Versions.NewestAsync(document, cancel);
        var key = new VersionKey(document.GovernmentCode, document.Number, (earlier?.VersionNumber ?? 0) + 1);
        db.Add(
            new DocumentVersion
            {
                GovernmentCode = key.Government,
                DocumentNumber = key.Document,
                VersionNumber = key.Version,
                Sha256 = sha256,
                Title = Storable.TextOrNull(reading.Title?.Value),
                Reading = Storable.Json(ReadingJson.Write(reading, indented: false)),
                ImportedAt = clock.GetUtcNow(),
            }
        );
        db.AddRange([
            .. PlanRows.Of(reading, key),
            .. IndicatorRows.Of(reading, key),
            .. SheetRows.Of(reading, key),
            .. FindingRows.Of(reading, key),
        ]);
        return (new ImportOutcome(effect, key, document.Name, document.Address), earlier);
    }

    private async Task<(Document Document, ImportEffect Effect)> DocumentOfAsync(
        ImportedFile file,
        Reading reading,
        Government government,
        CancellationToken cancel
    )
    {
        var name = DocumentName.Of(file.CorrectedOr("/title", reading.Title?.Value), file.FileName);
        if (await DocumentName.FindAsync(db, government.Code, reading.Kind, name, cancel) is { } known)
            return (known, ImportEffect.NewVersion);
        var own = db.Documents.Where(document => document.GovernmentCode == government.Code);
        var created = new Document
        {
            GovernmentCode = government.Code,
            Number = (await own.MaxAsync(document => (int?)document.Number, cancel) ?? 0) + 1,
            Kind = reading.Kind,
            Name = name,
            FoldedName = Document.Fold(name),
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(created);
        return (created, ImportEffect.Created);
    }
}
