using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Indicators;
using Shirube.Permissions;
using Shirube.Plans;
using Shirube.Search;
using Shirube.Verification;

namespace Shirube.Documents.Stored;

/// <summary>
/// Puts a value in place of what was read, and keeps what it was, who said so and why. The frozen reading stays; the
/// rows say what holds now.
/// </summary>
public sealed class CorrectValue(ShirubeDb db, TimeProvider clock)
{
    /// <param name="seen">
    /// The value that the person looked at, as the reading contract writes it; when it is no longer that, another
    /// correction came first and this one is refused. Not given: not asked.
    /// </param>
    /// <returns>False when the value was that already; then nothing is kept.</returns>
    /// <exception cref="NotPermittedException">The asker puts no values right.</exception>
    /// <exception cref="DocumentRefusedException">
    /// No such value, not such a value, no reason, changed meanwhile, or kept by another government.
    /// </exception>
    public async Task<bool> ExecuteAsync(
        Asker asker,
        VersionKey version,
        ValueCorrection correction,
        SeenValue? seen = null,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.CorrectValues);
        CheckTexts(correction);
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancel)
            : null;
        await VersionLock.TakeAsync(db, version, cancel);
        await DocumentRight.RequireAsync(db, asker, version, correction.Pointer, cancel);
        var by = Doer.Of(asker) with { Person = correction.Person ?? asker.PersonOrNull };
        var made = await PutAsync(version, correction, seen, by, null, cancel);
        if (made is not null)
            await new DocumentAudit(db, clock).AppendAsync(asker, "value.corrected", version, Told(made), cancel);
        if (transaction is not null)
        {
            // An import puts its corrections in one transaction, and indexes once.
            if (made is not null)
                await new KeepIndex(db, clock).OfAsync(version, cancel);
            await transaction.CommitAsync(cancel);
        }
        return made is not null;
    }

    private static Func<AuditEntry, AuditEntry> Told(Correction made) =>
        entry =>
            entry with
            {
                Why = made.Reason,
                Before = AuditValues.Of(("pointer", made.Pointer), ("value", made.Before)),
                After = AuditValues.Of(("pointer", made.Pointer), ("value", made.After), ("typedBy", made.PersonId)),
            };

    /// <summary>Lets a correction of an earlier version hold on, with the author, reason and day that it had.</summary>
    internal async Task CarryAsync(VersionKey version, CarriedCorrection carried, CancellationToken cancel)
    {
        var made = carried.Correction;
        await PutAsync(
            version,
            new ValueCorrection(carried.Pointer!, made.After, made.Reason),
            null,
            new(made.PersonId, made.ActingFor),
            made,
            cancel
        );
    }

    /// <param name="carried">The correction of an earlier version that holds on; null for one made now.</param>
    /// <returns>Null when the value was that already.</returns>
    private async Task<Correction?> PutAsync(
        VersionKey version,
        ValueCorrection correction,
        SeenValue? seen,
        Doer by,
        Correction? carried,
        CancellationToken cancel
    )
    {
        var stored = await LockAsync(version, correction, cancel);
        var place =
            await StoredValue.FindAsync(db, version, correction.Pointer, cancel)
            ?? throw new DocumentRefusedException("CORRECT001", correction.Pointer);
        var before = place.Written;
        if (seen is { } expected && expected.Value != before)
            throw new DocumentRefusedException("CORRECT004", correction.Pointer, before ?? "―");
        var value = place.Parsed(correction);
        if (place.Is(value))
            return null;
        place.Put(value);
        await FollowAsync(stored, place, cancel);
        var made = version.Own(
            new Correction
            {
                Number = (await db.Corrections.In(version).MaxAsync(note => (int?)note.Number, cancel) ?? 0) + 1,
                Pointer = correction.Pointer,
                Before = before,
                After = place.Written,
                Author = carried?.Author ?? "",
                PersonId = by.Person,
                ActingFor = by.ActingFor,
                Reason = Storable.Text(correction.Reason.Trim()),
                CorrectedAt = carried?.CorrectedAt ?? clock.GetUtcNow(),
                CarriedFrom = carried is null ? null : carried.CarriedFrom ?? carried.VersionNumber,
            }
        );
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return made;
    }

    private static void CheckTexts(ValueCorrection correction)
    {
        Decision.Check(correction.Reason, correction.Pointer);
        if (correction.Value?.Length > Correction.ValueMaxLength)
            throw new DocumentRefusedException("CORRECT006", correction.Pointer, Correction.ValueMaxLength);
    }

    /// <summary>Corrections of one version follow each other: what one looks at, no other can change meanwhile.</summary>
    private async Task<DocumentVersion> LockAsync(
        VersionKey version,
        ValueCorrection correction,
        CancellationToken cancel
    )
    {
        await VersionLock.TakeAsync(db, version, cancel);
        await ApprovalFreeze.RequireOpenAsync(db, version, correction.Pointer, cancel);
        return await db.Versions.In(version).SingleOrDefaultAsync(cancel)
            ?? throw new DocumentRefusedException("CORRECT001", correction.Pointer);
    }

    /// <summary>What hangs on the value: the state of a figure, the name of the document, the code of an author.</summary>
    private async Task FollowAsync(DocumentVersion version, StoredValue value, CancellationToken cancel)
    {
        switch (value.Row)
        {
            case IndicatorFigure figure:
                figure.SettleState();
                break;
            case SheetIndicator indicator when value.Property == nameof(SheetIndicator.Actual):
                indicator.SettleState();
                break;
            case Author author:
                author.Identify();
                break;
            case DocumentVersion:
                await RenameAsync(version, cancel);
                break;
        }
    }

    /// <summary>The newest version names the document, unless that would make two documents one.</summary>
    private async Task RenameAsync(DocumentVersion version, CancellationToken cancel)
    {
        var file = await db
            .SourceFiles.Where(file => file.GovernmentCode == version.GovernmentCode && file.Sha256 == version.Sha256)
            .Select(file => file.FileName)
            .SingleAsync(cancel);
        var name = DocumentName.Of(version.Title, file);
        var folded = Document.Fold(name);
        var document = await db.Documents.SingleAsync(
            document => document.GovernmentCode == version.GovernmentCode && document.Number == version.DocumentNumber,
            cancel
        );
        var newer = await db.Versions.AnyAsync(
            other =>
                other.GovernmentCode == version.GovernmentCode
                && other.DocumentNumber == version.DocumentNumber
                && other.VersionNumber > version.VersionNumber,
            cancel
        );
        var taken = await db.Documents.AnyAsync(
            other =>
                other.GovernmentCode == version.GovernmentCode
                && other.Kind == document.Kind
                && other.Number != document.Number
                && other.FoldedName == folded,
            cancel
        );
        if (newer || taken)
            return;
        document.Name = name;
        document.FoldedName = folded;
    }
}

/// <summary>What a person saw before correcting it; null for no value.</summary>
public readonly record struct SeenValue(string? Value);
