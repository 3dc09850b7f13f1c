using System.Globalization;
using System.Resources;
using Shirube.Calendar;

namespace Shirube.Documents;

/// <summary>
/// Arguments of findings that are worded only when somebody looks, in that person's language: a fiscal year, a day, the
/// name of a field, the reason why a value is open. They are texts that begin with a sign of their own, so that a
/// stored finding keeps them.
/// </summary>
public static class FindingWord
{
    /// <summary>The unit separator, which no document prints.</summary>
    private const char Sign = '\u001F';

    private static readonly ResourceManager Words = new("Shirube.Resources.Fields", typeof(FindingWord).Assembly);

    public static string Year(FiscalYear year) => Sign + "year:" + year;

    /// <summary>Years in their order; more than two in a row as first to last.</summary>
    public static string Years(IReadOnlyList<FiscalYear> years) => Sign + "years:" + string.Join(',', years);

    public static string Day(DateOnly day) => Sign + "day:" + day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A field of the reading by its JSON pointer, <c>/indicators/0/targets/2025</c>: KPI1の目標値（2025年度）.</summary>
    public static string Field(string pointer) => Sign + "field:" + pointer;

    /// <summary>A word of the resource file by its key: an enumerated value (<c>value.increment</c>) or a heading of the form.</summary>
    public static string Word(string key) => Sign + "word:" + key;

    /// <summary>Why a value is open, with the passage that was not taken.</summary>
    public static string Gap(FieldGap gap, string? candidate = null) =>
        Sign + "gap:" + gap.ToString() + ":" + candidate;

    /// <summary>Any other text stays as it is.</summary>
    internal static string Shown(string argument)
    {
        if (argument.Length == 0 || argument[0] != Sign)
            return argument;
        var parts = argument[1..].Split(':', 2);
        return parts is not [var kind, var text]
            ? argument[1..]
            : kind switch
            {
                "year" => ShownYear(text),
                "years" => ShownYears(text),
                "day" => ShownDay(text),
                "gap" => ShownGap(text),
                "word" => Of(text),
                _ => ShownField(text),
            };
    }

    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";

    private static string ShownYear(string text) =>
        FiscalYear.TryParse(text, out var year) ? (IsJapanese ? year.ToJapanese() : year.ToEnglish()) : text;

    private static string ShownYears(string text)
    {
        var years = text.Split(',');
        var isRun =
            years.Length > 2
            && int.Parse(years[^1], CultureInfo.InvariantCulture) - int.Parse(years[0], CultureInfo.InvariantCulture)
                == years.Length - 1;
        return isRun
            ? string.Format(CultureInfo.CurrentCulture, Of("years"), ShownYear(years[0]), ShownYear(years[^1]))
            : string.Join(Of("and"), years.Select(ShownYear));
    }

    private static string ShownDay(string text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (IsJapanese ? JapaneseDate.ToJapanese(day) : text)
            : text;

    private static string ShownGap(string text)
    {
        var parts = text.Split(':', 2);
        return string.Format(CultureInfo.CurrentCulture, Of("gap." + parts[0]), parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>/indicators/0/targets/2025 from its last name outwards.</summary>
    private static string ShownField(string pointer)
    {
        var words = new List<string>();
        foreach (var part in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                words.Add(Of("field." + part));
            else if (words.Count > 0)
                words[^1] =
                    number > 1900 && FiscalYear.TryParse(part, out var year)
                        ? $"{words[^1]}（{(IsJapanese ? year.ToJapanese() : year.ToEnglish())}）"
                        : $"{words[^1]}{(IsJapanese ? "" : " ")}{number + 1}";
        }
        return string.Join(Of("of"), words);
    }

    private static string Of(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}

/// <summary>Why nothing was read for a field.</summary>
public enum FieldGap
{
    /// <summary>欄がない: the document has no such heading or label.</summary>
    Absent,

    /// <summary>欄はあるが空: the heading is there and nothing stands behind it.</summary>
    Empty,

    /// <summary>読み切れない: what stands there is not certain; the candidate is named.</summary>
    Unread,

    /// <summary>The heading is there, but the text has lost its order: where its value stands is not known.</summary>
    Scattered,
}
