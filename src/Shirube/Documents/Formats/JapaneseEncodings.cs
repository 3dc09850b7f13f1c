using System.Globalization;
using System.Text;

namespace Shirube.Documents.Formats;

/// <summary>The encodings in which Japanese files come without saying so, and which of them a text is likeliest in.</summary>
internal static class JapaneseEncodings
{
    public static Encoding ShiftJis { get; } = Of(932);
    public static Encoding EucJp { get; } = Of(51932);
    public static Encoding Iso2022Jp { get; } = Of(50220);

    private static readonly (Encoding Encoding, string Name)[] Candidates =
    [
        (Encoding.UTF8, "UTF-8"),
        (ShiftJis, "Shift_JIS (CP932)"),
        (EucJp, "EUC-JP"),
    ];

    /// <summary>The encoding under which the sample holds most kana and ideographs and fewest misfits.</summary>
    public static (Encoding Encoding, string Name) Likeliest(ReadOnlySpan<byte> sample)
    {
        var best = Candidates[0];
        var bestScore = long.MinValue;
        foreach (var candidate in Candidates)
        {
            var score = Score(Marking(candidate.Encoding).GetString(sample), candidate.Encoding == Encoding.UTF8);
            if (score <= bestScore)
                continue;
            (best, bestScore) = (candidate, score);
        }
        return best;
    }

    /// <summary>The encoding of a name in a meta element, or null when nobody knows it.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return name.Trim().ToUpperInvariant() switch
            {
                "SHIFT_JIS" or "SHIFT-JIS" or "X-SJIS" or "SJIS" or "MS932" or "WINDOWS-31J" or "CP932" => ShiftJis,
                "EUC-JP" or "X-EUC-JP" => EucJp,
                var other => CodePagesEncodingProvider.Instance.GetEncoding(other) ?? Encoding.GetEncoding(other),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The same encoding, which shows bytes that do not fit as U+FFFD.</summary>
    public static Encoding Marking(Encoding encoding)
    {
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return marking;
    }

    private static long Score(string text, bool isUtf8)
    {
        long score = 0;
        var before = '\0';
        foreach (var c in text)
        {
            // One damaged byte may cost several signs: a run of misfits counts once.
            if (c != '\uFFFD' || before != c)
                score += Weight(c, isUtf8);
            before = c;
        }
        return score;
    }

    /// <summary>Sequences that are right in UTF-8 hardly come about by chance, so its ideographs weigh more.</summary>
    private static int Weight(char c, bool isUtf8) =>
        c switch
        {
            '\uFFFD' => -20,
            < '\u0080' => 0,
            >= '\u3041' and <= '\u30FE' => 3,
            >= '\u4E00' and <= '\u9FFF' => isUtf8 ? 3 : 1,
            >= '\uFF61' and <= '\uFF9F' => -1,
            >= '\uE000' and <= '\uF8FF' => -5,
            _ => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned ? -5 : 1,
        };

    private static Encoding Of(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage)
        ?? throw new NotSupportedException($"Code page {codePage} is missing.");
}
