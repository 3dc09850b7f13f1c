using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Shirube.Data;

/// <summary>Where the data lie: a folder with a PostgreSQL of its own, or a server that others run.</summary>
/// <param name="DataFolder">Used when <paramref name="ConnectionString"/> is null.</param>
/// <param name="ConnectionString">Usually from <c>SHIRUBE_DATABASE</c>.</param>
public sealed record StorePlace(string DataFolder, string? ConnectionString = null)
{
    public const string EnvironmentVariable = "SHIRUBE_DATABASE";

    public static StorePlace FromEnvironment(string dataFolder) =>
        new(
            dataFolder,
            Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } given ? given : null
        );
}

/// <summary>The opened database, its tables up to date, connected as the role that serves.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly Lazy<DbContextOptions<ShirubeDb>> options;
    private bool isClosed;

    private Store(NpgsqlDataSource connections, PrivateCluster? cluster)
    {
        Connections = connections;
        Cluster = cluster;
        options = new(() => ShirubeDb.OptionsFor(connections));
    }

    /// <summary>Connections as <see cref="DatabaseRoles.App"/>.</summary>
    public NpgsqlDataSource Connections { get; }

    /// <summary>The private PostgreSQL, or null on a server that others run.</summary>
    public PrivateCluster? Cluster { get; }

    /// <summary>A context for one unit of work; its owner disposes it.</summary>
    /// <param name="held">An open connection that knows the scope already and stays its owner's; null for one of its own.</param>
    public ShirubeDb NewContext(Scope scope, NpgsqlConnection? held = null)
    {
        var context = new ShirubeDb(options.Value, scope);
        if (held is not null)
            context.Database.SetDbConnection(held);
        return context;
    }

    /// <exception cref="DatabaseRefusedException">The database cannot be used; the message says what to do.</exception>
    public static async Task<Store> OpenAsync(
        StorePlace place,
        ClusterUse use,
        ClusterSettings? settings = null,
        CancellationToken cancel = default
    )
    {
        if (place.ConnectionString is { } given)
            return new Store(await GivenServer.OpenAsync(given, cancel), null);
        var cluster = await PrivateCluster.OpenAsync(place.DataFolder, use, settings ?? new(), cancel);
        try
        {
            return new Store(await ConnectAsync(cluster, cancel), cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connections are closed before the server that they lead to is stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isClosed)
            return;
        isClosed = true;
        await Connections.DisposeAsync();
        if (Cluster is not null)
            await Cluster.DisposeAsync();
    }

    /// <summary>On every day but the first one question is enough: whether the tables are as this program needs them.</summary>
    private static async Task<NpgsqlDataSource> ConnectAsync(PrivateCluster cluster, CancellationToken cancel)
    {
        var app = NpgsqlDataSource.Create(cluster.ConnectionTo(DatabaseRoles.Database, DatabaseRoles.App));
        try
        {
            if (!cluster.IsJoined && (cluster.IsNew || !await IsPreparedAsync(app, cancel)))
                await PrepareAsync(cluster, cancel);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>False too when an earlier start was killed before there were roles or a database.</summary>
    private static async Task<bool> IsPreparedAsync(NpgsqlDataSource app, CancellationToken cancel)
    {
        try
        {
            return await Migrations.AreAppliedAsync(app, cancel);
        }
        catch (PostgresException missing)
            when (missing.SqlState
                    is PostgresErrorCodes.InvalidCatalogName
                        or PostgresErrorCodes.InvalidAuthorizationSpecification
                        or PostgresErrorCodes.InsufficientPrivilege
            )
        {
            return false;
        }
    }

    /// <summary>Roles and database where they are missing, then the tables.</summary>
    internal static async Task PrepareAsync(PrivateCluster cluster, CancellationToken cancel)
    {
        var administrator = cluster.ConnectionTo("postgres", "postgres");
        administrator.Pooling = false;
        await using (var connections = NpgsqlDataSource.Create(administrator))
        {
            if (await connections.CountAsync($"from pg_roles where rolname = '{DatabaseRoles.App}'", cancel) == 0)
                await connections.ExecuteAsync(GivenServer.RolesSql, cancel);
            if (
                await connections.CountAsync($"from pg_database where datname = '{DatabaseRoles.Database}'", cancel)
                == 0
            )
                await connections.ExecuteAsync(
                    $"create database {DatabaseRoles.Database} owner {DatabaseRoles.Owner}",
                    cancel
                );
        }
        var owner = cluster.ConnectionTo(DatabaseRoles.Database, DatabaseRoles.Owner);
        owner.Pooling = false;
        await using var migrating = NpgsqlDataSource.Create(owner);
        await Migrations.ApplyAsync(migrating, cancel);
    }
}
