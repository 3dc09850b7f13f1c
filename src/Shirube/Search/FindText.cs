using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Search;

/// <summary>
/// 探す: the passages in which all terms stand, of what the asker may see. The application says for whom, the database
/// answers only when the session says the same (0014_search.sql). Asked as plain SQL, as <c>DocumentList</c> is.
/// </summary>
public sealed class FindText(ShirubeDb db)
{
    internal const string Question = """
        select hit.government_code, hit.subject, hit.number, hit.version, hit.place, hit.kind, hit.is_newest,
            hit.is_approved, hit.first_year, hit.last_year, hit.written, hit.total, hit.is_more,
            (select name from document
                where hit.subject = 'Document' and document.government_code = hit.government_code
                    and document.number = hit.number)
        from search_find($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) with ordinality hit
        order by hit.ordinality
        """;

    /// <param name="skip">Hits of the pages before.</param>
    /// <exception cref="NotPermittedException">The asker reads no documents.</exception>
    public async Task<SearchPage> ExecuteAsync(
        Asker asker,
        SearchQuery query,
        int skip = 0,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ReadDocuments);
        var terms = SearchTerms.Of(query.Text);
        if (terms.AreNone || db.Scope.Government is not { } ours)
            return SearchPage.Empty;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command(
                (NpgsqlConnection)db.Database.GetDbConnection(),
                ours,
                query,
                terms,
                skip
            );
            return await ReadAsync(command, terms, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <param name="ours">The government for which is asked.</param>
    internal static NpgsqlCommand Command(
        NpgsqlConnection connection,
        GovernmentCode ours,
        SearchQuery query,
        SearchTerms terms,
        int skip
    ) =>
        new(Question, connection)
        {
            Parameters =
            {
                new() { Value = ours.Value },
                new() { Value = query.Kind is { } kind ? [.. terms.Keys, SearchKeys.Of(kind)] : terms.Keys },
                new() { Value = terms.Folded.ToArray() },
                new() { Value = terms.Checked },
                Optional(query.Kind?.ToString(), NpgsqlDbType.Text),
                Optional(query.Government?.Value, NpgsqlDbType.Text),
                Optional(query.Year, NpgsqlDbType.Integer),
                Optional(query.IsApproved, NpgsqlDbType.Boolean),
                new() { Value = query.EveryVersion },
                new() { Value = SearchQuery.Counted },
                new() { Value = Math.Clamp(skip, 0, SearchQuery.Counted) },
                new() { Value = SearchQuery.PageSize },
            },
        };

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    internal static async Task<SearchPage> ReadAsync(NpgsqlCommand command, SearchTerms terms, CancellationToken cancel)
    {
        await using var row = await command.ExecuteReaderAsync(cancel);
        var page = SearchPage.Empty;
        var hits = new List<SearchHit>();
        while (await row.ReadAsync(cancel))
        {
            hits.Add(HitOf(row, terms));
            page = page with { Total = row.GetInt32(11), IsMore = row.GetBoolean(12) };
        }
        return page with { Hits = hits };
    }

    private static SearchHit HitOf(NpgsqlDataReader row, SearchTerms terms) =>
        new(
            new SubjectKey(
                GovernmentCode.Parse(row.GetString(0)),
                Enum.Parse<SearchSubject>(row.GetString(1)),
                row.GetInt32(2),
                row.GetInt32(3)
            ),
            row.IsDBNull(13) ? "" : row.GetString(13),
            Enum.Parse<SearchKind>(row.GetString(5)),
            row.GetString(4),
            row.GetBoolean(6),
            row.GetBoolean(7),
            row.IsDBNull(8) ? null : row.GetInt32(8),
            row.IsDBNull(9) ? null : row.GetInt32(9),
            FoundPassage.Of(row.GetString(10), terms)
        );
}
