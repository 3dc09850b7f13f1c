using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Shirube.Documents.Writing;

/// <summary>
/// A zip package in the making. Its entries carry a fixed time and stand in the order in which they were added: the
/// same parts always give the same bytes.
/// </summary>
internal sealed class PackageBytes : IDisposable
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream stream = new();
    private readonly ZipArchive zip;

    public PackageBytes() => zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

    public void Add(string name, XElement root)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var part = entry.Open();
        using var xml = XmlWriter.Create(
            part,
            new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }
        );
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(xml);
    }

    /// <summary>Closes the package.</summary>
    public byte[] ToArray()
    {
        zip.Dispose();
        return stream.ToArray();
    }

    public void Dispose()
    {
        zip.Dispose();
        stream.Dispose();
    }
}
