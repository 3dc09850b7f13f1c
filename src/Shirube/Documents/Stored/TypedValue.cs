using System.Globalization;
using System.Text.Json;
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
            value = Storable.Text(text.Trim());
        else if (type == typeof(decimal))
            value = Figure.Parse(text) is { Kind: FigureKind.Number, Unit: null } figure ? figure.Value : null;
        else if (type == typeof(int))
            value = int.TryParse(Folding.Squeeze(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        else if (type == typeof(FiscalYear))
            value = FiscalYear.TryParse(text, out var year) ? year : null;
        else if (type == typeof(DateOnly))
            value = JapaneseDate.TryParse(text, out var date) ? date.Date : null;
        else if (type.IsEnum)
            value = char.IsLetter(text[0]) && Enum.TryParse(type, text, ignoreCase: true, out var named) ? named : null;
        return value is not null;
    }

    public static string? Write(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            decimal number => (number / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FiscalYear year => year.ToString(),
            Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
