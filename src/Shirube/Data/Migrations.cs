using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Shirube.Data;

/// <summary>
/// Brings the tables up to date: numbered SQL files, each once, in order, in a transaction of its own. Runners at the
/// same time wait for each other. A file that changed after it was applied is refused.
/// </summary>
public static partial class Migrations
{
    private const long AdvisoryLock = 0x5348_4952_5542_45;

    /// <param name="Text">The SQL, line ends as LF so that its digest does not depend on the checkout.</param>
    internal sealed record Script(int Number, string Name, string Text)
    {
        public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
    }

    /// <param name="owner">Connections as <see cref="DatabaseRoles.Owner"/>.</param>
    /// <returns>How many files were applied now.</returns>
    public static Task<int> ApplyAsync(NpgsqlDataSource owner, CancellationToken cancel = default) =>
        ApplyAsync(owner, Embedded(), cancel);

    internal static async Task<int> ApplyAsync(
        NpgsqlDataSource owner,
        IReadOnlyList<Script> scripts,
        CancellationToken cancel
    )
    {
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await ExecuteAsync(connection, $"select pg_advisory_lock({AdvisoryLock})", cancel);
        try
        {
            var pending = await PendingAsync(connection, scripts, cancel);
            foreach (var script in pending)
                await ApplyAsync(connection, script, cancel);
            return pending.Count;
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
    }

    /// <summary>True when every file is applied; for a server whose tables this login may not change.</summary>
    public static async Task<bool> AreAppliedAsync(NpgsqlDataSource app, CancellationToken cancel = default)
    {
        await using var connection = await app.OpenConnectionAsync(cancel);
        return (await PendingAsync(connection, Embedded(), cancel)).Count == 0;
    }

    internal static IReadOnlyList<Script> Embedded()
    {
        var assembly = typeof(Migrations).Assembly;
        var scripts = new List<Script>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (FileName().Match(resource) is not { Success: true } match)
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var text = reader.ReadToEnd().ReplaceLineEndings("\n");
            scripts.Add(
                new Script(
                    int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
                    match.Groups["name"].Value,
                    text
                )
            );
        }
        return [.. scripts.OrderBy(script => script.Number)];
    }

    private static async Task<List<Script>> PendingAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Script> scripts,
        CancellationToken cancel
    )
    {
        if (connection.PostgreSqlVersion.Major < PostgresPrograms.OldestMajor)
            throw new DatabaseRefusedException(
                "ServerTooOld",
                connection.PostgreSqlVersion,
                PostgresPrograms.OldestMajor
            );
        var applied = await AppliedAsync(connection, cancel);
        foreach (var (number, digest) in applied)
        {
            var script = scripts.FirstOrDefault(script => script.Number == number);
            if (script is null)
                throw new DatabaseRefusedException("NewerDatabase", number);
            if (script.Digest != digest)
                throw new DatabaseRefusedException("MigrationChanged", number, script.Name);
        }
        return [.. scripts.Where(script => !applied.ContainsKey(script.Number))];
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand("select number, sha256 from migration", connection);
        var applied = new Dictionary<int, string>();
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
                applied.Add(reader.GetInt32(0), reader.GetString(1));
        }
        catch (PostgresException none) when (none.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // Nothing was applied yet.
        }
        return applied;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Script script, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, script.Text, cancel);
        await using var note = new NpgsqlCommand(
            "insert into migration (number, name, sha256, applied_at) values ($1, $2, $3, now())",
            connection
        )
        {
            Parameters =
            {
                new() { Value = script.Number },
                new() { Value = script.Name },
                new() { Value = script.Digest },
            },
        };
        await note.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    [GeneratedRegex(@"\.sql\.(?<number>\d{4})_(?<name>\w+)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
