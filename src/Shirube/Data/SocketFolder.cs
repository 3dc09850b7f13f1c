using System.Security.Cryptography;
using System.Text;

namespace Shirube.Data;

/// <summary>
/// The folder of the server's socket: short, because the path of a socket has at most 107 bytes, and therefore
/// outside the data folder.
/// </summary>
internal static class SocketFolder
{
    private const string Prefix = "shirube-";

    public static async Task<string> MakeAsync(string dataFolder, CancellationToken cancel)
    {
        if (Parent() is not { } parent)
            return Directory.CreateTempSubdirectory(Prefix).FullName;
        var path = Path.Combine(parent, Prefix + Digest(dataFolder));
        Delete(path);
        try
        {
            await ClusterFolder.MakeOwnedFolderAsync(path, cancel);
        }
        catch
        {
            Delete(path);
            throw;
        }
        return path;
    }

    /// <summary>Removes what an ended server left; a path that is not one of ours is left alone.</summary>
    public static void Delete(string path)
    {
        if (Path.GetFileName(path).StartsWith(Prefix, StringComparison.Ordinal) && Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    /// <summary>A place that only this user can write; null where there is none, and a new name must be drawn.</summary>
    private static string? Parent()
    {
        if (Posix.IsRoot)
            return Directory.Exists("/run") ? "/run" : "/tmp";
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return runtime is { Length: > 0 and <= 60 } && Directory.Exists(runtime) ? runtime : null;
    }
}
