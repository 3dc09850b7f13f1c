using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shirube.Data;
using Shirube.Documents.Text;
using Shirube.Plans;

namespace Shirube.Documents.Stored;

/// <summary>One value of a stored version, in the row that keeps it.</summary>
internal sealed class StoredValue
{
    private readonly EntityEntry entry;
    private readonly PropertyInfo property;
    private readonly ValuePlace place;

    private StoredValue(EntityEntry entry, ValuePlace place)
    {
        (this.entry, this.place) = (entry, place);
        property = place.Row.GetProperty(place.Property)!;
    }

    public object Row => entry.Entity;

    public string Property => place.Property;

    /// <summary>As the reading contract writes it.</summary>
    public string? Written => ContractValue.Write(property.GetValue(Row));

    /// <summary>Null when there is no such value, or not one to correct.</summary>
    public static async Task<StoredValue?> FindAsync(
        ShirubeDb db,
        VersionKey key,
        string pointer,
        CancellationToken cancel
    )
    {
        var isSheet = await db.Sheets.In(key).AnyAsync(cancel);
        if (ValuePlace.Of(pointer, isSheet) is not { } place)
            return null;
        object[] keys = [key.Government, key.Document, key.Version, .. place.Own];
        if (await db.FindAsync(place.Row, keys, cancel) is not { } row)
            return null;
        var entry = db.Entry(row);
        // The row may have been looked at before another correction changed it.
        if (entry.State == EntityState.Unchanged)
            await entry.ReloadAsync(cancel);
        return new StoredValue(entry, place);
    }

    /// <exception cref="DocumentRefusedException">The text is not such a value.</exception>
    public object? Parsed(ValueCorrection correction)
    {
        if (!TypedValue.TryParse(correction.Value, property.PropertyType, out var value))
            throw TypedValue.IsBeyond(correction.Value, property.PropertyType)
                ? new DocumentRefusedException(
                    "CORRECT008",
                    correction.Pointer,
                    correction.Value,
                    FigureSize.WholeDigits,
                    FigureSize.Decimals
                )
                : new DocumentRefusedException("CORRECT002", correction.Pointer, correction.Value);
        if (value is null && entry.Metadata.FindProperty(place.Property) is { IsNullable: false })
            throw new DocumentRefusedException("CORRECT005", correction.Pointer);
        if (Row is PlanVerification && value is int month && !PlanVerification.IsMonth(month))
            throw new DocumentRefusedException("CORRECT002", correction.Pointer, correction.Value);
        if (place.IsOneLine && value is string text && text.Contains('\n', StringComparison.Ordinal))
            throw new DocumentRefusedException("CORRECT007", correction.Pointer);
        return value;
    }

    /// <summary>The value is that already, but for line ends and blanks around it.</summary>
    public bool Is(object? value) =>
        ContractValue.Write(value) is var other
        && (other == Written || (Written is { } own && other == TypedValue.Tidy(own)));

    public void Put(object? value) => property.SetValue(Row, value);
}
