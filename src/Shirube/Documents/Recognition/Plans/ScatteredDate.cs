using System.Globalization;
using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// Dates whose cells a converter printed in another order (31 日 まで2029 年 3から2024年4月1日). A date comes out only
/// when the pieces fit together in one way.
/// </summary>
internal static partial class ScatteredDate
{
    /// <summary>Nothing but numbers and the words of a period.</summary>
    public static bool IsPiece(string squeezed) => squeezed.Length <= 60 && Pieces().IsMatch(squeezed);

    /// <summary>
    /// The period of a text that holds から, まで, one whole date and the pieces of another; the only assembly in which
    /// the end comes after the start and both are borders of fiscal years.
    /// </summary>
    public static (DateOnly Start, DateOnly End)? Period(string squeezed)
    {
        if (
            !IsPiece(squeezed)
            || !squeezed.Contains("から", StringComparison.Ordinal)
            || !squeezed.Contains("まで", StringComparison.Ordinal)
        )
            return null;
        var whole = WholeDate().Matches(squeezed);
        if (whole.Count != 1)
            return null;
        var rest = squeezed.Remove(whole[0].Index, whole[0].Length);
        if (!TryWhole(whole[0], out var one) || Single(Numbers(rest), Days(rest)) is not { } other)
            return null;
        var (start, end) = one < other ? (one, other) : (other, one);
        return start is { Month: 4, Day: 1 } && end is { Month: 3, Day: 31 } ? (start, end) : null;
    }

    /// <summary>The only date that a year and two numbers can be; null when there are more pieces or two readings.</summary>
    public static DateOnly? Single(IReadOnlyList<int> numbers, int? day)
    {
        if (numbers.Count != 3 || numbers.Count(number => number > 1900) != 1)
            return null;
        var year = numbers.First(number => number > 1900);
        var parts = numbers.Where(number => number <= 1900).ToList();
        var dates = new HashSet<DateOnly>();
        foreach (var (month, of) in new[] { (parts[0], parts[1]), (parts[1], parts[0]) })
        {
            if (day is { } printed && of != printed)
                continue;
            if (year <= 2200 && month is >= 1 and <= 12 && of >= 1 && of <= DateTime.DaysInMonth(year, month))
                dates.Add(new DateOnly(year, month, of));
        }
        return dates.Count == 1 ? dates.First() : null;
    }

    public static IReadOnlyList<int> Numbers(string squeezed) =>
        [.. Digits().Matches(squeezed).Take(20).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];

    /// <summary>The number that stands before 日, where there is one.</summary>
    private static int? Days(string text)
    {
        var match = Day().Match(text);
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    private static bool TryWhole(Match whole, out DateOnly date) =>
        DateOnly.TryParseExact(
            whole.Value,
            "yyyy年M月d日",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out date
        );

    [GeneratedRegex(@"^(?:\d{1,4}|[年月日]|から|まで)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"(?:19|20|21)\d{2}年\d{1,2}月\d{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex WholeDate();

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(\d{1,2})日", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
