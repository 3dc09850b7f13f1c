namespace Shirube.Web.Hosting;

/// <summary>A folder that only the account of the site may look into.</summary>
internal static class PrivateFolder
{
    public static DirectoryInfo Open(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
}
