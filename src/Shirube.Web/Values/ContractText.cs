using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents;

namespace Shirube.Web.Values;

/// <summary>Values as the reading contract writes them: plain numbers, yen, Western years, ISO dates.</summary>
internal static class ContractText
{
    public static string? Write(object? value) =>
        value switch
        {
            null => null,
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            DateOnly day => Iso(day),
            PlanStart { Date: { } day } => Iso(day),
            PlanStart => null,
            FiscalYear year => year.ToString(),
            int count => count.ToString(CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
