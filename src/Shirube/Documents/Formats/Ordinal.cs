using System.Globalization;
using System.Text;

namespace Shirube.Documents.Formats;

/// <summary>Numbers of list items, as Word and HTML print them.</summary>
internal static class Ordinal
{
    private const string Kana =
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Iroha =
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
    private const string Kanji = "〇一二三四五六七八九";

    /// <summary>a, b … z, aa, bb …</summary>
    public static string Letters(int number, char first) =>
        number < 1
            ? Plain(number)
            : new string((char)(first + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 20));

    public static string Roman(int number)
    {
        if (number is < 1 or > 3999)
            return Plain(number);
        var text = new StringBuilder();
        foreach (var (value, sign) in Romans)
        {
            for (; number >= value; number -= value)
                text.Append(sign);
        }
        return text.ToString();
    }

    /// <summary>ア, イ, ウ …</summary>
    public static string Aiueo(int number) => Sign(Kana, number);

    /// <summary>イ, ロ, ハ …</summary>
    public static string IrohaOrder(int number) => Sign(Iroha, number);

    /// <summary>① to ⑳, ㉑ to ㊿, then plain.</summary>
    public static string Circled(int number) =>
        number switch
        {
            >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
            >= 21 and <= 35 => ((char)('㉑' + number - 21)).ToString(),
            >= 36 and <= 50 => ((char)('㊱' + number - 36)).ToString(),
            _ => Plain(number),
        };

    /// <summary>１, ２, … １０</summary>
    public static string FullWidth(int number) =>
        string.Concat(Plain(number).Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c));

    /// <summary>一, 二, … 十, 十一, 百</summary>
    public static string Counting(int number)
    {
        if (number is < 1 or > 9999)
            return Plain(number);
        var text = new StringBuilder();
        foreach (var (value, sign) in (ReadOnlySpan<(int, char)>)[(1000, '千'), (100, '百'), (10, '十')])
        {
            var times = number / value;
            number %= value;
            if (times > 1)
                text.Append(Kanji[times]);
            if (times > 0)
                text.Append(sign);
        }
        return number > 0 ? text.Append(Kanji[number]).ToString() : text.ToString();
    }

    /// <summary>一, 二, … 一〇</summary>
    public static string Digits(int number) =>
        string.Concat(Plain(number).Select(c => char.IsAsciiDigit(c) ? Kanji[c - '0'] : c));

    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static readonly (int Value, string Sign)[] Romans =
    [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];

    private static string Sign(string signs, int number) =>
        number < 1 ? Plain(number) : signs[(number - 1) % signs.Length].ToString();
}
