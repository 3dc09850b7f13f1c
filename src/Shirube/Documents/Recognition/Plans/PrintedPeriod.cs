using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>One end of a period: a day, the day of certification, or a length of time that is no date.</summary>
/// <param name="Rule">Why a day stands for a year or month that is printed; null for a printed day.</param>
internal readonly record struct PeriodBound(DateOnly? Day, bool IsCertification, string? Rule);

/// <summary>A period as plans print it: 2024年4月1日から2029年3月31日まで, 認定の日から…まで, 令和6年度～令和10年度.</summary>
internal sealed partial record PrintedPeriod(PeriodBound Start, PeriodBound End)
{
    private const string DatePattern =
        @"(?:(?:(?:令和|平成|昭和|[RHS])\.?(?:\d{1,2}|元)|(?:19|20|21)\d{2})(?:年度|年(?:\d{1,2}月(?:\d{1,2}日|末日?)?)?|[./-]\d{1,2}(?:[./-]\d{1,2}(?!\d))?))";

    /// <summary>The different periods in a text; blank forms (年 月 日から) are none.</summary>
    public static IReadOnlyList<PrintedPeriod> FindAll(string text)
    {
        var folded = WithOneYear(Folding.Squeeze(Folding.FoldNumeric(text)).Replace('〜', '~'));
        if (folded.Length > 1000)
            folded = folded[..1000];
        var found = new List<PrintedPeriod>();
        foreach (Match match in Spelling().Matches(folded))
        {
            var start = match.Groups["certified"].Success
                ? new PeriodBound(null, true, null)
                : Bound(match.Groups["start"].Value, isEnd: false);
            var end = match.Groups["years"].Success
                ? Counted(match.Groups["start"].Value, match.Groups["years"].ValueSpan)
                : Bound(match.Groups["end"].Value, isEnd: true);
            var period = new PrintedPeriod(start, end);
            if (!found.Contains(period))
                found.Add(period);
        }
        return found;
    }

    /// <summary>The whole text is one period and nothing else.</summary>
    public static PrintedPeriod? Whole(string squeezed)
    {
        if (squeezed.Length > 60)
            return null;
        var folded = WithOneYear(Folding.FoldNumeric(squeezed).Replace('〜', '~'));
        var match = Spelling().Match(folded);
        return match.Success && match.Length == folded.TrimEnd('。').Length ? FindAll(folded)[0] : null;
    }

    /// <summary>令和6年度から5か年, 2024年4月1日から5年間: the last day of the last year. Nothing when the start is no fiscal year's.</summary>
    private static PeriodBound Counted(string start, ReadOnlySpan<char> years)
    {
        var first = Bound(start, isEnd: false);
        var count = int.Parse(years, CultureInfo.InvariantCulture);
        return first.Day is { Month: 4, Day: 1 } day && count is >= 1 and <= 20
            ? new PeriodBound((FiscalYear.Of(day) + (count - 1)).LastDay, false, "years-counted")
            : default;
    }

    private static PeriodBound Bound(string text, bool isEnd)
    {
        if (text.Length == 0)
            return default;
        if (text.EndsWith("年度", StringComparison.Ordinal))
            return FiscalYear.TryParse(text, out var year)
                ? new PeriodBound(isEnd ? year.LastDay : year.FirstDay, false, "fiscal-year-borders")
                : default;
        if (
            !JapaneseDate.TryParse(text.Replace("末日", "末", StringComparison.Ordinal), out var date)
            || date.Month is null
        )
            return default;
        return date.Day is not null
            ? new PeriodBound(date.Date, false, null)
            : new PeriodBound(isEnd ? date.LastDay : date.FirstDay, false, "month-borders");
    }

    /// <summary>令和6年（2024年）4月1日 as 令和6年4月1日, where the two years agree; else the text stays and is no date.</summary>
    private static string WithOneYear(string folded) =>
        TwoYears()
            .Replace(
                folded,
                match =>
                    FiscalYear.TryParse(match.Groups["one"].Value, out var one)
                    && FiscalYear.TryParse(match.Groups["other"].Value, out var other)
                    && one == other
                        ? match.Groups["one"].Value + match.Groups["unit"].Value
                        : match.Value
            );

    [GeneratedRegex(
        @"(?:(?<certified>認定(?:の日|日|を受けた日|された日))|(?<start>"
            + DatePattern
            + @"))(?:\([^()]{1,30}\))?(?:以降)?(?:から|より|~|-)(?:(?<end>"
            + DatePattern
            + @")(?:\([^()]{1,30}\))?(?:まで)?|(?<years>\d{1,2})(?:[かカヵヶケ箇個]年度?|年度?間|年)(?:間|度)?)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Spelling();

    [GeneratedRegex(
        @"(?<one>(?:令和|平成|昭和)(?:\d{1,2}|元)|(?:19|20|21)\d{2})(?<unit>年度?)?\((?:西暦)?(?<other>(?:令和|平成|昭和|[RHS])?(?:\d{1,4}|元))年?度?\)(?<unit>年度?)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TwoYears();
}
