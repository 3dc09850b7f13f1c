using Npgsql;
using Shirube.Data;

namespace Shirube.Tests.Support;

/// <summary>A database of a test class's own, connected as the role that serves. Use as a class fixture.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    public NpgsqlDataSource Connections { get; private set; } = null!;

    public ShirubeDb NewContext() => new(ShirubeDb.OptionsFor(Connections));

    public async ValueTask InitializeAsync() => Connections = await TestPostgres.NewDatabaseAsync();

    public async ValueTask DisposeAsync() => await Connections.DisposeAsync();
}
