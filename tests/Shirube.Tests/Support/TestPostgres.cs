using Npgsql;
using Shirube.Data;
using Shirube.Tests.Support;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace Shirube.Tests.Support;

/// <summary>One private PostgreSQL for the whole run, started by the product's own code when the first test wants it.</summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"shirube-tests-{Guid.NewGuid():N}");
    private static readonly Lazy<Task<PrivateCluster>> Cluster = new(StartAsync);
    private static int databases;

    /// <summary>Connections, as the role that serves, to a new database with all tables and no rows.</summary>
    public static async Task<NpgsqlDataSource> NewDatabaseAsync()
    {
        var name = await CloneAsync("shirube");
        return NpgsqlDataSource.Create((await Cluster.Value).ConnectionTo(name, DatabaseRoles.App));
    }

    /// <summary>Connections, as the role that migrates, to a new database without tables.</summary>
    public static async Task<NpgsqlDataSource> NewEmptyDatabaseAsync()
    {
        var name = await CloneAsync("template1");
        var owner = (await Cluster.Value).ConnectionTo(name, DatabaseRoles.Owner);
        owner.Pooling = false;
        return NpgsqlDataSource.Create(owner);
    }

    /// <summary>Connections, as the role that migrates, to a database that is there.</summary>
    public static async Task<NpgsqlDataSource> OwnerOfAsync(string database)
    {
        var owner = (await Cluster.Value).ConnectionTo(database, DatabaseRoles.Owner);
        owner.Pooling = false;
        return NpgsqlDataSource.Create(owner);
    }

    /// <summary>The address of a new database without tables, as an installer would write it.</summary>
    public static async Task<NpgsqlConnectionStringBuilder> NewAddressAsync(string role) =>
        (await Cluster.Value).ConnectionTo(await CloneAsync("template1"), role);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (!Cluster.IsValueCreated)
            return;
        await (await Cluster.Value).DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<PrivateCluster> StartAsync()
    {
        var cluster = await PrivateCluster.OpenAsync(
            Folder,
            ClusterUse.Serving,
            new ClusterSettings { Durable = false }
        );
        await Store.PrepareAsync(cluster, CancellationToken.None);
        return cluster;
    }

    private static async Task<string> CloneAsync(string template)
    {
        var administrator = (await Cluster.Value).ConnectionTo("postgres", "postgres");
        administrator.Pooling = false;
        await using var connections = NpgsqlDataSource.Create(administrator);
        var name = $"t{Interlocked.Increment(ref databases)}";
        await connections.ExecuteAsync(
            $"create database {name} owner {DatabaseRoles.Owner} template {template} strategy file_copy",
            CancellationToken.None
        );
        return name;
    }
}
