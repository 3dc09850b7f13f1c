namespace Shirube.Cli;

/// <summary>Where the site of a data folder is open, as its server wrote it down.</summary>
internal static class ServedAddress
{
    /// <summary>Beside the data; the next server overwrites what one that was killed left behind.</summary>
    private static string FileOf(string dataFolder) => Path.Combine(dataFolder, "address");

    public static void Write(string dataFolder, string address) =>
        File.WriteAllText(FileOf(dataFolder), address + "\n");

    public static void Remove(string dataFolder) => File.Delete(FileOf(dataFolder));

    /// <summary>The given one, else where the site is open, else where it would be.</summary>
    public static string SiteOf(string? given, string dataFolder) =>
        (given ?? Read(dataFolder) ?? ServeCommand.DefaultAddress).TrimEnd('/');

    /// <summary>Null when no server wrote one.</summary>
    public static string? Read(string dataFolder)
    {
        try
        {
            var address = File.ReadAllText(FileOf(dataFolder)).Trim();
            return Uri.TryCreate(address, UriKind.Absolute, out _) ? address.TrimEnd('/') : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
