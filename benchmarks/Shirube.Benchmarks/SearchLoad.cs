using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Shirube.Governments;
using Shirube.Search;

namespace Shirube.Benchmarks;

/// <summary>Fills the index with generated plans, and writes the same passages for Groonga.</summary>
internal static class SearchLoad
{
    private const string Columns =
        "government_code, subject, number, version, place, kind, rank, is_newest, first_year, last_year, keys, folded, written";

    /// <param name="owner">As the administrator, whom row-level security does not bind.</param>
    /// <param name="asker">Everything is shared with this government.</param>
    public static async Task FillAsync(
        NpgsqlDataSource owner,
        SearchCorpus corpus,
        int plans,
        GovernmentCode asker,
        GroongaServer groonga
    )
    {
        var governments = Math.Min(plans, GovernmentDirectory.All.Count());
        await ExecuteAsync(owner, "drop index search_entry_keys; drop index search_entry_rank");
        await GovernmentsAsync(owner);
        await DocumentsAsync(owner, plans, governments, asker);
        var start = Stopwatch.GetTimestamp();
        await using (var dump = groonga.Dump())
            await EntriesAsync(owner, corpus, plans, governments, dump);
        Say("passages written", start);
        start = Stopwatch.GetTimestamp();
        await ExecuteAsync(
            owner,
            """
            set maintenance_work_mem = '2GB';
            create index search_entry_keys on search_entry using gin (keys) with (fastupdate = off);
            create index search_entry_rank on search_entry (rank desc, government_code, subject, number, version, place);
            """
        );
        Say("indexes built", start);
        foreach (var statement in (string[])["vacuum analyze search_entry", "analyze document_share", "checkpoint"])
            await ExecuteAsync(owner, statement);
        await SizesAsync(owner);
        start = Stopwatch.GetTimestamp();
        groonga.Load();
        Say("Groonga loaded and indexed", start);
    }

    private static void Say(string what, long start) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s")
        );

    private static async Task GovernmentsAsync(NpgsqlDataSource owner)
    {
        await using var add = owner.CreateCommand(
            "insert into government (government_code, name, kind) select code, code, 'Municipality' from unnest($1) code on conflict do nothing"
        );
        add.Parameters.AddWithValue(GovernmentDirectory.All.Select(one => one.Code.Value).ToArray());
        await add.ExecuteNonQueryAsync();
    }

    private static async Task DocumentsAsync(NpgsqlDataSource owner, int plans, int governments, GovernmentCode asker)
    {
        var codes = GovernmentDirectory.All.Take(governments).Select(one => one.Code.Value).ToArray();
        await using var add = owner.CreateCommand(
            """
            insert into document (government_code, number, kind, name, folded_name, created_at)
                select code, number, 'Plan', code || '-' || number, code || '-' || number, now()
                from unnest($1) with ordinality government (code, at), generate_series(1, $2) number
                where (number - 1) * $3 + at <= $4
            """
        );
        add.Parameters.AddWithValue(codes);
        add.Parameters.AddWithValue(((plans - 1) / governments) + 1);
        add.Parameters.AddWithValue(governments);
        add.Parameters.AddWithValue(plans);
        await add.ExecuteNonQueryAsync();
        await using var share = owner.CreateCommand(
            """
            insert into document_share (government_code, document_number, shared_with, shared_at)
                select government_code, number, $1, now() from document where government_code <> $1
            """
        );
        share.Parameters.AddWithValue(asker.Value);
        await share.ExecuteNonQueryAsync();
    }

    private static async Task EntriesAsync(
        NpgsqlDataSource owner,
        SearchCorpus corpus,
        int plans,
        int governments,
        TextWriter dump
    )
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy search_entry ({Columns}) from stdin (format binary)"
        );
        for (var plan = 0; plan < plans; plan++)
        {
            var subject = corpus.Plan(plan % governments, (plan / governments) + 1);
            foreach (var entry in subject.Entries)
            {
                await WriteAsync(copy, subject, entry);
                GroongaServer.Write(dump, entry.Folded);
            }
        }
        await copy.CompleteAsync();
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, IndexedSubject subject, SearchEntry entry)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(subject.Key.Government.Value, NpgsqlDbType.Text);
        await copy.WriteAsync("Document", NpgsqlDbType.Text);
        await copy.WriteAsync(subject.Key.Number, NpgsqlDbType.Integer);
        await copy.WriteAsync(subject.Key.Version, NpgsqlDbType.Integer);
        await copy.WriteAsync(entry.Place, NpgsqlDbType.Text);
        await copy.WriteAsync(entry.Kind.ToString(), NpgsqlDbType.Text);
        await copy.WriteAsync(entry.RankAt(subject.At), NpgsqlDbType.Bigint);
        await copy.WriteAsync(subject.IsNewest, NpgsqlDbType.Boolean);
        await copy.WriteAsync(subject.Years.First!.Value, NpgsqlDbType.Integer);
        await copy.WriteAsync(subject.Years.Last!.Value, NpgsqlDbType.Integer);
        await copy.WriteAsync(entry.KeysIn(subject.Key.Government), NpgsqlDbType.Array | NpgsqlDbType.Integer);
        await copy.WriteAsync(entry.Folded, NpgsqlDbType.Text);
        await copy.WriteAsync(entry.Written, NpgsqlDbType.Text);
    }

    private static async Task SizesAsync(NpgsqlDataSource owner)
    {
        await using var ask = owner.CreateCommand(
            """
            select count(*), sum(char_length(written)), pg_total_relation_size('search_entry') >> 20,
                pg_relation_size('search_entry') >> 20, pg_relation_size('search_entry_keys') >> 20,
                pg_relation_size('search_entry_rank') >> 20 from search_entry
            """
        );
        await using var row = await ask.ExecuteReaderAsync();
        await row.ReadAsync();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{row.GetInt64(0)} passages, {row.GetInt64(1)} characters; {row.GetInt64(2)} MB in all, of it rows {row.GetInt64(3)} MB, keys' index {row.GetInt64(4)} MB, rank's index {row.GetInt64(5)} MB"
            )
        );
    }

    public static async Task ExecuteAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }
}
