using Shirube.Documents.Formats;

namespace Shirube.Documents;

/// <summary>A file that someone names: every way in which it cannot be opened is said in words of our own.</summary>
public static class FileOnDisk
{
    /// <exception cref="DocumentRefusedException">
    /// FILE001 empty (devices and pipes, which say the same of themselves, are never opened), 002 too large, 011 not
    /// there, 012 a folder, 013 no permission, 014 anything else that the system says.
    /// </exception>
    public static byte[] Load(string path)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
            throw new DocumentRefusedException("FILE012", path);
        try
        {
            var size = SizeOf(path);
            if (size == 0)
                throw new DocumentRefusedException("FILE001", name);
            if (size > ReadingLimits.FileBytes)
                throw TooLarge(name, size);
            return Read(path, name, (int)size);
        }
        catch (UnauthorizedAccessException)
        {
            throw new DocumentRefusedException("FILE013", name);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DocumentRefusedException("FILE011", name);
        }
        catch (Exception unread) when (unread is IOException or ArgumentException or NotSupportedException)
        {
            throw new DocumentRefusedException("FILE014", name, unread.GetType().Name);
        }
    }

    /// <summary>Of the file itself, where the name is a link to it: a link's own size is that of its target's name.</summary>
    private static long SizeOf(string path)
    {
        var file = new FileInfo(path);
        return file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
    }

    /// <summary>No more than was promised: a file may grow while it is read.</summary>
    private static byte[] Read(string path, string name, int size)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        if (file.Length > ReadingLimits.FileBytes)
            throw TooLarge(name, file.Length);
        var content = new byte[size];
        var read = file.ReadAtLeast(content, size, throwOnEndOfStream: false);
        return read == size ? content : content[..read];
    }

    private static DocumentRefusedException TooLarge(string name, long size) =>
        new("FILE002", name, size / (1024 * 1024), ReadingLimits.FileBytes / (1024 * 1024));
}
