using System.Globalization;
using System.Text;
using Shirube.Documents.Text;

namespace Shirube.Search;

/// <summary>
/// A text as it is searched, with the way back to the text as written: NFKC, radicals as ideographs, katakana as
/// hiragana, capitals as small letters, the many dashes as one, without white space except between two Latin letters or
/// digits (letters that each stand alone are one word), without the commas that part thousands, and without signs that are
/// not seen (variation selectors, zero widths).
/// </summary>
public sealed class FoldedText
{
    /// <summary>Counts up whenever texts fold otherwise than before, others are kept, or <see cref="SearchKeys"/> makes others of them: what was stored under an older rule is stored again.</summary>
    public const int Rule = 4;

    private readonly List<int> starts = [];
    private readonly List<int> ends = [];
    private readonly StringBuilder folded;
    private readonly string written;
    private int gapAt = -1;

    /// <summary>Latin letters and digits since the last sign of another kind or the last white space.</summary>
    private int run;

    private FoldedText(string written)
    {
        this.written = written;
        folded = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length; )
        {
            var next = EndOfCluster(written, at);
            Append(written, at, next);
            at = next;
        }
        Text = folded.ToString();
    }

    public string Text { get; }

    public static FoldedText Of(string written) => new(written);

    public static string Fold(string written) => new FoldedText(written).Text;

    /// <summary>Where a stretch of the folded text stands in the text as written, whole signs only.</summary>
    public (int Start, int End) Written(int start, int length) => (starts[start], ends[start + length - 1]);

    /// <summary>A sign with all that is set upon it, so that ｶﾞ folds as ガ does and a highlight never cuts through one.</summary>
    private static int EndOfCluster(string text, int at)
    {
        var next = at + (char.IsSurrogatePair(text, at) ? 2 : 1);
        while (next < text.Length && IsSetUpon(text, next))
            next += char.IsSurrogatePair(text, next) ? 2 : 1;
        return next;
    }

    private static bool IsSetUpon(string text, int at)
    {
        if (text[at] is < '\u0300' or (>= '\u3041' and <= '\u3096') or (>= '\u4E00' and <= '\u9FFF'))
            return false;
        return text[at] is '\uFF9E' or '\uFF9F'
            || CharUnicodeInfo.GetUnicodeCategory(text, at)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.EnclosingMark;
    }

    private void Append(string written, int start, int end)
    {
        if (PartsThousands(written, start))
            return;
        if (end == start + 1 && IsItself(written[start]))
        {
            Append(written[start], start, end);
            return;
        }
        var whole = Storable(written[start..end]);
        foreach (var rune in Folding.Fold(whole).EnumerateRunes())
            Append(rune, start, end);
    }

    /// <summary>106,445 is the number 106445; the comma of a list of years is none.</summary>
    private static bool PartsThousands(string text, int at) =>
        text[at] is ',' or '，'
        && IsDigit(text, at - 1)
        && IsDigit(text, at + 1)
        && IsDigit(text, at + 2)
        && IsDigit(text, at + 3)
        && !IsDigit(text, at + 4);

    private static bool IsDigit(string text, int at) =>
        at >= 0 && at < text.Length && text[at] is (>= '0' and <= '9') or (>= '０' and <= '９');

    /// <summary>Most of Japanese text: nothing folds it.</summary>
    private static bool IsItself(char c) => c is (>= '\u3041' and <= '\u3096') or (>= '\u4E00' and <= '\u9FFF');

    private static string Storable(string cluster) =>
        cluster.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? cluster : Data.Storable.Text(cluster);

    private void Append(Rune rune, int start, int end)
    {
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
        {
            gapAt = gapAt < 0 ? start : gapAt;
            return;
        }
        if (IsUnseen(rune.Value))
            return;
        var small = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
        if (small.IsBmp)
        {
            Append(Bare((char)small.Value), start, end);
            return;
        }
        Span<char> pair = stackalloc char[2];
        small.EncodeToUtf16(pair);
        Append(pair[0], start, end);
        Append(pair[1], start, end);
    }

    private void Append(char c, int start, int end)
    {
        if (gapAt >= 0 && folded.Length > 0 && char.IsAsciiLetterOrDigit(c) && char.IsAsciiLetterOrDigit(folded[^1]))
        {
            if (!IsSpread(c, end))
            {
                folded.Append(' ');
                starts.Add(gapAt);
                ends.Add(start);
            }
            run = 0;
        }
        gapAt = -1;
        run = char.IsAsciiLetterOrDigit(c) ? run + 1 : 0;
        folded.Append(c);
        starts.Add(start);
        ends.Add(end);
    }

    /// <summary>Ｋ Ｐ Ｉ: letters that stand alone on both sides of the space are those of one word.</summary>
    private bool IsSpread(char c, int end) =>
        run == 1
        && char.IsAsciiLetter(c)
        && char.IsAsciiLetter(folded[^1])
        && (end >= written.Length || !(char.IsAsciiLetterOrDigit(written[end]) || written[end] is >= '０' and <= 'ｚ'));

    private static char Bare(char c) =>
        c switch
        {
            (>= '\u30A1' and <= '\u30F6') or '\u30FD' or '\u30FE' => (char)(c - 0x60),
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '─' or '━' => '-',
            '〜' => '~',
            _ => c,
        };

    /// <summary>Variation selectors, zero widths, marks of direction.</summary>
    private static bool IsUnseen(int rune) =>
        rune
            is 0xAD
                or 0x34F
                or 0xFEFF
                or (>= 0x180B and <= 0x180F)
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0000 and <= 0xE0FFF);
}
