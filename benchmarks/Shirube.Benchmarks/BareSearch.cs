using Npgsql;
using Shirube.Search;

namespace Shirube.Benchmarks;

/// <summary>What PostgreSQL alone takes, as an administrator whom no policy binds: a scan, and the index without all that is around it.</summary>
internal sealed class BareSearch(NpgsqlDataSource administrator) : IAsyncDisposable
{
    /// <summary>Hits that are compared one by one; those beyond are counted.</summary>
    public const int Compared = 1000;

    private const string Order = "rank desc, government_code, subject, number, version, place";
    private readonly NpgsqlConnection connection = Open(administrator);

    public long Passages()
    {
        using var ask = new NpgsqlCommand("select count(*) from search_entry", connection);
        return (long)ask.ExecuteScalar()!;
    }

    /// <summary>What a plain substring search finds: how many, and the first ones by rank.</summary>
    /// <param name="milliseconds">It took.</param>
    public FoundPlaces Scan(SampledTerm term, out double milliseconds)
    {
        var pattern =
            "%"
            + term.Text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal)
            + "%";
        var places = new List<string>();
        var total = 0L;
        milliseconds = Pairs.Time(() =>
        {
            using var ask = new NpgsqlCommand(
                $"""
                select government_code || '/' || number || place, count(*) over ()
                from search_entry where folded like $1 order by {Order} limit {Compared}
                """,
                connection
            )
            {
                CommandTimeout = 600,
                Parameters = { new() { Value = pattern } },
            };
            using var row = ask.ExecuteReader();
            while (row.Read())
            {
                places.Add(row.GetString(0));
                total = row.GetInt64(1);
            }
        });
        return new(places, total, false);
    }

    /// <summary>Left to itself the planner goes down the index of the rank for some rare terms, for seconds.</summary>
    private static NpgsqlConnection Open(NpgsqlDataSource administrator)
    {
        var connection = administrator.OpenConnection();
        using var command = new NpgsqlCommand("set enable_indexscan = off", connection);
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>The hits by the index, checked where pairs do not prove them, and the first 20 of them by rank.</summary>
    public void Top(SampledTerm term) =>
        ReadAsync(
                $"select written from search_entry where keys @> $1 {Check(term)} order by {Order} limit 20",
                Values(term)
            )
            .GetAwaiter()
            .GetResult();

    /// <summary>The index alone.</summary>
    public void Count(SampledTerm term)
    {
        using var ask = new NpgsqlCommand("select count(*) from search_entry where keys @> $1", connection);
        ask.Parameters.AddWithValue(SearchKeys.Asked(term.Text));
        _ = ask.ExecuteScalar();
    }

    private static string Check(SampledTerm term) => term.Text.Length > 2 ? "and strpos(folded, $2) > 0" : "";

    private static object[] Values(SampledTerm term) =>
        term.Text.Length > 2 ? [SearchKeys.Asked(term.Text), term.Text] : [SearchKeys.Asked(term.Text)];

    /// <summary>Without blocking, as a site asks.</summary>
    private async Task<List<string>> ReadAsync(string sql, params object[] values)
    {
        await using var ask = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        foreach (var value in values)
            ask.Parameters.Add(new() { Value = value });
        await using var row = await ask.ExecuteReaderAsync();
        var found = new List<string>();
        while (await row.ReadAsync())
            found.Add(row.GetString(0));
        return found;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
