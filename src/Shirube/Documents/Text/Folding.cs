using System.Buffers;
using System.Text;

namespace Shirube.Documents.Text;

/// <summary>
/// The folded view of a text, for matching only: what is shown and stored stays as written. Full-width letters and
/// digits become half-width, composed signs are taken apart (① is 1), radicals become their ideographs, and the
/// many dashes of numbers become a hyphen where <see cref="FoldNumeric"/> is asked for.
/// </summary>
public static class Folding
{
    /// <summary>NFKC, the radicals that NFKC leaves alone, ideographic space to space.</summary>
    public static string Fold(string text)
    {
        if (IsPlain(text))
            return text;
        var folded = Normalizable(text).Normalize(NormalizationForm.FormKC);
        return folded.AsSpan().IndexOfAnyInRange('\u2E80', '\u2EFF') < 0 ? folded : FoldRadicals(folded);
    }

    /// <summary>Code points that are no characters, and halves of pairs, cannot be normalised: U+FFFD stands for them.</summary>
    private static string Normalizable(string text) =>
        text.AsSpan().IndexOfAny(NoCharacters) < 0 && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? text
            : string.Concat(
                text.EnumerateRunes()
                    .Select(rune =>
                        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF
                            ? "\uFFFD"
                            : rune.ToString()
                    )
            );

    private static readonly SearchValues<char> NoCharacters = SearchValues.Create([
        .. Enumerable.Range(0xFDD0, 32).Select(code => (char)code),
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>As <see cref="Fold"/>, and every minus, dash or ▲ that a number may carry becomes '-'.</summary>
    public static string FoldNumeric(string text)
    {
        var folded = Fold(text);
        return folded.AsSpan().IndexOfAny(Dashes) < 0
            ? folded
            : string.Create(
                folded.Length,
                folded,
                static (span, source) =>
                {
                    for (var i = 0; i < span.Length; i++)
                        span[i] = Dashes.Contains(source[i]) ? '-' : source[i];
                }
            );
    }

    /// <summary>Folded and without any white space: for comparing headings whose letters are spread (Ｋ Ｐ Ｉ ①).</summary>
    public static string Squeeze(string text)
    {
        var folded = Fold(text);
        var builder = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (!char.IsWhiteSpace(c))
                builder.Append(c);
        }
        return builder.ToString();
    }

    /// <summary>Hyphens, dashes, minus signs, the prolonged sound mark's look-alikes, and ▲ △.</summary>
    private static readonly SearchValues<char> Dashes = SearchValues.Create("‐‑‒–—―−─━－▲△");

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            // Kana, ideographs and ASCII are their own NFKC form, except combining marks and half-width forms.
            var plain =
                c < 0x7F
                || (c >= 0x3041 && c <= 0x3096)
                || (c >= 0x30A1 && c <= 0x30FE)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || c is '、' or '。' or '「' or '」';
            if (!plain)
                return false;
        }
        return true;
    }

    private static string FoldRadicals(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
            builder.Append(Radicals.TryGetValue(c, out var ideograph) ? ideograph : c);
        return builder.ToString();
    }

    /// <summary>CJK Radicals Supplement that fonts share with ideographs and PDF files therefore print (U+2E80 to 2EFF).</summary>
    private static readonly Dictionary<char, char> Radicals = new()
    {
        ['⺠'] = '民',
        ['⻑'] = '長',
        ['⻄'] = '西',
        ['⻘'] = '青',
        ['⻝'] = '食',
        ['⻩'] = '黄',
        ['⻭'] = '歯',
        ['⻯'] = '竜',
        ['⻲'] = '亀',
        ['⻨'] = '麦',
        ['⻤'] = '鬼',
        ['⻫'] = '斉',
        ['⻬'] = '齐',
        ['⻖'] = '阝',
        ['⺟'] = '母',
        ['⺼'] = '月',
        ['⻁'] = '虎',
        ['⻆'] = '角',
        ['⻅'] = '见',
        ['⻟'] = '飠',
        ['⺾'] = '艹',
        ['⻌'] = '辶',
    };
}
