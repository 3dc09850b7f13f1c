using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Fiscal years inside headings and cells: 2024年度, 令和6, R6年度末, R7.3 (March 2025, fiscal 2024). Text is a
/// <see cref="CellText.Key"/>.
/// </summary>
internal static partial class YearSpelling
{
    /// <summary>One year or one date.</summary>
    public const string Year =
        @"(?:FY|fy)?(?:(?:19|20)\d{2}(?!\d|\.\d{3}|[人件社円%])|(?:令和|平成|昭和|(?<![A-Za-z])[RHS])\.?(?:\d{1,2}(?!\d)|元))(?:年度?(?:\d{1,2}月(?:\d{1,2}日|末)?)?|[./]\d{1,2}(?!\d)(?:[./]\d{1,2})?(?:月?末?))?(?:末)?(?:時点|現在)?";

    /// <summary>Two years with a sign of extent between them.</summary>
    public const string Range =
        Year
        + @"(?:[~〜-]|から|より|至)(?:"
        + Year
        + @"|\d{1,2}年度?末?|\d{1,2}(?!\d))(?:まで)?(?:の?\d{1,2}[かカケヶヵ]?年間)?";

    /// <returns>Null for a text that names no single year, or an impossible date.</returns>
    public static FiscalYear? Parse(string key)
    {
        var match = Parts().Match(key);
        if (!match.Success)
            return null;
        var western = match.Groups["western"].Success
            ? int.Parse(match.Groups["western"].ValueSpan, CultureInfo.InvariantCulture)
            : JapaneseEra.WesternYear(match.Groups["era"].Value, match.Groups["nth"].Value);
        if (western is not (>= 1950 and <= 2150))
            return null;
        if (!match.Groups["month"].Success)
            return new FiscalYear(western.Value);
        var month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        return month is < 1 or > 12 ? null : FiscalYear.Of(new DateOnly(western.Value, month, 1));
    }

    /// <summary>The ends of a range, where both are known by themselves.</summary>
    public static (FiscalYear From, FiscalYear To)? ParseRange(string key)
    {
        var parts = Extent().Split(key, 2);
        return parts.Length == 2 && Parse(parts[0]) is { } from && Parse(parts[1]) is { } to ? (from, to) : null;
    }

    [GeneratedRegex(
        @"^(?:FY|fy)?(?:(?<western>(?:19|20)\d{2})|(?<era>令和|平成|昭和|[RHS])\.?(?<nth>\d{1,2}|元))(?:年度?(?:(?<month>\d{1,2})月)?|[./](?<month>\d{1,2}))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Parts();

    [GeneratedRegex("[~〜-]|から|より|至", RegexOptions.CultureInvariant)]
    private static partial Regex Extent();
}
