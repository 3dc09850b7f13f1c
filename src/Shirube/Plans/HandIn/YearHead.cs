using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;

namespace Shirube.Plans.HandIn;

/// <summary>The head of a column of yearly figures: 令和７年度, R7, 2025年度増加分, 1年目. All texts folded and without blanks.</summary>
/// <param name="Year">Printed; holds against <paramref name="Nth"/>.</param>
/// <param name="Nth">Its place among the years of the plan, from 1, where no year is printed.</param>
public sealed partial record YearHead(FiscalYear? Year, int? Nth)
{
    /// <summary>Null where it says no year, or several.</summary>
    public static YearHead? Of(string folded) =>
        YearsIn(folded) switch
        {
            [{ } only] => new(only, null),
            [] when NthYear().Match(folded) is { Success: true } match => new(
                null,
                int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            ),
            _ => null,
        };

    /// <summary>累計 over all years, not the 累計値 of one.</summary>
    public static bool IsTotal(string folded) =>
        folded.Contains("累計", StringComparison.Ordinal) && !NthYear().IsMatch(folded) && YearsIn(folded).Count != 1;

    /// <summary>Not what is aimed at in one year: 実績, 達成率, 3年目までの累計, 1～3年目.</summary>
    public static bool IsOther(string folded) => OtherFigures().IsMatch(folded);

    private static List<FiscalYear?> YearsIn(string folded) =>
        [
            .. PrintedYear()
                .Matches(folded)
                .Select(match => FiscalYear.TryParse(match.Value, out var year) ? year : (FiscalYear?)null)
                .Distinct(),
        ];

    [GeneratedRegex("実績|達成率|まで|[~〜～]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherFigures();

    /// <summary>令和7年 or R7.3 is no fiscal year.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9.])(?:FY)?(?:(?:19|20)[0-9]{2}|(?:令和|平成|[RH])\.?(?:[0-9]{1,2}|元))(?:年度|(?![0-9年月./%]))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PrintedYear();

    [GeneratedRegex(@"\(?(?<![0-9])([1-9][0-9]?)年目", RegexOptions.CultureInvariant)]
    private static partial Regex NthYear();
}
