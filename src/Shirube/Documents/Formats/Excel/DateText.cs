using System.Globalization;
using System.Text;

namespace Shirube.Documents.Formats.Excel;

/// <summary>A day or time, stored as days since 1900 or 1904, under one section of a number format.</summary>
internal static class DateText
{
    private static readonly (DateTime From, string Name, char Letter, int FirstYear)[] Eras =
    [
        (new DateTime(2019, 5, 1), "令和", 'R', 2019),
        (new DateTime(1989, 1, 8), "平成", 'H', 1989),
        (new DateTime(1926, 12, 25), "昭和", 'S', 1926),
        (new DateTime(1912, 7, 30), "大正", 'T', 1912),
        (new DateTime(1868, 1, 25), "明治", 'M', 1868),
    ];

    private const string Weekdays = "日月火水木金土";

    /// <summary>The text of a serial number; the number itself where it is no day of the calendar.</summary>
    public static string Show(FormatSection section, decimal serial, bool from1904)
    {
        if (ToDateTime(serial, from1904) is not { } at)
            return NumberText.General(serial);
        var text = new StringBuilder();
        var isAfternoonClock = section.Tokens.Exists(token => token.Text == "AM/PM");
        for (var i = 0; i < section.Tokens.Count; i++)
        {
            var (kind, written) = section.Tokens[i];
            if (kind == FormatToken.Literal)
                text.Append(written);
            else if (kind == FormatToken.Date)
                text.Append(Part(section, i, at, serial, isAfternoonClock));
            else if (kind == FormatToken.Digits && written.StartsWith('.'))
                text.Append('.').Append((at.Millisecond / 100).ToString(CultureInfo.InvariantCulture));
        }
        return text.ToString().Trim();
    }

    public static DateTime? ToDateTime(decimal serial, bool from1904)
    {
        if (serial is < 0 or > 2_900_000)
            return null;
        // Excel counts a 29 February 1900 that never was.
        var start = from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, serial < 60 ? 31 : 30);
        return start.AddMilliseconds((double)Math.Round(serial * 86_400_000m));
    }

    private static string Part(FormatSection section, int index, DateTime at, decimal serial, bool isAfternoonClock)
    {
        var word = section.Tokens[index].Text;
        var era = Array.Find(Eras, era => at >= era.From);
        var nth = era.Name is null ? at.Year : at.Year - era.FirstYear + 1;
        var hour = isAfternoonClock ? ((at.Hour + 11) % 12) + 1 : at.Hour;
        return (word[0], word.Length) switch
        {
            ('A', _) => at.Hour < 12 ? "AM" : "PM",
            ('y', <= 2) => Two(at.Year % 100),
            ('y', _) => Number(at.Year),
            ('g', 1) => era.Letter.ToString(),
            ('g', 2) => era.Name?[..1] ?? "",
            ('g', _) => era.Name ?? "",
            ('e', _) when nth == 1 && section.HasFirstYearWord => "元",
            ('e', 1) => Number(nth),
            ('e', _) => Two(nth),
            ('m', _) when IsMinute(section, index) => word.Length > 1 ? Two(at.Minute) : Number(at.Minute),
            ('m', 1) => Number(at.Month),
            ('m', 2) => Two(at.Month),
            ('m', 3) => at.ToString("MMM", CultureInfo.InvariantCulture),
            ('m', _) => at.ToString("MMMM", CultureInfo.InvariantCulture),
            ('d', 1) => Number(at.Day),
            ('d', 2) => Two(at.Day),
            ('d', 3) => at.ToString("ddd", CultureInfo.InvariantCulture),
            ('d', _) => at.ToString("dddd", CultureInfo.InvariantCulture),
            ('a', 3) => Weekdays[(int)at.DayOfWeek].ToString(),
            ('a', _) => Weekdays[(int)at.DayOfWeek] + "曜日",
            ('h', 1) => Number(hour),
            ('h', _) => Two(hour),
            ('s', 1) => Number(at.Second),
            ('s', _) => Two(at.Second),
            ('[', _) => Elapsed(word, serial),
            _ => word,
        };
    }

    private static string Elapsed(string word, decimal serial) =>
        word[1] switch
        {
            'h' => Number((int)Math.Min(int.MaxValue, Math.Floor(serial * 24))),
            'm' => Number((int)Math.Min(int.MaxValue, Math.Floor(serial * 1440))),
            _ => Number((int)Math.Min(int.MaxValue, Math.Floor(serial * 86400))),
        };

    /// <summary>m is a minute behind an hour or before a second, else a month.</summary>
    private static bool IsMinute(FormatSection section, int index)
    {
        var dates = section
            .Tokens.Select((token, i) => (token, i))
            .Where(pair => pair.token.Kind == FormatToken.Date)
            .ToList();
        var place = dates.FindIndex(pair => pair.i == index);
        if (dates[place].token.Text.Length > 2)
            return false;
        var before = place > 0 ? dates[place - 1].token.Text : "";
        var after = place + 1 < dates.Count ? dates[place + 1].token.Text : "";
        return before.TrimStart('[').StartsWith('h') || after.TrimStart('[').StartsWith('s');
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Two(int value) => value.ToString("00", CultureInfo.InvariantCulture);
}
