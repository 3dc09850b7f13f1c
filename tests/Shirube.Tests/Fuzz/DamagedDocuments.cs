using System.IO.Compression;
using System.Text;

namespace Shirube.Tests.Fuzz;

/// <summary>
/// Damaged documents, by seed: bytes flipped, cut, doubled, moved and mixed with another document; in Office files half of
/// the time inside one part, which is then packed again. The same seed and number give the same case at every run.
/// </summary>
internal static class DamagedDocuments
{
    public static (string Name, byte[] Bytes) Case(
        IReadOnlyList<(string Name, byte[] Bytes)> files,
        int seed,
        int number
    )
    {
        var random = new Random((seed * 1_000_003) + number);
        var (name, bytes) = files[random.Next(files.Count)];
        if (bytes.AsSpan().StartsWith("PK"u8) && random.Next(2) == 0)
            return (name, DamagedPart(bytes, random));
        return (name, Damaged(bytes, random, files[random.Next(files.Count)].Bytes));
    }

    private static byte[] Damaged(byte[] bytes, Random random, byte[] other)
    {
        var damaged = bytes.ToList();
        for (var wounds = random.Next(1, 8); wounds > 0 && damaged.Count > 0; wounds--)
            Wound(damaged, random, other);
        return [.. damaged];
    }

    private static byte[] DamagedPart(byte[] package, Random random)
    {
        using var stream = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package)))
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(source.Entries.Count);
            foreach (var (index, entry) in source.Entries.Index())
            {
                using var content = new MemoryStream();
                using (var part = entry.Open())
                    part.CopyTo(content);
                using var written = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                var bytes = content.ToArray();
                written.Write(index == chosen ? DamagedXml(bytes, random) : bytes);
            }
        }
        return stream.ToArray();
    }

    /// <summary>Half of the time only between tags, so that the XML stays well-formed and reaches the reader's own code.</summary>
    private static byte[] DamagedXml(byte[] xml, Random random)
    {
        if (random.Next(2) == 0)
            return Damaged(xml, random, xml);
        var pieces = Encoding.UTF8.GetString(xml).Split('>').ToList();
        for (var wounds = random.Next(1, 6); wounds > 0 && pieces.Count > 2; wounds--)
        {
            var at = random.Next(1, pieces.Count);
            var words = pieces[at].Split('<')[0];
            var value = Values[random.Next(Values.Length)];
            pieces[at] =
                random.Next(3) == 0 || words.Length == 0
                    ? Digits(pieces[at], value, random)
                    : value + pieces[at][words.Length..];
        }
        return Encoding.UTF8.GetBytes(string.Join('>', pieces));
    }

    private static readonly string[] Values =
    [
        "",
        "0",
        "-1",
        "1",
        "99999999999999999999",
        "1e308",
        "-0.0000001",
        "NaN",
        "2147483648",
        "A1:XFD1048576",
        "\uFFFD",
        "令和元年",
        "①",
        "６月",
        "true",
        "&#x1F600;",
        "  ",
        "5-2-①",
        "目標値",
        "(12,345)",
        "▲338",
        "％",
    ];

    /// <summary>Puts a value for the first number in an attribute.</summary>
    private static string Digits(string piece, string value, Random random)
    {
        var quotes = piece.Split('"');
        if (quotes.Length < 3)
            return piece;
        quotes[(random.Next(quotes.Length / 2) * 2) + 1] = value;
        return string.Join('"', quotes);
    }

    private static void Wound(List<byte> bytes, Random random, byte[] other)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 14)), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                var moved = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                break;
            default:
                bytes.InsertRange(
                    at,
                    Enumerable.Repeat("0123456789,.-\t\n<>\"&年度KPI①％"u8[random.Next(24)], random.Next(1, 400))
                );
                break;
        }
    }
}
