using System.Globalization;

namespace Shirube.Data;

/// <summary>What a process wants of the private PostgreSQL.</summary>
public enum ClusterUse
{
    /// <summary>Keeps it running for as long as the site is up; other commands may join.</summary>
    Serving,

    /// <summary>Needs it for one command.</summary>
    Working,
}

/// <summary>
/// The right to start and stop the PostgreSQL of one data folder. The operating system frees it when its holder dies,
/// however it dies. A second file names the holder, so that others can say who it is, or join it.
/// </summary>
internal sealed class ClusterLock : IDisposable
{
    /// <summary>What the system answers when another process holds a lock (EWOULDBLOCK).</summary>
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    private readonly FileStream file;

    private ClusterLock(FileStream file) => this.file = file;

    /// <summary>Null when another process holds it.</summary>
    /// <exception cref="DatabaseRefusedException">The folder cannot be written: no right, no space, a broken disk.</exception>
    public static ClusterLock? TryTake(string dataFolder, ClusterUse use)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(
                Path.Combine(dataFolder, "shirube.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
            Sign(dataFolder, use);
            return new ClusterLock(file);
        }
        catch (IOException error) when (file is null && error.HResult is WouldBlock or WouldBlockOnMac)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new DatabaseRefusedException("FolderNotWritable", dataFolder, error.Message);
        }
    }

    /// <summary>Written apart and renamed: the locked file itself cannot be opened by others, and nobody reads half a line.</summary>
    private static void Sign(string dataFolder, ClusterUse use)
    {
        var holder = HolderFile(dataFolder);
        File.WriteAllText(
            holder + ".new",
            string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {use}\n")
        );
        File.Move(holder + ".new", holder, overwrite: true);
    }

    /// <summary>Who holds it, as far as can be told; only meaningful while <see cref="TryTake"/> says that someone does.</summary>
    public static (int Process, ClusterUse Use)? HolderOf(string dataFolder)
    {
        try
        {
            var words = File.ReadAllText(HolderFile(dataFolder)).TrimEnd().Split(' ');
            return
                words is [var process, var use]
                && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Enum.TryParse<ClusterUse>(use, out var known)
                ? (id, known)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();

    private static string HolderFile(string dataFolder) => Path.Combine(dataFolder, "shirube.holder");
}
