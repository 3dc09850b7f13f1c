using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Shirube.Data;
using Shirube.Documents.Stored;

namespace Shirube.Search;

/// <summary>
/// Keeps what is found beside what is stored, in the same transaction: an import, a correction, a section that was
/// written. Only passages that changed are written anew.
/// </summary>
internal sealed class KeepIndex(ShirubeDb db, TimeProvider clock)
{
    public async Task OfAsync(VersionKey version, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            var stored = await StoredAsync(connection, SubjectKey.Of(version), cancel);
            // Who keeps a part of a joint plan writes that part alone; the rest is its owner's to build.
            if (!stored.IsCurrent && version.Government != db.Scope.Government)
                return;
            if (await DocumentPassages.OfAsync(connection, version, cancel) is { } subject)
                await PutAsync(connection, subject, stored, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>For what is no document; called in the transaction that writes it.</summary>
    internal async Task PutAsync(IndexedSubject subject, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await PutAsync(connection, subject, await StoredAsync(connection, subject.Key, cancel), cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task PutAsync(
        NpgsqlConnection connection,
        IndexedSubject subject,
        Stored stored,
        CancellationToken cancel
    )
    {
        var (isCurrent, known) = stored;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var place in known.Keys.Except(subject.Entries.Select(entry => entry.Place)))
            batch.BatchCommands.Add(Delete(subject.Key, place));
        foreach (var entry in subject.Entries)
        {
            if (isCurrent && known.TryGetValue(entry.Place, out var written) && written == entry.Written)
                continue;
            if (known.ContainsKey(entry.Place))
                batch.BatchCommands.Add(Delete(subject.Key, entry.Place));
            batch.BatchCommands.Add(Insert(subject, entry));
        }
        batch.BatchCommands.Add(Frame(subject));
        if (subject.IsNewest)
            batch.BatchCommands.Add(Outdate(subject.Key));
        if (!isCurrent)
            batch.BatchCommands.Add(Note(subject.Key));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>What the index holds of it, by place; and whether it was folded by the rule of today.</summary>
    private sealed record Stored(bool IsCurrent, Dictionary<string, string> Known);

    private static async Task<Stored> StoredAsync(NpgsqlConnection connection, SubjectKey key, CancellationToken cancel)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var ask = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Of(key, $"select rule from search_version {Here}"),
                Of(key, $"select place, written from search_entry {Here}"),
            },
        };
        await using var row = await ask.ExecuteReaderAsync(cancel);
        var isCurrent = await row.ReadAsync(cancel) && row.GetInt32(0) == FoldedText.Rule;
        await row.NextResultAsync(cancel);
        while (await row.ReadAsync(cancel))
            known[row.GetString(0)] = row.GetString(1);
        return new(isCurrent, known);
    }

    private const string Here = "where government_code = $1 and subject = $2 and number = $3 and version = $4";

    private static NpgsqlBatchCommand Of(SubjectKey key, string sql) =>
        new(sql)
        {
            Parameters =
            {
                new() { Value = key.Government.Value },
                new() { Value = key.Subject.ToString() },
                new() { Value = key.Number },
                new() { Value = key.Version },
            },
        };

    private static NpgsqlBatchCommand Delete(SubjectKey key, string place)
    {
        var delete = Of(key, $"delete from search_entry {Here} and place = $5");
        delete.Parameters.Add(new() { Value = place });
        return delete;
    }

    private static NpgsqlBatchCommand Insert(IndexedSubject subject, SearchEntry entry)
    {
        var insert = Of(
            subject.Key,
            """
            insert into search_entry (government_code, subject, number, version, place, kind, rank, is_newest, first_year,
                last_year, keys, folded, written)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """
        );
        insert.Parameters.Add(new() { Value = entry.Place });
        insert.Parameters.Add(new() { Value = entry.Kind.ToString() });
        insert.Parameters.Add(new() { Value = entry.RankAt(subject.At) });
        insert.Parameters.Add(new() { Value = subject.IsNewest });
        insert.Parameters.Add(Year(subject.Years.First));
        insert.Parameters.Add(Year(subject.Years.Last));
        insert.Parameters.Add(new() { Value = entry.KeysIn(subject.Key.Government) });
        insert.Parameters.Add(new() { Value = entry.Folded });
        insert.Parameters.Add(new() { Value = entry.Written });
        return insert;
    }

    /// <summary>The period, where a correction moved it.</summary>
    private static NpgsqlBatchCommand Frame(IndexedSubject subject)
    {
        var frame = Of(
            subject.Key,
            $"""
            update search_entry set first_year = $5, last_year = $6, is_newest = $7
            {Here} and (first_year, last_year, is_newest) is distinct from ($5, $6, $7)
            """
        );
        frame.Parameters.Add(Year(subject.Years.First));
        frame.Parameters.Add(Year(subject.Years.Last));
        frame.Parameters.Add(new() { Value = subject.IsNewest });
        return frame;
    }

    private static NpgsqlBatchCommand Outdate(SubjectKey key) =>
        Of(
            key,
            """
            update search_entry set is_newest = false
            where government_code = $1 and subject = $2 and number = $3 and version < $4 and is_newest
            """
        );

    private NpgsqlBatchCommand Note(SubjectKey key)
    {
        var note = Of(
            key,
            """
            insert into search_version (government_code, subject, number, version, rule, indexed_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (government_code, subject, number, version) do update set rule = $5, indexed_at = $6
            """
        );
        note.Parameters.Add(new() { Value = FoldedText.Rule });
        note.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return note;
    }

    private static NpgsqlParameter Year(int? year) =>
        new() { Value = (object?)year ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer };
}
