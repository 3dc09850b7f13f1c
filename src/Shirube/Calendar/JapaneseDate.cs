using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Calendar;

/// <summary>
/// A date as Japanese documents spell it: to the day, to the month (R5.12) or to the year (H27). Eras live at the
/// edge only; inside, a date is a <see cref="DateOnly"/>. An era is taken by its number alone, so 平成32年3月 is March
/// 2020; whether a document may name such a year is for the checks to say.
/// </summary>
/// <param name="Month">1 to 12, or null when only the year is known.</param>
/// <param name="Day">Day of the month, or null when only the month is known.</param>
public readonly partial record struct JapaneseDate(int Year, int? Month, int? Day)
{
    /// <summary>The date, where it is known to the day.</summary>
    public DateOnly? Date => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <summary>First day of the known year, month or day.</summary>
    public DateOnly FirstDay => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>Last day of the known year, month or day.</summary>
    public DateOnly LastDay => Date ?? new DateOnly(Year, Month ?? 12, DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>
    /// Reads 令和6年4月1日, R6.4.1, 2024/4/1, ２０２６－４－１, 令和4年6月, R5.12, H27, 平成27年, 2024年4月1日.
    /// Spaces between the parts do not matter. False for a day that does not exist (2026-02-30).
    /// </summary>
    public static bool TryParse(string? text, out JapaneseDate date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var match = Spelling().Match(Folding.FoldNumeric(text).Replace(" ", "", StringComparison.Ordinal));
        return match.Success && TryBuild(match, out date);
    }

    /// <summary>The dates in a folded text in order, with the offset and length at which each stands.</summary>
    public static IEnumerable<(JapaneseDate Date, int Index, int Length)> FindAll(string folded)
    {
        foreach (Match match in Inside().Matches(folded))
        {
            if (TryBuild(match, out var date))
                yield return (date, match.Index, match.Length);
        }
    }

    /// <summary>令和6年4月1日</summary>
    public static string ToJapanese(DateOnly day)
    {
        var year = JapaneseEra.LabelOf(day.Year);
        // Eras turn within a year: 30 April 2019 is still 平成31年.
        if (day < new DateOnly(2019, 5, 1) && day.Year == 2019)
            year = "平成31";
        else if (day < new DateOnly(1989, 1, 8) && day.Year == 1989)
            year = "昭和64";
        else if (day < new DateOnly(1926, 12, 25) && day.Year == 1926)
            year = "大正15";
        else if (day < new DateOnly(1912, 7, 30) && day.Year == 1912)
            year = "明治45";
        return string.Create(CultureInfo.InvariantCulture, $"{year}年{day.Month}月{day.Day}日");
    }

    private static bool TryBuild(Match match, out JapaneseDate date)
    {
        date = default;
        var year = match.Groups["western"].Success
            ? int.Parse(match.Groups["western"].ValueSpan, CultureInfo.InvariantCulture)
            : JapaneseEra.WesternYear(match.Groups["era"].Value, match.Groups["nth"].Value);
        var month = Part(match, "month");
        var day = Part(match, "day");
        if (year is not (>= 1868 and <= 2200) || month is < 1 or > 12)
            return false;
        if (day is { } d && (d < 1 || d > DateTime.DaysInMonth(year.Value, month!.Value)))
            return false;
        date = new JapaneseDate(year.Value, month, day);
        return true;
    }

    private static int? Part(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        "^"
            + YearPart
            + @"(?:年?(?:末|度)?|(?:年|[./-])(?<month>\d{1,2})(?:月末?)?|(?:年|[./-])(?<month>\d{1,2})(?:月|[./-])(?<day>\d{1,2})日?)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Spelling();

    [GeneratedRegex(
        @"(?<![A-Za-z\d])"
            + YearPart
            + @"\s?(?:年\s?(?:(?<month>\d{1,2})\s?月\s?(?:(?<day>\d{1,2})\s?日)?)?|[./-](?<month>\d{1,2})(?:[./-](?<day>\d{1,2}))?)(?![\d])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Inside();

    private const string YearPart =
        @"(?:(?<western>(?:18|19|20|21)\d{2})|(?<era>明治|大正|昭和|平成|令和|[MTSHR])[.]?\s?(?<nth>\d{1,2}|元))";
}
