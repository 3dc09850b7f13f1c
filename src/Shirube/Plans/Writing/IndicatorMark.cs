using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shirube.Plans.Writing;

/// <summary>
/// What somebody had before the eyes of one KPI, as a short mark: what is said on another state than that is not done
/// unseen.
/// </summary>
public static class IndicatorMark
{
    private const int Length = 16;

    /// <summary>Of what the row means: basis, direction, range, definition.</summary>
    public static string OfMeaning(PlanIndicator indicator) =>
        Of([
            $"{indicator.Basis}",
            $"{indicator.Direction}",
            Of(indicator.RangeLow),
            Of(indicator.RangeHigh),
            indicator.Definition,
        ]);

    /// <summary>Of the row with all its cells and its meaning.</summary>
    public static string OfRow(PlanIndicator indicator) =>
        Of([
            OfMeaning(indicator),
            indicator.Name,
            indicator.Unit,
            indicator.Baseline.Text,
            $"{indicator.BaselineYear}",
            .. indicator.Targets.SelectMany(target => new[] { target.Year.ToString(), target.Figure.Text }),
        ]);

    private static string Of(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Of(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts))))[..Length];
}
