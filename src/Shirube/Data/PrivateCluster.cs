using System.Diagnostics;
using Npgsql;

namespace Shirube.Data;

/// <summary>
/// The PostgreSQL of one data folder, which Shirube starts and stops itself: on a unix socket only, never as root, and
/// gone when this process is gone. One process holds it; a command may join the one that a running site holds.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);
    private readonly ClusterLock? held;
    private readonly Process? server;
    private readonly string socketFolder;
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool stopping;

    private PrivateCluster(string socketFolder, ClusterLock? held, Process? server)
    {
        this.socketFolder = socketFolder;
        this.held = held;
        this.server = server;
    }

    /// <summary>True when another process holds the server and this one only uses it.</summary>
    public bool IsJoined => server is null;

    /// <summary>True when the cluster was made just now and holds nothing yet.</summary>
    public bool IsNew { get; private init; }

    /// <summary>Process id of the server; null when joined.</summary>
    public int? ServerProcess => server?.Id;

    /// <summary>Completes with the exit code when the server ends without having been asked to.</summary>
    public Task<int> Ended => ended.Task;

    /// <param name="dataFolder">Made when it is not there. The cluster lies in its folder <c>postgres</c>.</param>
    /// <exception cref="DatabaseRefusedException">No server is installed, it does not start, or another site runs here.</exception>
    public static async Task<PrivateCluster> OpenAsync(
        string dataFolder,
        ClusterUse use,
        ClusterSettings settings,
        CancellationToken cancel = default
    )
    {
        dataFolder = Path.GetFullPath(dataFolder);
        Directory.CreateDirectory(dataFolder);
        var folder = new ClusterFolder(Path.Combine(RealPath(dataFolder), "postgres"));
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (ClusterLock.TryTake(dataFolder, use) is { } taken)
                return await StartAsync(folder, settings, taken, cancel);
            var holder = ClusterLock.HolderOf(dataFolder);
            if (holder?.Use == ClusterUse.Serving && use == ClusterUse.Serving)
                throw new DatabaseRefusedException("AlreadyServing", dataFolder, holder.Value.Process);
            if (holder?.Use == ClusterUse.Serving && folder.Postmaster.Read() is { IsReady: true } running)
                return new PrivateCluster(running.SocketFolder, null, null);
            if (Stopwatch.GetElapsedTime(started) > settings.Patience)
                throw new DatabaseRefusedException("StillInUse", dataFolder, holder?.Process);
            await Task.Delay(Poll, cancel);
        }
    }

    /// <param name="role">One of <see cref="DatabaseRoles"/>, or <c>postgres</c> to create roles and databases.</param>
    public NpgsqlConnectionStringBuilder ConnectionTo(string database, string role) =>
        new()
        {
            Host = socketFolder,
            Database = database,
            Username = role,
            // Nobody else can reach the socket; offers of encryption would cost every start.
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            // Below what the server takes: who comes when all are in use waits, and is not refused.
            MaxPoolSize = 48,
            MaxAutoPrepare = PreparedPlans.AtMost,
            AutoPrepareMinUsages = PreparedPlans.After,
        };

    /// <summary>Stops the server when this process started it: connections are cut, data is safe.</summary>
    public async ValueTask DisposeAsync()
    {
        if (server is null || held is null)
            return;
        stopping = true;
        if (!server.HasExited)
            _ = Posix.Signal(server.Id, Posix.Interrupt);
        using (var patience = new CancellationTokenSource(StopPatience))
        {
            try
            {
                await server.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _ = Posix.Signal(server.Id, Posix.Quit);
                await server.WaitForExitAsync(CancellationToken.None);
            }
        }
        SocketFolder.Delete(socketFolder);
        server.Dispose();
        held.Dispose();
    }

    private static async Task<PrivateCluster> StartAsync(
        ClusterFolder folder,
        ClusterSettings settings,
        ClusterLock held,
        CancellationToken cancel
    )
    {
        string? sockets = null;
        PrivateCluster? cluster = null;
        try
        {
            var programs = PostgresPrograms.Find(folder.Major);
            var isNew = !folder.Exists;
            if (!isNew)
                await folder.ClearLeftoversAsync(StopPatience, cancel);
            else
                await folder.CreateAsync(programs, settings, cancel);
            sockets = await SocketFolder.MakeAsync(folder.Path, cancel);
            string[] options =
            [
                "-D",
                folder.PathForServer,
                "-c",
                $"unix_socket_directories={sockets}",
                "-c",
                "unix_socket_permissions=0700",
            ];
            var start = folder.StartOf(programs.Server, options, lasting: true);
            var output = new System.Text.StringBuilder();
            var server = await LastingThread.Run(() => Launch(start, output));
            cluster = new PrivateCluster(sockets, held, server) { IsNew = isNew };
            server.Exited += (_, _) => cluster.OnExited();
            server.EnableRaisingEvents = true;
            await cluster.WaitUntilReadyAsync(folder, output, cancel);
            return cluster;
        }
        catch
        {
            // Given up or failed at whatever step: no process, no folder and no lock may stay behind.
            if (cluster is not null)
                await cluster.DisposeAsync();
            else
            {
                if (sockets is not null)
                    SocketFolder.Delete(sockets);
                held.Dispose();
            }
            throw;
        }
    }

    private static Process Launch(ProcessStartInfo start, System.Text.StringBuilder output)
    {
        var server = new Process { StartInfo = start };
        DataReceivedEventHandler keep = (_, line) =>
        {
            lock (output)
            {
                if (output.Length < 4000)
                    output.AppendLine(line.Data);
            }
        };
        server.OutputDataReceived += keep;
        server.ErrorDataReceived += keep;
        server.Start();
        server.StandardInput.Close();
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return server;
    }

    private async Task WaitUntilReadyAsync(
        ClusterFolder folder,
        System.Text.StringBuilder output,
        CancellationToken cancel
    )
    {
        var started = Stopwatch.GetTimestamp();
        while (folder.Postmaster.Read() is not { IsReady: true } note || note.Process != server!.Id)
        {
            if (server!.HasExited || Stopwatch.GetElapsedTime(started) > StartPatience)
            {
                string words;
                lock (output)
                    words = output.ToString();
                throw new DatabaseRefusedException("ServerDidNotStart", folder.Path, words + folder.LastWords());
            }
            await Task.Delay(Poll, cancel);
        }
    }

    private void OnExited()
    {
        if (!stopping)
            ended.TrySetResult(server!.ExitCode);
    }

    /// <summary>The system shows the working directories of processes without symbolic links.</summary>
    private static string RealPath(string folder)
    {
        var parent = Path.GetDirectoryName(folder);
        if (parent is null)
            return folder;
        var real = Path.Combine(RealPath(parent), Path.GetFileName(folder));
        return new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
    }
}
