using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Calendar;

/// <summary>
/// A Japanese fiscal year, 1 April to 31 March, known by the Western year in which it starts.
/// Shown as 令和6年度（2024年度）. The whole of fiscal 2019 is 令和元年度.
/// </summary>
/// <param name="Year">Western year of 1 April, 1868 to 2200.</param>
public readonly partial record struct FiscalYear(int Year) : IComparable<FiscalYear>
{
    public DateOnly FirstDay => new(Year, 4, 1);
    public DateOnly LastDay => new(Year + 1, 3, 31);

    public static FiscalYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    public bool Contains(DateOnly day) => Of(day) == this;

    public static FiscalYear operator +(FiscalYear year, int years) => new(year.Year + years);

    public static int operator -(FiscalYear later, FiscalYear earlier) => later.Year - earlier.Year;

    public static bool operator <(FiscalYear left, FiscalYear right) => left.Year < right.Year;

    public static bool operator >(FiscalYear left, FiscalYear right) => left.Year > right.Year;

    public static bool operator <=(FiscalYear left, FiscalYear right) => left.Year <= right.Year;

    public static bool operator >=(FiscalYear left, FiscalYear right) => left.Year >= right.Year;

    public int CompareTo(FiscalYear other) => Year.CompareTo(other.Year);

    /// <summary>令和6年度（2024年度）</summary>
    public string ToJapanese() => $"{EraLabel}年度（{Year.ToString(CultureInfo.InvariantCulture)}年度）";

    /// <summary>FY2024</summary>
    public string ToEnglish() => $"FY{Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The Western year alone, 2024: what URLs and JSON hold.</summary>
    public override string ToString() => Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>令和6</summary>
    public string EraLabel => Year < 1868 ? Year.ToString(CultureInfo.InvariantCulture) : JapaneseEra.LabelOf(Year);

    /// <summary>
    /// Reads 令和6年度, R6, Ｒ６年度, 令和元年度, H32, 2024, 2024年度, FY2024. A two-digit year without an era is
    /// refused: nobody can tell 24 from 平成24.
    /// </summary>
    public static bool TryParse(string? text, out FiscalYear year)
    {
        year = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var match = Spelling().Match(Folding.Fold(text).Trim());
        if (!match.Success)
            return false;
        var found = match.Groups["western"].Success
            ? int.Parse(match.Groups["western"].ValueSpan, CultureInfo.InvariantCulture)
            : JapaneseEra.WesternYear(match.Groups["era"].Value, match.Groups["nth"].Value);
        if (found is not { } western || western is < 1868 or > 2200)
            return false;
        year = new FiscalYear(western);
        return true;
    }

    [GeneratedRegex(
        @"^(?:(?:FY|fy)? ?(?<western>\d{4})|(?<era>明治|大正|昭和|平成|令和|[MTSHR])\.? ?(?<nth>\d{1,2}|元)) ?(?:年度?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Spelling();
}
