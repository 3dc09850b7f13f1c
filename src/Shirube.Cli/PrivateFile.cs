namespace Shirube.Cli;

/// <summary>A file that holds what only its owner may read: what is known of a person, a password.</summary>
internal static class PrivateFile
{
    /// <summary>Overwrites one that is there; readable and writable for the owner alone from its first byte.</summary>
    public static FileStream Create(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
