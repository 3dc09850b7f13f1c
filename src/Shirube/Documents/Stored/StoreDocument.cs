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
/// Keeps a file that was read as a version of a document, with everything that hangs on it: rows, carried corrections
/// and parts, the search index, the audit trail. In the caller's transaction; the caller has asked who may.
/// </summary>
internal sealed class StoreDocument(ShirubeDb db, TimeProvider clock)
{
    /// <param name="number">Of the document that the version belongs to; null to find it by its name, or make it.</param>
    public async Task<ImportOutcome> ExecuteAsync(Asker asker, ReadFile read, int? number, CancellationToken cancel)
    {
        var (file, document, reading, government) = read;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        await LockAsync(db, government.Code, cancel);
        await StoreFileAsync(file, document, government, sha256, cancel);
        var (outcome, earlier) = await StoreReadingAsync(read, sha256, number, cancel);
        await db.SaveChangesAsync(cancel);
        var given = file.Corrections.Select(correction => correction.Pointer).ToHashSet();
        // What was decided stands: a correction of the version before was none of it.
        var carried = read.Approval is null
            ? await new CarryCorrections(db, clock).ExecuteAsync(outcome.Version, reading, earlier, given, cancel)
            : [];
        await new CarryParts(db).ExecuteAsync(outcome.Version, reading, earlier, cancel);
        await AuditAsync(asker, outcome, file.FileName, sha256, cancel);
        var correct = new CorrectValue(db, clock);
        foreach (var correction in file.Corrections)
            await correct.ExecuteAsync(asker, outcome.Version, correction, cancel: cancel);
        await new KeepIndex(db, clock).OfAsync(outcome.Version, cancel);
        return outcome with { Corrections = carried };
    }

    /// <summary>One import at a time for each government: numbers of documents and versions have no gaps.</summary>
    public static async Task LockAsync(ShirubeDb db, GovernmentCode government, CancellationToken cancel)
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
        if (
            await db.SourceFiles.AnyAsync(
                known => known.GovernmentCode == government.Code && known.Sha256 == sha256,
                cancel
            )
        )
            return;
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
        ReadFile read,
        string sha256,
        int? number,
        CancellationToken cancel
    )
    {
        var (file, _, reading, government) = read;
        var (document, effect) = await DocumentOfAsync(file, reading, government, number, cancel);
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
                ApprovalNumber = read.Approval,
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
        int? number,
        CancellationToken cancel
    )
    {
        var name = DocumentName.Of(file.CorrectedOr("/title", reading.Title?.Value), file.FileName);
        if (number is { } given)
        {
            var document = await db.Documents.SingleAsync(
                document => document.GovernmentCode == government.Code && document.Number == given,
                cancel
            );
            // A plan that was decided under another title is called so from then on.
            if (await DocumentName.FindAsync(db, government.Code, document.Kind, name, cancel) is null)
                (document.Name, document.FoldedName) = (name, Document.Fold(name));
            return (document, ImportEffect.NewVersion);
        }
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
}
