using System.Buffers.Binary;
using System.Text;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>The local records of a zip file as they stand in it, by name.</summary>
internal static class ZipRecords
{
    public static Dictionary<string, byte[]> Of(byte[] file)
    {
        var end = file.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var directory = (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(end + 16));
        var found = new List<(string Name, int At)>();
        for (var at = directory; at < end; )
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 28));
            var rest =
                BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 30))
                + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 32));
            found.Add(
                (
                    Encoding.UTF8.GetString(file, at + 46, name),
                    (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 42))
                )
            );
            at += 46 + name + rest;
        }
        var order = found.OrderBy(entry => entry.At).ToList();
        return order
            .Select(
                (entry, i) => (entry.Name, Bytes: file[entry.At..(i + 1 < order.Count ? order[i + 1].At : directory)])
            )
            .ToDictionary(entry => entry.Name, entry => entry.Bytes);
    }
}
