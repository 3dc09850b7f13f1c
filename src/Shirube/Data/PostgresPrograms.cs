using System.Globalization;

namespace Shirube.Data;

/// <summary>Where PostgreSQL's server programs are on this machine.</summary>
internal sealed record PostgresPrograms(string Folder, int Major)
{
    /// <summary>Oldest PostgreSQL that Shirube's statements are written for.</summary>
    public const int OldestMajor = 15;

    public string Server => Path.Combine(Folder, "postgres");
    public string Initdb => Path.Combine(Folder, "initdb");

    /// <param name="major">The version that made the cluster, or null to take the newest.</param>
    /// <exception cref="DatabaseRefusedException">No server is installed, or not of that version.</exception>
    public static PostgresPrograms Find(int? major)
    {
        var installed = Installed().OrderByDescending(found => found.Major).ToList();
        return installed.Find(found => major is null ? found.Major >= OldestMajor : found.Major == major)
            ?? throw (
                major is null
                    ? new DatabaseRefusedException("PostgresMissing", OldestMajor)
                    : new DatabaseRefusedException("PostgresOtherVersion", major)
            );
    }

    private static IEnumerable<PostgresPrograms> Installed()
    {
        // Debian and Ubuntu, then Red Hat's own packages, then those of the PostgreSQL project.
        string[] patterns = ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin"];
        foreach (var pattern in patterns)
        {
            var (root, name) = Split(pattern);
            if (!Directory.Exists(root))
                continue;
            foreach (var folder in Directory.EnumerateDirectories(root, name))
            {
                var digits = new string([.. Path.GetFileName(folder).Where(char.IsAsciiDigit)]);
                var programs = Path.Combine(folder, "bin");
                if (
                    int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var found)
                    && File.Exists(Path.Combine(programs, "postgres"))
                    && File.Exists(Path.Combine(programs, "initdb"))
                )
                    yield return new PostgresPrograms(programs, found);
            }
        }
    }

    private static (string Root, string Name) Split(string pattern)
    {
        var version = Path.GetDirectoryName(pattern)!;
        return (Path.GetDirectoryName(version)!, Path.GetFileName(version));
    }
}
