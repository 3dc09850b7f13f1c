using System.Globalization;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Documents.Text;

namespace Shirube.Documents.Stored;

/// <summary>A value as a person types it, and as the reading contract writes it.</summary>
internal static class TypedValue
{
    /// <returns>False when the text is not such a value; blank is no value.</returns>
    public static bool TryParse(string? text, Type type, out object? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            value = Storable.Text(Tidy(text));
        else if (type == typeof(decimal))
            value = Figure.ParseTyped(text) is { Kind: FigureKind.Number, Unit: null } figure ? figure.Value : null;
        else if (type == typeof(int))
            value =
                Figure.ParseTyped(text).Kind == FigureKind.Number
                && int.TryParse(Folding.Squeeze(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null;
        else if (type == typeof(FiscalYear))
            value = FiscalYear.TryParse(text, out var year) ? year : null;
        else if (type == typeof(PlanStart))
            value =
                IsCertification(text) ? new PlanStart(null)
                : JapaneseDate.TryParse(text, out var start) ? new PlanStart(start.Date)
                : null;
        else if (type == typeof(DateOnly))
            value = JapaneseDate.TryParse(text, out var date) ? date.Date : null;
        else if (type.IsEnum)
            value = char.IsLetter(text[0]) && Enum.TryParse(type, text, ignoreCase: true, out var named) ? named : null;
        return value is not null;
    }

    /// <summary>The text is a number, but a larger or finer one than is kept.</summary>
    public static bool IsBeyond(string? text, Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal)
        && text is not null
        && Figure.ParseTyped(text).Kind == FigureKind.Beyond;

    /// <summary>Browsers send line ends as CRLF and people leave blanks around a text: that alone is no other text.</summary>
    public static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim();

    private static bool IsCertification(string text) =>
        Folding.Squeeze(text) is "認定の日" or "認定日" or "地域再生計画認定の日" or "地域再生計画の認定の日"
        || text.Trim().Equals(ContractValue.Certification, StringComparison.OrdinalIgnoreCase);
}
