using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Shirube.Documents.Forms;

/// <summary>
/// Copies a zip file with some of its entries replaced, all others byte for byte: local records, their order and the
/// directory stay as their maker wrote them, only offsets behind a replaced entry move.
/// </summary>
internal static class ZipCopy
{
    private const uint EndMark = 0x06054b50;
    private const uint DirectoryMark = 0x02014b50;
    private const uint LocalMark = 0x04034b50;
    private const int EndLength = 22;
    private const int DirectoryLength = 46;
    private const int LocalLength = 30;

    private sealed record Entry(string Name, int At, int Length, int Local);

    /// <exception cref="InvalidDataException">The file is no zip file that can be copied so (damaged, encrypted, zip64).</exception>
    public static byte[] Replace(byte[] file, IReadOnlyDictionary<string, byte[]> parts)
    {
        var end = FindEnd(file);
        var directory = (int)U32(file, end + 16);
        var entries = Entries(file, end, directory);
        var order = entries.OrderBy(entry => entry.Local).ToList();
        using var output = new MemoryStream(file.Length + 1024);
        var moved = new Dictionary<Entry, (uint Offset, byte[]? Head)>();
        // What stands before the first record, if anything, stays there.
        output.Write(file, 0, order.Count > 0 ? order[0].Local : directory);
        for (var i = 0; i < order.Count; i++)
        {
            var offset = (uint)output.Position;
            var until = i + 1 < order.Count ? order[i + 1].Local : directory;
            byte[]? head = null;
            if (parts.TryGetValue(order[i].Name, out var content))
                head = WriteEntry(output, file, order[i], content);
            else
                output.Write(file, order[i].Local, until - order[i].Local);
            moved[order[i]] = (offset, head);
        }
        WriteDirectory(output, file, entries, moved, end, directory);
        return output.ToArray();
    }

    /// <summary>The record with its content packed anew; returns what the directory repeats of it.</summary>
    private static byte[] WriteEntry(MemoryStream output, byte[] file, Entry entry, byte[] content)
    {
        var packed = Deflated(content);
        var head = new byte[20];
        var flags = (ushort)(U16(file, entry.Local + 6) & ~0x0008);
        BinaryPrimitives.WriteUInt16LittleEndian(head, flags);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(2), 8);
        file.AsSpan(entry.Local + 10, 4).CopyTo(head.AsSpan(4));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), Crc32.Of(content));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(12), (uint)packed.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(16), (uint)content.Length);
        var names = U16(file, entry.Local + 26) + U16(file, entry.Local + 28);
        output.Write(file, entry.Local, 6);
        output.Write(head);
        output.Write(file, entry.Local + 26, 4 + names);
        output.Write(packed);
        return head;
    }

    private static void WriteDirectory(
        MemoryStream output,
        byte[] file,
        List<Entry> entries,
        Dictionary<Entry, (uint Offset, byte[]? Head)> moved,
        int end,
        int directory
    )
    {
        var start = (uint)output.Position;
        foreach (var entry in entries)
        {
            var record = file.AsSpan(entry.At, entry.Length).ToArray();
            var (offset, head) = moved[entry];
            head?.CopyTo(record.AsSpan(8));
            BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(42), offset);
            output.Write(record);
        }
        var last = entries.Count > 0 ? entries[^1].At + entries[^1].Length : directory;
        var tail = file.AsSpan(last).ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(end - last + 12), (uint)output.Position - start);
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(end - last + 16), start);
        output.Write(tail);
    }

    private static List<Entry> Entries(byte[] file, int end, int directory)
    {
        var entries = new List<Entry>();
        var at = directory;
        for (var count = U16(file, end + 10); count > 0; count--)
        {
            if (at + DirectoryLength > end || U32(file, at) != DirectoryMark)
                throw Damaged();
            var (name, extra, comment) = (U16(file, at + 28), U16(file, at + 30), U16(file, at + 32));
            var local = U32(file, at + 42);
            var length = DirectoryLength + name + extra + comment;
            var isEncrypted = (U16(file, at + 8) & 0x0001) != 0;
            if (isEncrypted || at + length > end || local > directory - LocalLength || IsTooLarge(file, at))
                throw Damaged();
            if (U32(file, (int)local) != LocalMark)
                throw Damaged();
            entries.Add(new Entry(Encoding.UTF8.GetString(file, at + DirectoryLength, name), at, length, (int)local));
            at += length;
        }
        return entries.Select(entry => entry.Local).Distinct().Count() == entries.Count ? entries : throw Damaged();
    }

    /// <summary>Zip64: sizes and offsets stand elsewhere.</summary>
    private static bool IsTooLarge(byte[] file, int at) =>
        U32(file, at + 20) == uint.MaxValue
        || U32(file, at + 24) == uint.MaxValue
        || U32(file, at + 42) == uint.MaxValue;

    private static int FindEnd(byte[] file)
    {
        for (var at = file.Length - EndLength; at >= 0 && at >= file.Length - EndLength - ushort.MaxValue; at--)
        {
            if (U32(file, at) != EndMark || at + EndLength + U16(file, at + 20) != file.Length)
                continue;
            return U32(file, at + 16) <= at && U16(file, at + 10) != ushort.MaxValue ? at : throw Damaged();
        }
        throw Damaged();
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return packed.ToArray();
    }

    private static ushort U16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static uint U32(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private static InvalidDataException Damaged() => new("Not a zip file that can be copied entry by entry.");
}
