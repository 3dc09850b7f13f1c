using System.Globalization;
using System.Text;

namespace Shirube.Documents.Recognition.Plans;

internal enum NumberForm
{
    None,

    /// <summary>5, 5-2, 5-3-1, 第5章.</summary>
    Chapter,

    /// <summary>①</summary>
    Circled,

    /// <summary>(1)</summary>
    Bracketed,

    /// <summary>ア</summary>
    Kana,
}

/// <summary>The number before a heading, half-width: 5-2 for ５－２, 5ー2 and 5の2; ① as written.</summary>
internal readonly record struct SectionNumber(NumberForm Form, string Text)
{
    /// <summary>What counts things or years: a number before it does not number a heading.</summary>
    private const string Counters = "0123456789,%年月日人件社名千万億円つかヶカ箇回か所校倍歳割丁番号級位";

    /// <summary>Reads the number at the beginning of a line; <paramref name="end"/> is where the words begin.</summary>
    public static SectionNumber Read(string text, out int end)
    {
        var at = Wording.SkipSpace(text, 0);
        end = at;
        if (at >= text.Length)
            return default;
        var first = text[at];
        if (first is >= '①' and <= '⑳')
        {
            end = Wording.SkipSpace(text, at + 1);
            return new SectionNumber(NumberForm.Circled, first.ToString());
        }
        if (IsKana(text, at))
        {
            end = Wording.SkipSpace(text, at + 1);
            return new SectionNumber(NumberForm.Kana, first.ToString());
        }
        var folded = Wording.Fold(first);
        if (folded == '(')
            return ReadBracketed(text, at, ref end);
        if (folded == '第')
            return ReadChapter(text, at + 1, isOrdinal: true, ref end);
        return char.IsAsciiDigit(folded) ? ReadChapter(text, at, isOrdinal: false, ref end) : default;
    }

    private static bool IsKana(string text, int at) =>
        text[at] is >= 'ア' and <= 'ケ'
        && at + 1 < text.Length
        && (char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '．' or '.');

    private static SectionNumber ReadBracketed(string text, int at, ref int end)
    {
        var close = at + 1;
        var digits = new StringBuilder();
        while (close < text.Length && digits.Length < 3 && char.IsAsciiDigit(Wording.Fold(text[close])))
            digits.Append(Wording.Fold(text[close++]));
        if (digits.Length is 0 or > 2 || close >= text.Length || Wording.Fold(text[close]) != ')')
            return default;
        end = Wording.SkipSpace(text, close + 1);
        return new SectionNumber(NumberForm.Bracketed, string.Create(CultureInfo.InvariantCulture, $"({digits})"));
    }

    private static SectionNumber ReadChapter(string text, int at, bool isOrdinal, ref int end)
    {
        var number = new StringBuilder();
        var groups = 0;
        while (groups < 4)
        {
            at = Wording.SkipSpace(text, at);
            var begin = at;
            while (at < text.Length && at - begin < 3 && char.IsAsciiDigit(Wording.Fold(text[at])))
                number.Append(Wording.Fold(text[at++]));
            if (at - begin is 0 or > 2 || (groups == 0 && at - begin > 1))
                return default;
            groups++;
            if (!IsSeparatorBeforeDigit(text, at))
                break;
            number.Append('-');
            at++;
        }
        if (isOrdinal)
        {
            if (at >= text.Length || text[at] is not ('章' or '節'))
                return default;
            at++;
        }
        else if (at < text.Length && Counters.Contains(Wording.Fold(text[at]), StringComparison.Ordinal))
            return default;
        else if (at < text.Length && Wording.Fold(text[at]) is '.' or '、' or ')' or ':')
            at++;
        end = Wording.SkipSpace(text, at);
        return number[0] == '0' ? default : new SectionNumber(NumberForm.Chapter, number.ToString());
    }

    private static bool IsSeparatorBeforeDigit(string text, int at)
    {
        if (at >= text.Length || "-－ー‐‑‒–—―−─ｰの.．".IndexOf(text[at], StringComparison.Ordinal) < 0)
            return false;
        var next = Wording.SkipSpace(text, at + 1);
        return next < text.Length && char.IsAsciiDigit(Wording.Fold(text[next]));
    }
}
