using Npgsql;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Tests.Support;

/// <summary>A database of a test class's own, connected as the role that serves. Use as a class fixture.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    public NpgsqlDataSource Connections { get; private set; } = null!;

    /// <param name="government">For whom; 群馬県 when not given.</param>
    public ShirubeDb NewContext(string government = "100005", Guid? person = null) =>
        NewContext(new Scope(GovernmentCode.Parse(government), person));

    public ShirubeDb NewContext(Scope scope) => new(ShirubeDb.OptionsFor(Connections), scope);

    public async ValueTask InitializeAsync() => Connections = await TestPostgres.NewDatabaseAsync();

    public async ValueTask DisposeAsync() => await Connections.DisposeAsync();
}
