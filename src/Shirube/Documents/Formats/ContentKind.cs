using System.Buffers;

namespace Shirube.Documents.Formats;

/// <summary>What the first bytes say a file is: its name as people know it.</summary>
internal static class ContentKind
{
    public const string Pdf = "PDF";
    public const string Zip = "ZIP";
    public const string CompoundFile = "OLE";
    public const string Html = "HTML";
    public const string Text = "text";

    /// <summary>No text, and none of the marks that are known.</summary>
    public const string Unknown = "unknown";

    private const int SampleBytes = 64 * 1024;

    private static readonly (byte[] Signature, string Kind)[] Signatures =
    [
        ("PK\u0003\u0004"u8.ToArray(), Zip),
        ("PK\u0005\u0006"u8.ToArray(), Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], CompoundFile),
        ([0x89, 0x50, 0x4E, 0x47], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ("GIF8"u8.ToArray(), "GIF"),
        ("II*\0"u8.ToArray(), "TIFF"),
        ("MM\0*"u8.ToArray(), "TIFF"),
        ("BM"u8.ToArray(), "BMP"),
        ("RIFF"u8.ToArray(), "RIFF (WebP, WAV, AVI)"),
        ("MZ"u8.ToArray(), "Windows program"),
        ([0x7F, 0x45, 0x4C, 0x46], "Linux program"),
        ("Rar!"u8.ToArray(), "RAR"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip"),
        ([0x1F, 0x8B, 0x08], "gzip"),
        ("%!PS"u8.ToArray(), "PostScript"),
        ("{\\rtf"u8.ToArray(), "RTF"),
        ("MIME-Version:"u8.ToArray(), "MHTML"),
    ];

    public static string Of(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length, SampleBytes)];
        foreach (var (signature, kind) in Signatures)
        {
            // Two letters begin many a text as well.
            if (content.StartsWith(signature) && (signature.Length > 2 || !IsText(sample)))
                return kind;
        }
        // Mail gateways and scanners put a few bytes before the mark of a PDF; readers look into the first kilobyte.
        if (content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return Pdf;
        if (!IsText(sample))
            return Unknown;
        return IsHtml(sample) ? Html : Text;
    }

    /// <summary>No control characters but those of text, unless the whole is UTF-16 or UTF-32.</summary>
    private static bool IsText(ReadOnlySpan<byte> sample)
    {
        if (sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return true;
        var text = DecodedText.Of(sample).Text.AsSpan();
        var controls = 0;
        var misfits = 0;
        foreach (var c in text)
        {
            controls += c < ' ' && !Allowed.Contains(c) ? 1 : 0;
            misfits += c == '\uFFFD' ? 1 : 0;
        }
        return controls * 1000 <= text.Length && misfits * 10 <= text.Length;
    }

    /// <summary>Tab, line ends, form feed, end of file, escape (ISO-2022-JP).</summary>
    private static readonly SearchValues<char> Allowed = SearchValues.Create("\t\n\r\f\u001a\u001b\u000b");

    private static readonly string[] HtmlOpenings = ["<!doctype html", "<html", "<head", "<body", "<meta", "<table"];

    private static bool IsHtml(ReadOnlySpan<byte> sample)
    {
        var text = DecodedText.Of(sample[..Math.Min(sample.Length, 4096)]).Text.AsSpan().TrimStart();
        if (
            text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!--", StringComparison.Ordinal)
        )
            return text.IndexOf("<html", StringComparison.OrdinalIgnoreCase) >= 0;
        foreach (var opening in HtmlOpenings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
