using Npgsql;
using Shirube.Data;

namespace Shirube.Web.Asking;

/// <summary>The one connection that a request holds from when it is known who asks until its end.</summary>
internal sealed class AskedConnection(Store store) : IAsyncDisposable, IDisposable
{
    private NpgsqlConnection? connection;

    /// <summary>Null while nobody asked for it.</summary>
    public NpgsqlConnection? Held => connection;

    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancel) =>
        connection ??= await store.Connections.OpenConnectionAsync(cancel);

    /// <summary>Before what takes long and needs no database: what comes after opens one anew.</summary>
    public async ValueTask ReleaseAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        connection = null;
    }

    /// <summary>
    /// Gives it back: a unit of work that was made on it opens it anew for each of its questions. Whoever held it while
    /// waiting for another one could wait for ever.
    /// </summary>
    public Task CloseAsync() => connection?.CloseAsync() ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    public void Dispose() => connection?.Dispose();
}
