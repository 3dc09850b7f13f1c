using System.Text;
using System.Text.Unicode;

namespace Shirube.Documents.Formats;

/// <summary>
/// The text of a file whose encoding nobody states: by its byte order mark, as UTF-8 where every byte fits, else as
/// the Japanese encoding that gives the most Japanese. Bytes that do not fit become U+FFFD.
/// </summary>
/// <param name="EncodingName">As people know it: UTF-8, Shift_JIS (CP932), EUC-JP …</param>
/// <param name="IsGuessed">Neither a mark nor the bytes themselves force this encoding.</param>
internal sealed record DecodedText(string Text, string EncodingName, bool IsGuessed)
{
    private const int SampleBytes = 256 * 1024;

    public static DecodedText Of(ReadOnlySpan<byte> content, Encoding? declared = null)
    {
        if (FromMark(content) is { } marked)
            return marked;
        if (content.IndexOf("\u001b$B"u8) >= 0 || content.IndexOf("\u001b$@"u8) >= 0)
            return new DecodedText(Decode(JapaneseEncodings.Iso2022Jp, content), "ISO-2022-JP", true);
        if (content.Contains((byte)0) && IsUtf8WithStrayZeros(content))
            return WithoutZeros(Encoding.UTF8.GetString(content));
        if (WideWithoutMark(content) is { } wide)
            return new DecodedText(Decode(wide, content), "UTF-16", true);
        if (Utf8.IsValid(content))
            return new DecodedText(Encoding.UTF8.GetString(content), "UTF-8", false);
        if (declared is not null)
            return new DecodedText(Decode(declared, content), declared.WebName, false);
        var (encoding, name) = JapaneseEncodings.Likeliest(content[..Math.Min(content.Length, SampleBytes)]);
        return new DecodedText(Decode(encoding, content), name, true);
    }

    /// <summary>Zero bytes that belonged to no letter and were left out.</summary>
    public int Zeros { get; private init; }

    /// <summary>Reports a guessed encoding, and bytes that were left out.</summary>
    public void ReportTo(RunningText text)
    {
        if (Zeros > 0)
            text.Notice(new Finding("DOC020", Severity.Warning, null, Zeros));
        if (IsGuessed)
            text.Notice(new Finding("DOC001", Severity.Note, null, EncodingName));
    }

    private static DecodedText? FromMark(ReadOnlySpan<byte> content) =>
        content switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new DecodedText(Encoding.UTF8.GetString(content[3..]), "UTF-8", false),
            [0xFF, 0xFE, 0, 0, ..] => new DecodedText(Encoding.UTF32.GetString(content[4..]), "UTF-32", false),
            [0xFF, 0xFE, ..] => new DecodedText(Encoding.Unicode.GetString(content[2..]), "UTF-16", false),
            [0xFE, 0xFF, ..] => new DecodedText(Encoding.BigEndianUnicode.GetString(content[2..]), "UTF-16", false),
            _ => null,
        };

    /// <summary>Half the bytes of Latin text in UTF-16 are zero; in a text of bytes that all fit UTF-8, a few are damage.</summary>
    private static bool IsUtf8WithStrayZeros(ReadOnlySpan<byte> content) =>
        content.Count((byte)0) * 50L < content.Length && Utf8.IsValid(content);

    private static DecodedText WithoutZeros(string text)
    {
        var kept = text.Replace("\0", "", StringComparison.Ordinal);
        return new DecodedText(kept, "UTF-8", false) { Zeros = text.Length - kept.Length };
    }

    /// <summary>UTF-16 without a mark shows in the high bytes of line ends and digits, which are all zero.</summary>
    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length & ~1, 8192)];
        int even = 0,
            odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        if (even + odd == 0 || (even > 0 && odd > 0))
            return null;
        return odd > 0 ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static string Decode(Encoding encoding, ReadOnlySpan<byte> content) =>
        JapaneseEncodings.Marking(encoding).GetString(content);
}
