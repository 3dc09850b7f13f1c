using System.IO.Compression;
using System.Text;

namespace Shirube.Tests.Documents.Formats;

/// <summary>Zip files part by part, for what no well-behaved writer would make.</summary>
internal static class RawZip
{
    public static byte[] Of(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }
}
