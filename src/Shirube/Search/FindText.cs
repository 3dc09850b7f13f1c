using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Search;

/// <summary>
/// 探す: the passages in which all terms stand, of what the asker may see. The application says for whom, the database
/// answers only when the session says the same (0014_search.sql, 0022_search_page.sql). Asked as plain SQL, as <c>DocumentList</c> is.
/// </summary>
public sealed class FindText(ShirubeDb db)
{
    internal const string Question =
        "select * from search_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    /// <param name="skip">Hits of the pages before.</param>
    /// <exception cref="NotPermittedException">The asker reads no documents.</exception>
    public async Task<FoundPage> ExecuteAsync(
        Asker asker,
        SearchQuery query,
        int skip = 0,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ReadDocuments);
        var terms = SearchTerms.Of(query.Text);
        if (terms.AreNone || db.Scope.Government is not { } ours)
            return FoundPage.Empty;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command(
                (NpgsqlConnection)db.Database.GetDbConnection(),
                ours,
                query,
                terms,
                skip,
                asker.May(Act.ReadPlans)
            );
            return await ReadAsync(command, terms, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <param name="ours">The government for which is asked.</param>
    /// <param name="withDrafts">Plans under writing too.</param>
    internal static NpgsqlCommand Command(
        NpgsqlConnection connection,
        GovernmentCode ours,
        SearchQuery query,
        SearchTerms terms,
        int skip,
        bool withDrafts
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
                new() { Value = withDrafts },
            },
        };

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    internal static async Task<FoundPage> ReadAsync(NpgsqlCommand command, SearchTerms terms, CancellationToken cancel)
    {
        await using var row = await command.ExecuteReaderAsync(cancel);
        var page = FoundPage.Empty;
        var hits = new List<SearchHit>();
        while (await row.ReadAsync(cancel))
        {
            hits.Add(HitOf(row, terms));
            page = page with { Total = row.GetInt32(11), IsMore = row.GetBoolean(12) };
        }
        return page with { Hits = hits };
    }

    private static SearchHit HitOf(NpgsqlDataReader row, SearchTerms terms)
    {
        var (place, written) = (row.GetString(4), row.GetString(10));
        var subject = new SubjectKey(
            GovernmentCode.Parse(row.GetString(0)),
            Enum.Parse<SearchSubject>(row.GetString(1)),
            row.GetInt32(2),
            row.GetInt32(3)
        );
        var passage = FoundPassage.Of(written, terms);
        var heading = row.IsDBNull(14) ? null : row.GetString(14);
        var section = subject.Subject == SearchSubject.Draft ? DraftPlace.Of(heading, place) : null;
        return new()
        {
            Subject = subject,
            Name = row.IsDBNull(13) ? "" : row.GetString(13),
            Kind = Enum.Parse<SearchKind>(row.GetString(5)),
            Place = place,
            IsNewest = row.GetBoolean(6),
            IsApproved = row.GetBoolean(7),
            Heading = section is null ? heading : section.Heading,
            Section = section?.Page,
            LinesBefore = passage.LinesBefore,
            Passage = passage.Parts,
        };
    }
}
