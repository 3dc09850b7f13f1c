using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shirube.Data;
using Shirube.Indicators;
using Shirube.Plans;
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
    /// <exception cref="DocumentRefusedException">No such value, not such a value, no author or reason, or changed meanwhile.</exception>
    public async Task<bool> ExecuteAsync(
        VersionKey version,
        ValueCorrection correction,
        SeenValue? seen = null,
        CancellationToken cancel = default
    )
    {
        CheckTexts(correction);
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancel)
            : null;
        var stored = await LockAsync(version, correction, cancel);
        var property = await PropertyAsync(stored, correction, cancel);
        var before = TypedValue.Write(property.CurrentValue);
        if (seen is { } expected && expected.Value != before)
            throw new DocumentRefusedException("CORRECT004", correction.Pointer, before ?? "―");
        var value = ParsedFor(property, correction);
        var after = TypedValue.Write(value);
        if (after == before)
            return false;
        property.CurrentValue = value;
        await FollowAsync(stored, property, cancel);
        db.Add(await NoteAsync(version, correction, before, after, cancel));
        await db.SaveChangesAsync(cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
        return true;
    }

    private static void CheckTexts(ValueCorrection correction)
    {
        if (string.IsNullOrWhiteSpace(correction.Author) || string.IsNullOrWhiteSpace(correction.Reason))
            throw new DocumentRefusedException("CORRECT003", correction.Pointer);
        if (correction.Author.Length > Correction.AuthorMaxLength)
            throw new DocumentRefusedException("CORRECT006", correction.Pointer, Correction.AuthorMaxLength);
        if (correction.Reason.Length > Correction.ReasonMaxLength)
            throw new DocumentRefusedException("CORRECT006", correction.Pointer, Correction.ReasonMaxLength);
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
        var government = version.Government.Value;
        await db.Database.ExecuteSqlAsync(
            $"""
            select 1 from document_version
            where government_code = {government} and document_number = {version.Document}
                and version_number = {version.Version}
            for update
            """,
            cancel
        );
        var stored =
            await db.Versions.In(version).SingleOrDefaultAsync(cancel)
            ?? throw new DocumentRefusedException("CORRECT001", correction.Pointer);
        return stored;
    }

    private async Task<PropertyEntry> PropertyAsync(
        DocumentVersion version,
        ValueCorrection correction,
        CancellationToken cancel
    )
    {
        var key = version.VersionKey;
        var isSheet = await db.Sheets.In(key).AnyAsync(cancel);
        if (ValuePlace.Of(correction.Pointer, isSheet) is not { } place)
            throw new DocumentRefusedException("CORRECT001", correction.Pointer);
        object[] keys = [key.Government, key.Document, key.Version, .. place.Own];
        var row =
            await db.FindAsync(place.Row, keys, cancel)
            ?? throw new DocumentRefusedException("CORRECT001", correction.Pointer);
        var entry = db.Entry(row);
        // The row may have been looked at before another correction changed it.
        if (entry.State == EntityState.Unchanged)
            await entry.ReloadAsync(cancel);
        return entry.Property(place.Property);
    }

    private static object? ParsedFor(PropertyEntry property, ValueCorrection correction)
    {
        if (!TypedValue.TryParse(correction.Value, property.Metadata.ClrType, out var value))
            throw new DocumentRefusedException("CORRECT002", correction.Pointer, correction.Value);
        if (value is null && !property.Metadata.IsNullable)
            throw new DocumentRefusedException("CORRECT005", correction.Pointer);
        if (property.EntityEntry.Entity is PlanVerification && value is int and (< 1 or > 12))
            throw new DocumentRefusedException("CORRECT002", correction.Pointer, correction.Value);
        return value;
    }

    /// <summary>What hangs on the value: the state of a figure, the name of the document, the code of an author.</summary>
    private async Task FollowAsync(DocumentVersion version, PropertyEntry property, CancellationToken cancel)
    {
        switch (property.EntityEntry.Entity)
        {
            case IndicatorFigure figure:
                figure.SettleState();
                break;
            case SheetIndicator indicator when property.Metadata.Name == nameof(SheetIndicator.Actual):
                indicator.SettleState();
                break;
            case Author author:
                author.Identify();
                break;
            case PlanVersion plan when property.Metadata.Name == nameof(PlanVersion.PlanStart):
                plan.StartOnItsDate();
                break;
            case DocumentVersion { Title: { Length: > 0 and <= Document.NameMaxLength } title }:
                await RenameAsync(version, title, cancel);
                break;
        }
    }

    /// <summary>The newest version names the document, unless that would make two documents one.</summary>
    private async Task RenameAsync(DocumentVersion version, string title, CancellationToken cancel)
    {
        var folded = Document.Fold(title);
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
        document.Name = title;
        document.FoldedName = folded;
    }

    private async Task<Correction> NoteAsync(
        VersionKey version,
        ValueCorrection correction,
        string? before,
        string? after,
        CancellationToken cancel
    ) =>
        new()
        {
            GovernmentCode = version.Government,
            DocumentNumber = version.Document,
            VersionNumber = version.Version,
            Number = (await db.Corrections.In(version).MaxAsync(note => (int?)note.Number, cancel) ?? 0) + 1,
            Pointer = correction.Pointer,
            Before = before,
            After = after,
            Author = Storable.Text(correction.Author.Trim()),
            Reason = Storable.Text(correction.Reason.Trim()),
            CorrectedAt = clock.GetUtcNow(),
        };
}

/// <summary>What a person saw before correcting it; null for no value.</summary>
public readonly record struct SeenValue(string? Value);
