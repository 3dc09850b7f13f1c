using Shirube.Calendar;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>A value that a new version holds otherwise, in the words of the page: which, what before, what now.</summary>
internal static class ChangeText
{
    private const int Longest = 60;

    public static string LabelOf(ValueChange change)
    {
        var field = LabelOf(change.Pointer, change.Year);
        return change.Item is { } item ? T("Value.InGroup", item, field) : field;
    }

    public static (string Before, string Now) Of(ValueChange change)
    {
        var (before, now) = (Written(change.Pointer, change.Before), Written(change.Pointer, change.Now));
        if (before.Length <= Longest && now.Length <= Longest)
            return (before, now);
        // Two long texts are told apart where they part, not by how they begin.
        var same = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return (Around(before, same), Around(now, same));
    }

    /// <summary>A value of a correction that is carried or left.</summary>
    public static string Of(CarriedCorrection carried, string? value) =>
        MeaningText.IsMeaning(carried.Correction.Pointer)
            ? value == carried.Correction.After
                ? MeaningText.Of(carried.Correction.Pointer, value)
                : value is null
                    ? T("Open")
                    : T("Basis." + Capital(value))
            : value is null
                ? T("Emptied")
                : ValueText.OfContract(KindOf(carried.Correction.Pointer), value);

    private static string Around(string text, int place)
    {
        var from = Math.Max(0, Math.Min(place - 15, text.Length - Longest));
        var part = text.AsSpan(from, Math.Min(Longest, text.Length - from));
        return $"{(from > 0 ? "…" : "")}{part}{(from + part.Length < text.Length ? "…" : "")}";
    }

    private static string Written(string pointer, HeldValue held)
    {
        var state =
            held.State is { } written && Enum.TryParse<FigureState>(written, ignoreCase: true, out var known)
                ? known
                : FigureState.Final;
        if (held.Value is not { } value)
            return state is FigureState.Pending or FigureState.Outside ? T("State." + state) : T("None");
        var shown = FieldOf(pointer) is "basis"
            ? T("Basis." + Capital(value))
            : ValueText.OfContract(KindOf(pointer), value);
        return state == FigureState.Provisional ? T("Value.InState", shown, T("State." + state)) : shown;
    }

    private static string LabelOf(string pointer, FiscalYear? year) =>
        FieldOf(pointer) switch
        {
            "value" when year is { } known => T(
                pointer.Contains("/actuals/", StringComparison.Ordinal) ? "Value.OfActual" : "Value.OfTarget",
                ValueText.Year(known)
            ),
            "basis" => T("Preview.Heading"),
            "entities" => T("Value.Entity"),
            "measures" => T("Value.Measure"),
            "count" => T("Value.SeatCount"),
            "target" => T("Value.SheetTarget"),
            "actual" => T("Value.SheetActual"),
            "name" when pointer.StartsWith("/policies/", StringComparison.Ordinal) => T("Value.Policy"),
            var field when field.EndsWith("Yen", StringComparison.Ordinal) => T("Value." + Capital(field[..^3])),
            var field => T("Value." + Capital(field)),
        };

    private static ValueKind KindOf(string pointer) =>
        FieldOf(pointer) switch
        {
            "planStart" => ValueKind.PlanStart,
            "planEnd" or "projectStart" or "projectEnd" or "periodStart" or "periodEnd" => ValueKind.Date,
            "baselineYear" or "targetYear" => ValueKind.FiscalYear,
            "value" or "baseline" or "total" or "target" or "actual" => ValueKind.Figure,
            var field when field.EndsWith("Yen", StringComparison.Ordinal) => ValueKind.Yen,
            _ => ValueKind.Text,
        };

    /// <summary>Name of the last field on the way: that of the list where the value is one of it.</summary>
    private static string FieldOf(string pointer) => pointer.Split('/').Last(step => !int.TryParse(step, out _));

    private static string Capital(string field) => $"{char.ToUpperInvariant(field[0])}{field[1..]}";
}
