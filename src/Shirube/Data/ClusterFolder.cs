using System.Diagnostics;
using System.Globalization;

namespace Shirube.Data;

/// <summary>
/// The folder of a private PostgreSQL: made complete or not at all, owned by the user that PostgreSQL runs as, and
/// freed of what killed processes left behind.
/// </summary>
internal sealed class ClusterFolder(string path)
{
    /// <summary>PostgreSQL refuses to run as root; on Debian this user comes with the package.</summary>
    private const string ServerUser = "postgres";

    public string Path { get; } = path;

    public bool Exists => File.Exists(System.IO.Path.Combine(Path, "PG_VERSION"));

    /// <summary>The major version that made the cluster; null while there is none.</summary>
    public int? Major =>
        Exists
            ? int.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "PG_VERSION")), CultureInfo.InvariantCulture)
            : null;

    public PostmasterFile Postmaster => new(System.IO.Path.Combine(Path, "postmaster.pid"));

    /// <summary>Makes the cluster beside its place and moves it there when it is whole.</summary>
    public async Task CreateAsync(PostgresPrograms programs, ClusterSettings settings, CancellationToken cancel)
    {
        var making = new ClusterFolder(Path + ".new");
        if (Directory.Exists(making.Path))
            Directory.Delete(making.Path, recursive: true);
        await MakeOwnedFolderAsync(making.Path, cancel);
        string[] options =
        [
            "-U",
            "postgres",
            "--auth=peer",
            "--encoding=UTF8",
            "--lc-collate=C",
            "--lc-ctype=C.UTF-8",
            "--lc-messages=C",
            "--data-checksums",
        ];
        await ShortProgram.RunAsync(
            making.StartOf(
                programs.Initdb,
                ["-D", making.PathForServer, .. options, .. settings.Durable ? (string[])[] : ["--no-sync"]],
                lasting: false
            ),
            cancel
        );
        making.Write("postgresql.conf", settings.Configuration);
        making.Write("pg_hba.conf", ClusterSettings.HostAccess);
        making.Write("pg_ident.conf", ClusterSettings.Identities(Environment.UserName));
        Directory.Move(making.Path, Path);
    }

    /// <summary>Makes a folder that PostgreSQL's user owns and nobody else enters.</summary>
    public static async Task MakeOwnedFolderAsync(string path, CancellationToken cancel)
    {
        if (Posix.IsRoot)
        {
            await ShortProgram.RunAsync(
                new ProcessStartInfo("install", ["-d", "-o", ServerUser, "-g", ServerUser, "-m", "700", path]),
                cancel
            );
        }
        else if (OperatingSystem.IsLinux())
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>
    /// How a server program is started on this folder, every step by exec so that one process id stands for all.
    /// As root the folder is handed over as an open descriptor: its parents may be closed to PostgreSQL's user.
    /// </summary>
    /// <param name="lasting">A server, which must outlive Ctrl-C in the terminal but not this process.</param>
    public ProcessStartInfo StartOf(string program, IEnumerable<string> arguments, bool lasting)
    {
        List<string> words = Posix.IsRoot ? ["sh", "-c", "exec 9<. && cd / && exec \"$0\" \"$@\""] : [];
        if (lasting)
            words.Add("setsid");
        if (lasting || Posix.IsRoot)
        {
            words.Add("setpriv");
            if (Posix.IsRoot)
                words.AddRange([
                    $"--reuid={ServerUser}",
                    $"--regid={ServerUser}",
                    "--init-groups",
                    "--inh-caps=-all",
                    "--no-new-privs",
                ]);
            if (lasting)
                words.AddRange(["--pdeathsig", "INT"]);
            words.Add("--");
        }
        return new ProcessStartInfo(
            words.Count > 0 ? words[0] : program,
            [.. words.Skip(1), .. words.Count > 0 ? (string[])[program] : [], .. arguments]
        )
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
    }

    public string PathForServer => Posix.IsRoot ? "/proc/self/fd/9" : Path;

    /// <summary>
    /// Ends a server that an earlier run left on this folder, and removes its pid file once nothing of it lives. A
    /// killed server may stay as a zombie, which PostgreSQL itself takes for a running one.
    /// </summary>
    public async Task ClearLeftoversAsync(TimeSpan patience, CancellationToken cancel)
    {
        var left = Postmaster.Read();
        var started = Stopwatch.GetTimestamp();
        var told = false;
        while (LiveProcesses() is { Count: > 0 } living)
        {
            if (!told && left is not null && living.Contains(left.Process))
            {
                _ = Posix.Signal(left.Process, Posix.Interrupt);
                told = true;
            }
            if (Stopwatch.GetElapsedTime(started) > patience)
                throw new DatabaseRefusedException("ClusterStillRunning", Path, string.Join(", ", living));
            await Task.Delay(5, cancel);
        }
        Postmaster.Delete();
        if (left is not null)
            SocketFolder.Delete(left.SocketFolder);
    }

    /// <summary>The last words of the server's own log, for the message when it does not start.</summary>
    public string LastWords()
    {
        var folder = System.IO.Path.Combine(Path, "log");
        if (!Directory.Exists(folder))
            return "";
        var newest = new DirectoryInfo(folder).EnumerateFiles().MaxBy(file => file.LastWriteTimeUtc);
        return newest is null ? "" : string.Join('\n', File.ReadLines(newest.FullName).TakeLast(5));
    }

    /// <summary>Server processes work in their cluster's folder; a zombie has no working directory any more.</summary>
    private List<int> LiveProcesses()
    {
        var living = new List<int>();
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(System.IO.Path.GetFileName(process), out var id))
                continue;
            try
            {
                if (File.ResolveLinkTarget(process + "/cwd", returnFinalTarget: false)?.FullName == Path)
                    living.Add(id);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Gone meanwhile, or another user's.
            }
        }
        return living;
    }

    private void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);
}
