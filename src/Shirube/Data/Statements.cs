using System.Globalization;
using Npgsql;

namespace Shirube.Data;

/// <summary>Single statements without a model.</summary>
internal static class Statements
{
    /// <param name="rows">What follows <c>select count(*)</c>; never holds what a person typed.</param>
    public static async Task<long> CountAsync(this NpgsqlDataSource connections, string rows, CancellationToken cancel)
    {
        await using var command = connections.CreateCommand("select count(*) " + rows);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    public static async Task ExecuteAsync(this NpgsqlDataSource connections, string sql, CancellationToken cancel)
    {
        await using var command = connections.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
