using System.Globalization;
using System.Text.Json;
using Shirube.Calendar;

namespace Shirube.Documents;

/// <summary>
/// A value as the reading contract writes it, and as it is compared and kept wherever a value becomes text: plain
/// numbers, yen, Western years, ISO dates, names in camel case, <c>certification</c> for a plan that starts with it.
/// </summary>
public static class ContractValue
{
    public const string Certification = "certification";

    /// <summary>Null for no value.</summary>
    public static string? Write(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            decimal number => Number(number),
            DateOnly day => Day(day),
            PlanStart { Date: { } day } => Day(day),
            PlanStart => Certification,
            FiscalYear year => year.ToString(),
            Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    /// <summary>1800 for 1800.00: numbers carry no formatting.</summary>
    public static string Number(decimal number) =>
        (number / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
