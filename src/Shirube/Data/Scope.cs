using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shirube.Governments;

namespace Shirube.Data;

/// <summary>For which government a unit of work works, and who does; what it does not name, it does not see.</summary>
/// <param name="Government">Null before somebody is signed in, and for work on the installation as a whole.</param>
/// <param name="Person">Null for a command that no person stands behind.</param>
public sealed record Scope(GovernmentCode? Government, Guid? Person = null)
{
    /// <summary>Sees nothing that belongs to a government.</summary>
    public static readonly Scope None = new(Government: null);
}

/// <summary>
/// Tells PostgreSQL the scope whenever a context opens a connection, so that row-level security holds. Returned to the
/// pool, the connection forgets it.
/// </summary>
internal sealed class ScopedConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Statement(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = Statement(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Statement(DbConnection connection, ConnectionEndEventData eventData)
    {
        var scope = ((ShirubeDb)eventData.Context!).Scope;
        var command = connection.CreateCommand();
        command.CommandText =
            "select set_config('shirube.government', $1, false), set_config('shirube.person', $2, false)";
        Add(scope.Government?.Value ?? "");
        Add(scope.Person?.ToString("D") ?? "");
        return command;

        void Add(string value)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
