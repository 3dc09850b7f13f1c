using System.Globalization;
using Shirube.Documents.Text;

namespace Shirube.Documents.Comparison;

/// <summary>
/// 文字の種類ごとの語: a text cut where the script changes (kanji, hiragana, katakana, Latin, digits, each sign alone),
/// which is how readers of Japanese see words; white space stays with what stands before it, and a tab ends a cell.
/// </summary>
internal static class ScriptChunks
{
    /// <summary>Put together again they are the text.</summary>
    public static string[] Of(string text)
    {
        var chunks = new List<string>(text.Length / 2);
        var start = 0;
        var script = Script.None;
        for (var i = 0; i < text.Length; i++)
        {
            var next = ScriptOf(text[i], script);
            if (script != Script.None && (next != script || next == Script.Sign) && next != Script.None)
            {
                // The low half of a character outside the first plane belongs to its high half.
                if (char.IsLowSurrogate(text[i]) && i - start == 1)
                    continue;
                chunks.Add(text[start..i]);
                start = i;
            }
            if (next != Script.None)
                script = next;
            if (text[i] != '\t')
                continue;
            chunks.Add(text[start..(i + 1)]);
            start = i + 1;
            script = Script.None;
        }
        if (start < text.Length)
            chunks.Add(text[start..]);
        return [.. chunks];
    }

    /// <summary>As it is compared: another width, a thousands separator and a space are no difference.</summary>
    public static string Fold(string text)
    {
        var folded = Folding.FoldNumeric(text);
        var kept = new char[folded.Length];
        var length = 0;
        for (var i = 0; i < folded.Length; i++)
            if (!char.IsWhiteSpace(folded[i]) && !IsSeparator(folded, i))
                kept[length++] = folded[i];
        return length == folded.Length ? folded : new string(kept, 0, length);
    }

    /// <summary>A comma between a digit and three more.</summary>
    private static bool IsSeparator(string text, int at) =>
        text[at] == ','
        && at > 0
        && char.IsAsciiDigit(text[at - 1])
        && at + 3 < text.Length
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && char.IsAsciiDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));

    private enum Script
    {
        None,
        Kanji,
        Hiragana,
        Katakana,
        Latin,
        Digit,
        Sign,
    }

    private static Script ScriptOf(char c, Script before) =>
        c switch
        {
            >= '\u3041' and <= '\u309F' => Script.Hiragana,
            // The mark of a long vowel goes with the kana that it prolongs.
            'ー' when before == Script.Hiragana => Script.Hiragana,
            >= '\u30A0' and <= '\u30FF' and not '・' or >= '\uFF66' and <= '\uFF9F' => Script.Katakana,
            >= '\u3400' and <= '\u9FFF' or '々' or '〆' => Script.Kanji,
            '.' or ',' or '．' or '，' when before == Script.Digit => Script.Digit,
            _ when char.IsDigit(c) => Script.Digit,
            _ when char.IsWhiteSpace(c) => Script.None,
            _ when CharUnicodeInfo.GetUnicodeCategory(c)
                    is UnicodeCategory.UppercaseLetter
                        or UnicodeCategory.LowercaseLetter => Script.Latin,
            _ => Script.Sign,
        };
}
