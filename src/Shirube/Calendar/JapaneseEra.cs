using System.Globalization;

namespace Shirube.Calendar;

/// <summary>
/// The eras since 明治 and their first Western years. Only arithmetic: documents written before a change of era
/// name years that never came (平成32年度), and those must still be read.
/// </summary>
public static class JapaneseEra
{
    private static readonly (string Name, char Letter, int FirstYear)[] Eras =
    [
        ("令和", 'R', 2019),
        ("平成", 'H', 1989),
        ("昭和", 'S', 1926),
        ("大正", 'T', 1912),
        ("明治", 'M', 1868),
    ];

    /// <summary>Western year of the nth year of an era; <paramref name="nth"/> may be 元. Null for an unknown era.</summary>
    public static int? WesternYear(string era, string nth)
    {
        foreach (var (name, letter, firstYear) in Eras)
        {
            if (era != name && !(era.Length == 1 && char.ToUpperInvariant(era[0]) == letter))
                continue;
            if (nth == "元")
                return firstYear;
            return int.TryParse(nth, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
                ? firstYear + count - 1
                : null;
        }
        return null;
    }

    /// <summary>令和6 for 2024, 令和元 for 2019: the era in which most of a fiscal year of that number lies.</summary>
    public static string LabelOf(int westernYear)
    {
        var (name, _, firstYear) = Eras.First(era => westernYear >= era.FirstYear);
        var nth = westernYear - firstYear + 1;
        return nth == 1 ? name + "元" : name + nth.ToString(CultureInfo.InvariantCulture);
    }
}
