using System.Diagnostics;
using Npgsql;
using Shirube.Data;

namespace Shirube.Tests.Data;

public sealed class PrivateClusterTests : IDisposable
{
    private static readonly ClusterSettings Settings = new() { Durable = false, Patience = TimeSpan.FromSeconds(2) };
    private readonly string folder = Directory.CreateTempSubdirectory("shirube-cluster-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Open_NewFolder_ServesAndLeavesNothingRunning()
    {
        int server;
        string sockets;
        await using (var cluster = await OpenAsync())
        {
            server = cluster.ServerProcess!.Value;
            sockets = cluster.ConnectionTo("postgres", "postgres").Host!;
            (await ScalarAsync(cluster, "show data_checksums")).ShouldBe("on");
            (await ScalarAsync(cluster, "show lc_collate")).ShouldBe("C");
            (await ScalarAsync(cluster, "show lc_ctype")).ShouldBe("C.UTF-8");
            (await ScalarAsync(cluster, "show listen_addresses")).ShouldBe("");
            cluster.Ended.IsCompleted.ShouldBeFalse();
        }
        Directory.Exists($"/proc/{server}").ShouldBeFalse();
        Directory.Exists(sockets).ShouldBeFalse();
    }

    [Fact]
    public async Task Open_Again_KeepsData()
    {
        await using (var cluster = await OpenAsync())
            await ScalarAsync(cluster, "create table kept as select 7 as seven; select 1");
        await using (var cluster = await OpenAsync())
            (await ScalarAsync(cluster, "select seven from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task OpenStore_KilledBeforeThereWereRoles_MakesThem()
    {
        await using (await OpenAsync()) { }
        await using var store = await Store.OpenAsync(
            new StorePlace(folder),
            ClusterUse.Working,
            Settings,
            TestContext.Current.CancellationToken
        );
        (await store.Connections.CountAsync("from document", TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task Open_HalfMadeFolder_MakesItAnew()
    {
        Directory.CreateDirectory(Path.Combine(folder, "postgres.new", "base"));
        await using var cluster = await OpenAsync();
        (await ScalarAsync(cluster, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Open_WhileAnotherServes_IsRefusedForServingAndJoinedForWork()
    {
        await using var serving = await OpenAsync();
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() => OpenAsync());
        refused.Reason.ShouldBe("AlreadyServing");
        await using (var working = await OpenAsync(ClusterUse.Working))
        {
            working.IsJoined.ShouldBeTrue();
            (await ScalarAsync(working, "select 1")).ShouldBe(1);
        }
        (await ScalarAsync(serving, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Open_WhileAnotherWorks_WaitsForItsEnd()
    {
        var working = await OpenAsync(ClusterUse.Working);
        var waiting = OpenAsync();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();
        await working.DisposeAsync();
        await using var serving = await waiting;
        serving.IsJoined.ShouldBeFalse();
    }

    [Fact]
    public async Task KillServer_IsNoticedAndNextStartKeepsData()
    {
        var cluster = await PrivateCluster.OpenAsync(
            folder,
            ClusterUse.Serving,
            Settings with
            {
                Durable = true,
            },
            TestContext.Current.CancellationToken
        );
        await ScalarAsync(cluster, "create table kept as select 7 as seven; select 1");
        Kill(cluster.ServerProcess!.Value);
        await cluster.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await cluster.DisposeAsync();

        await using var again = await OpenAsync();
        (await ScalarAsync(again, "select seven from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task Open_StalePidFileOfALivingStranger_Starts()
    {
        await using (var cluster = await OpenAsync())
            await ScalarAsync(cluster, "select 1");
        var path = Path.Combine(folder, "postgres", "postmaster.pid");
        await File.WriteAllTextAsync(
            path,
            $"{Environment.ProcessId}\n{folder}\n1\n5432\n/tmp/shirube-nowhere\n\n 1 1\nready   \n",
            TestContext.Current.CancellationToken
        );
        await using var again = await OpenAsync();
        (await ScalarAsync(again, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Open_ServerLeftRunning_IsReplaced()
    {
        await using (await OpenAsync()) { }
        var cancel = TestContext.Current.CancellationToken;
        var cluster = new ClusterFolder(Path.Combine(folder, "postgres"));
        var sockets = await SocketFolder.MakeAsync(cluster.Path, cancel);
        var start = cluster.StartOf(
            PostgresPrograms.Find(null).Server,
            ["-D", cluster.PathForServer, "-c", $"unix_socket_directories={sockets}"],
            lasting: true
        );
        using var left = await LastingThread.Run(() => Process.Start(start)!);
        while (!left.HasExited && cluster.Postmaster.Read() is not { IsReady: true })
            await Task.Delay(5, cancel);
        left.HasExited.ShouldBeFalse();

        await using var again = await OpenAsync();
        left.HasExited.ShouldBeTrue();
        (await ScalarAsync(again, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Open_GivenUpWhileStarting_LeavesNothingRunningAndTheFolderFree()
    {
        await using (await OpenAsync()) { }
        // At every moment of the start: before the server, with it just launched, while it gets ready.
        for (var wait = 1; wait <= 120; wait = (wait * 3 / 2) + 1)
        {
            using var givingUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(wait));
            try
            {
                await using var opened = await PrivateCluster.OpenAsync(
                    folder,
                    ClusterUse.Working,
                    Settings,
                    givingUp.Token
                );
            }
            catch (OperationCanceledException)
            {
                // That is what is tried.
            }
            Servers().ShouldBeEmpty();
            Sockets().ShouldBeEmpty();
            using var free = ClusterLock.TryTake(folder, ClusterUse.Working).ShouldNotBeNull();
        }
        await using var again = await OpenAsync();
        (await ScalarAsync(again, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Open_FolderThatCannotBeWritten_SaysSoAndDoesNotWait()
    {
        // Root may write everywhere; a folder in the place of the file stops it too.
        Directory.CreateDirectory(Path.Combine(folder, "shirube.lock"));

        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() => OpenAsync());

        refused.Reason.ShouldBe("FolderNotWritable");
    }

    [Fact]
    public async Task Open_HolderThatCannotBeWritten_LetsTheLockGo()
    {
        var inTheWay = Directory.CreateDirectory(Path.Combine(folder, "shirube.holder.new"));
        (await Should.ThrowAsync<DatabaseRefusedException>(() => OpenAsync())).Reason.ShouldBe("FolderNotWritable");
        inTheWay.Delete();

        await using var again = await OpenAsync();
        (await ScalarAsync(again, "select 1")).ShouldBe(1);
    }

    /// <summary>Processes that work in the cluster's folder.</summary>
    private string[] Servers() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(process => int.TryParse(Path.GetFileName(process), out _))
                .Where(process => WorkingFolderOf(process) == Path.Combine(folder, "postgres")),
        ];

    private static string? WorkingFolderOf(string process)
    {
        try
        {
            return File.ResolveLinkTarget(process + "/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private List<string> Sockets()
    {
        var digest = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(Path.Combine(folder, "postgres"))
            )
        )[..12];
        string?[] places = ["/run", "/tmp", Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR")];
        return
        [
            .. places
                .OfType<string>()
                .Select(place => Path.Combine(place, "shirube-" + digest))
                .Where(Directory.Exists),
        ];
    }

    private Task<PrivateCluster> OpenAsync(ClusterUse use = ClusterUse.Serving) =>
        PrivateCluster.OpenAsync(folder, use, Settings, TestContext.Current.CancellationToken);

    private static void Kill(int process)
    {
        using var found = Process.GetProcessById(process);
        found.Kill();
    }

    private static async Task<object?> ScalarAsync(PrivateCluster cluster, string sql)
    {
        var address = cluster.ConnectionTo("postgres", "postgres");
        address.Pooling = false;
        await using var connections = NpgsqlDataSource.Create(address);
        await using var command = connections.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
