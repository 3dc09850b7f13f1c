using System.IO.Compression;
using System.Xml;

namespace Shirube.Documents.Formats;

/// <summary>
/// The parts of a zip file, opened only after its directory was found harmless: not too many, not too large, not
/// packed beyond belief. A part never gives more than its limit, whatever its header says.
/// </summary>
internal sealed class ZipParts : IDisposable
{
    private const int MostEntries = 10_000;
    private const long MostBytes = 1L << 30;
    private const long LargeEntry = 10 * 1024 * 1024;
    private const int MostRatio = 200;

    private readonly string fileName;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    private ZipParts(string fileName, ZipArchive archive)
    {
        this.fileName = fileName;
        this.archive = archive;
    }

    public IReadOnlyCollection<string> Names => entries.Keys;

    /// <summary>A name that two parts have, of which only the first is read; null where each has its own.</summary>
    public string? Repeated { get; private set; }

    /// <exception cref="DocumentRefusedException">FILE006 damaged, FILE007 unpacks to too much.</exception>
    public static ZipParts Open(string fileName, byte[] content)
    {
        ZipParts parts;
        try
        {
            parts = new ZipParts(fileName, new ZipArchive(new MemoryStream(content, writable: false)));
            parts.Admit();
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or ArgumentException)
        {
            throw new DocumentRefusedException("FILE006", fileName);
        }
        return parts;
    }

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>The checksum that the part says it has (ISO 3309).</summary>
    public uint ChecksumOf(string name) => entries[name].Crc32;

    /// <summary>Bytes that the part says it has.</summary>
    public long SizeOf(string name) => entries.TryGetValue(name, out var entry) ? entry.Length : 0;

    /// <summary>A reader over an XML part that resolves nothing from outside, or null when there is no such part.</summary>
    public XmlReader? Xml(string name, long mostBytes)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        if (entry.Length > mostBytes)
            throw TooLarge(entry.Length);
        return XmlReader.Create(
            new CountedStream(entry.Open(), mostBytes, () => TooLarge(mostBytes)),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
                CheckCharacters = false,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );
    }

    /// <summary>A part's bytes.</summary>
    public byte[] Bytes(string name, long mostBytes)
    {
        if (!entries.TryGetValue(name, out var entry))
            throw new InvalidDataException(name);
        if (entry.Length > mostBytes)
            throw TooLarge(entry.Length);
        using var content = new CountedStream(entry.Open(), mostBytes, () => TooLarge(mostBytes));
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => archive.Dispose();

    private void Admit()
    {
        if (archive.Entries.Count > MostEntries)
            throw new DocumentRefusedException("FILE010", fileName, archive.Entries.Count, MostEntries);
        long sum = 0;
        foreach (var entry in archive.Entries)
        {
            sum += entry.Length;
            if (sum > MostBytes || (entry.Length > LargeEntry && entry.Length / MostRatio > entry.CompressedLength))
                throw TooLarge(Math.Max(sum, entry.Length));
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (!entries.TryAdd(name, entry))
                Repeated ??= name;
        }
    }

    private DocumentRefusedException TooLarge(long bytes) => new("FILE007", fileName, bytes / (1024 * 1024));
}
